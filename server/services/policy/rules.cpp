#include <re2/re2.h>

#include <array>
#include <stdexcept>

#include "platform/text/measure.hpp"
#include "services/policy/clauses.hpp"
#include "services/policy/finding.hpp"
#include "services/policy/rule_words_ja.hpp"

namespace horenso::policy {
namespace {

/// Compiled once, at first use. RE2 takes time linear in the text, whatever the pattern.
class Pattern {
public:
    explicit Pattern(char const* words) : compiled_(words, RE2::Quiet) {
        if (!compiled_.ok()) throw std::logic_error{compiled_.error()};
    }
    /// The first match, or its group.
    std::optional<Range> find(std::string_view text, std::size_t from = 0, int group = 0) const {
        std::array<re2::StringPiece, 3> found;
        if (!compiled_.Match(text, from, text.size(), RE2::UNANCHORED, found.data(), group + 1))
            return std::nullopt;
        auto const& part = found.at(static_cast<std::size_t>(group));
        auto const begin = static_cast<std::size_t>(part.data() - text.data());
        return Range{begin, begin + part.size()};
    }
    std::vector<Range> all(std::string_view text, int group = 0) const {
        std::vector<Range> found;
        for (std::size_t from = 0; from < text.size();) {
            auto const one = find(text, from, group);
            if (!one) break;
            found.push_back(*one);
            from = one->end > from ? one->end : from + 1;
        }
        return found;
    }

private:
    RE2 compiled_;
};

// What no person reads to the end of at once is no greeting: looking at the beginning is enough.
constexpr std::size_t opening_bytes = 300;

std::optional<Finding> greets_like_mail(Draft const& draft, Numbers const&) {
    static Pattern const greeting{words_ja::greeting};
    static Pattern const addressee{words_ja::addressee};
    auto const opening = draft.text.substr(0, opening_bytes);
    std::size_t end = 0;
    if (auto const to = addressee.find(opening)) end = to->end;
    if (auto const hello = greeting.find(opening.substr(end))) end += hello->end;
    if (end == 0 || end >= draft.text.size()) return std::nullopt;
    Range const all{0, end};
    return Finding{"5.1", main_measure, "policy.greeting", {all}, {all}};
}

std::optional<Finding> only_says_understood(Draft const& draft, Numbers const&) {
    static Pattern const bare{words_ja::bare_answer};
    static Pattern const prefix{words_ja::bare_prefix};
    constexpr std::size_t longest = 120;  // bytes; longer ones say something
    if (draft.text.size() > longest) return std::nullopt;
    auto rest = draft.text;
    if (auto const yes = prefix.find(rest)) rest.remove_prefix(yes->end);
    if (!bare.find(rest)) return std::nullopt;
    return Finding{"5.2", main_measure, "policy.bare_answer", {}};
}

std::optional<Finding> says_too_much(Draft const& draft, Numbers const& numbers) {
    static Pattern const other{words_ja::other_matter};
    if (auto const more = other.all(draft.text, 1); !more.empty())
        return Finding{"5.3", main_measure, "policy.several_matters", more};
    auto const limit = static_cast<std::size_t>(numbers.message_characters);
    if (text::at_most_graphemes(draft.text, limit)) return std::nullopt;
    return Finding{"5.3", main_measure, "policy.long_message", {}};
}

// An application names the matter and asks, in one sentence. A notice that somebody is away doesn't ask.
std::optional<Finding> applies_for_service(Draft const& draft, Numbers const&) {
    static Pattern const matter{words_ja::service_matter};
    static Pattern const request{words_ja::service_request};
    static Pattern const sentence{words_ja::sentence};
    if (!matter.find(draft.text)) return std::nullopt;  // on the path of every message
    std::vector<Range> found;
    for (auto const part : sentence.all(draft.text)) {
        auto const words = draft.text.substr(part.begin, part.end - part.begin);
        auto const about = matter.find(words);
        if (!about || !request.find(words, about->end)) continue;
        found.push_back(part);
    }
    if (found.empty()) return std::nullopt;
    return Finding{"B6", main_measure, "policy.service_matter", found};
}

// What isn't a name yet is left alone; whether it is too long, talk says.
std::optional<Finding> lacks_closing_g(Draft const& draft, Numbers const&) {
    static Pattern const closing{words_ja::closing_g};
    static Pattern const word{words_ja::any_word};
    if (!word.find(draft.text) || closing.find(draft.text)) return std::nullopt;
    return Finding{"6.2", main_measure, "policy.no_closing_g", {}};
}

constexpr Rule all_rules[] = {
    {"B6", main_measure, applies_for_service},
    {"5.1", main_measure, greets_like_mail},
    {"5.2", main_measure, only_says_understood},
    {"5.3", main_measure, says_too_much},
    {"6.2", main_measure, lacks_closing_g, Rule::About::group_names},
};

}  // namespace

std::span<Rule const> rules() { return all_rules; }

}  // namespace horenso::policy
