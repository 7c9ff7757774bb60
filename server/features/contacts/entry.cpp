#include "features/contacts/entry.hpp"

#include <algorithm>

#include "features/contacts/words_ja.hpp"
#include "platform/sheet/table.hpp"
#include "platform/text/kana.hpp"
#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"

namespace horenso::contacts {
namespace {

using words_ja::headings;

constexpr Field all[]{
    {"organisation", headings[0], &Entry::organisation, 100},
    {"organisation_kana", headings[1], &Entry::organisation_kana, 100},
    {"department", headings[2], &Entry::department, 60},
    {"person", headings[3], &Entry::person, 60},
    {"person_kana", headings[4], &Entry::person_kana, 60},
    {"position", headings[5], &Entry::position, 60},
    {"category", headings[6], &Entry::category, 30},
    {"telephone", headings[7], &Entry::telephone, 60},
    {"other_telephone", headings[8], &Entry::other_telephone, 60},
    {"fax", headings[9], &Entry::fax, 60},
    {"mail", headings[10], &Entry::mail, 100},
    {"address", headings[11], &Entry::address, 200},
    {"note", headings[12], &Entry::note, 1000},
};
constexpr std::size_t bytes_of_a_grapheme = 8;

/// Line ends as they are on the wire; a note is the only text that may have some.
std::string with_plain_ends(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            out += text[at];
        else if (text.substr(at + 1, 1) != "\n")
            out += '\n';
    }
    return out;
}

bool has_many_lines(Field const& field) { return field.text == &Entry::note; }
bool is_reading(Field const& field) {
    return field.text == &Entry::organisation_kana || field.text == &Entry::person_kana;
}

std::optional<std::string> what_is_wrong(Field const& field, std::string const& text) {
    if (text::first_forbidden(text) ||
        (!has_many_lines(field) && text.find_first_of("\n\t") != text.npos))
        return "contacts.unprintable";
    if (!text::at_most_graphemes(text, field.longest) ||
        text.size() > field.longest * bytes_of_a_grapheme)
        return "contacts.too_long";
    if (is_reading(field) && !text.empty() && !text::is_katakana(text)) return "contacts.not_kana";
    if (field.text == &Entry::mail && !text.empty() && !is_mail_address(text))
        return "contacts.bad_mail";
    return std::nullopt;
}

}  // namespace

std::span<Field const> fields() { return all; }

Entry normalised(Entry entry) {
    for (auto const& field : fields()) {
        auto& text = entry.*field.text;
        text = with_plain_ends(sheet::trimmed(text));
        if (is_reading(field)) text = text::to_katakana_full_width(text);
    }
    return entry;
}

Faults faults_of(Entry const& entry) {
    Faults faults;
    if (entry.organisation.empty() && entry.person.empty())
        faults.push_back({std::string{fields().front().name}, "contacts.no_name"});
    for (auto const& field : fields()) {
        auto const& text = entry.*field.text;
        auto const code = what_is_wrong(field, text);
        if (!code) continue;
        faults.push_back(
            {std::string{field.name},
             *code,
             {{"field", std::string{field.heading}}, {"limit", std::to_string(field.longest)}}});
    }
    return faults;
}

bool is_mail_address(std::string_view text) {
    constexpr std::string_view other = ".!#$%&'*+-/=?^_`{|}~";
    auto const at = text.find('@');
    if (at == text.npos || at == 0 || text.size() > 254) return false;
    auto const domain = text.substr(at + 1);
    auto const is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    auto const of_name = [&](char c) { return is_plain(c) || other.find(c) != other.npos; };
    auto const of_domain = [&](char c) { return is_plain(c) || c == '.' || c == '-'; };
    return std::ranges::all_of(text.substr(0, at), of_name) && !domain.empty() &&
           std::ranges::all_of(domain, of_domain) && domain.front() != '.' && domain.back() != '.';
}

}  // namespace horenso::contacts
