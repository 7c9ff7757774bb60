#include "services/access/password_rules.hpp"

#include <algorithm>
#include <array>

#include "platform/text/code_points.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/measure.hpp"
#include "services/access/common_words_ja.hpp"
#include "services/access/owner_words.hpp"

namespace horenso::access {
namespace {

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string folded(std::string_view word) {
    return text::code_points(text::fold_for_comparison(word));
}

std::vector<KnownWord> general_words() {
    std::vector<KnownWord> words;
    for (auto const word : council_words) words.push_back({folded(word), Guess::organisation});
    for (auto const word : common_words) words.push_back({folded(word), Guess::common});
    return words;
}

/// Digits and signs that stand for letters; `one` is what 1, ! and | stand for.
std::u32string letters_meant(std::u32string text, char32_t one) {
    constexpr std::u32string_view signs = U"0345789@$+", letters = U"oeastbgast";
    for (auto& c : text) {
        if (auto const at = signs.find(c); at != signs.npos) c = letters[at];
        if (c == U'1' || c == U'!' || c == U'|') c = one;
    }
    return text;
}

/// A password of which one part after the other turns out to be no secret.
class Inspected {
public:
    explicit Inspected(std::string_view password)
        : text_(folded(password)),
          meant_{letters_meant(text_, U'i'), letters_meant(text_, U'l')},
          covered_(text_.size(), false) {}

    void cover_words(std::vector<KnownWord> const& words) {
        for (auto const& [word, why] : words) {
            cover_all(text_, word, why);
            for (auto const& meant : meant_) cover_all(meant, word, why);
        }
    }

    /// A year of either calendar, also within a date, and a day of birth.
    void cover_years() {
        for (std::size_t at = 0; at < text_.size();) {
            auto const size = digits_from(at);
            cover_year_in(at, size);
            at += std::max<std::size_t>(size, 1);
        }
        for (auto const era : eras)
            for (auto const name = folded(era); auto const at : places_of(text_, name))
                cover_era_year(at, name.size());
        for (std::size_t at = 0; at + 1 < text_.size(); ++at) {
            auto const is_initial = at == 0 || !is_letter(text_[at - 1]) || covered_[at - 1];
            auto const is_era = text_[at] < 0x80 &&
                                era_letters.find(static_cast<char>(text_[at])) != era_letters.npos;
            if (is_initial && is_era && digits_from(at + 1) > 0 && digits_from(at + 1) <= 2)
                cover_era_year(at, 1);
        }
    }

    void cover_repeats() {
        constexpr std::size_t size = 3;
        for (std::size_t at = 1; at + size <= text_.size(); ++at)
            if (text_.find(text_.substr(at, size)) < at) cover(at, size, Guess::pattern);
    }

    void cover_rows() {
        for (auto const row : rows) {
            std::u32string const backwards{row.rbegin(), row.rend()};
            for (std::size_t at = 0; at < text_.size(); ++at) {
                cover_row(row, at);
                cover_row(backwards, at);
            }
        }
    }

    Guessed result() const {
        std::u32string left;
        for (std::size_t at = 0; at < text_.size(); ++at)
            if (!covered_[at]) left += text_[at];
        return {text::graphemes(text::to_utf8(left)), found_};
    }

private:
    static std::vector<std::size_t> places_of(std::u32string const& text,
                                              std::u32string const& word) {
        std::vector<std::size_t> places;
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1))
            places.push_back(at);
        return places;
    }

    void cover_all(std::u32string const& text, std::u32string const& word, Guess why) {
        for (auto const at : places_of(text, word)) cover(at, word.size(), why);
    }

    /// What is no secret already needs no other reason.
    void cover(std::size_t at, std::size_t size, Guess why) {
        auto const from = covered_.begin() + static_cast<std::ptrdiff_t>(at);
        auto const to = from + static_cast<std::ptrdiff_t>(size);
        if (std::find(from, to, false) == to) return;
        std::fill(from, to, true);
        found_.insert(why);
    }

    std::size_t digits_from(std::size_t at) const {
        auto const end = std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                          text_.end(), is_digit);
        return static_cast<std::size_t>(end - text_.begin()) - at;
    }

    int number(std::size_t at, std::size_t size) const {
        int value = 0;
        for (auto const c : text_.substr(at, size)) value = value * 10 + static_cast<int>(c - U'0');
        return value;
    }

    bool is_day(std::size_t at) const {
        auto const month = number(at, 2), day = number(at + 2, 2);
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /// In a run of digits: four for the year, and what else makes a date of it.
    void cover_year_in(std::size_t at, std::size_t size) {
        constexpr std::size_t longest_date = 8;
        for (std::size_t year = at; year + 4 <= at + size; ++year) {
            auto const is_year = number(year, 2) == 19 || number(year, 2) == 20;
            if (is_year && size <= longest_date) return cover(at, size, Guess::year);
            if (is_year) cover(year, 4, Guess::year);
        }
        if (size == 4 && is_day(at)) cover(at, size, Guess::year);
        if (size == 6 && is_day(at + 2)) cover(at, size, Guess::year);
    }

    void cover_era_year(std::size_t at, std::size_t size) {
        auto end = at + size;
        if (end < text_.size() && text_[end] == first_year_character)
            ++end;
        else
            end += std::min<std::size_t>(digits_from(end), 2);
        if (end < text_.size() && text_[end] == year_character) ++end;
        cover(at, end - at, Guess::year);
    }

    void cover_row(std::u32string_view row, std::size_t at) {
        auto const least = is_digit(text_[at]) ? 3U : 4U;
        std::size_t size = 0;
        while (at + size < text_.size() && row.find(text_.substr(at, size + 1)) != row.npos) ++size;
        if (size >= least) cover(at, size, Guess::pattern);
    }

    std::u32string text_;
    std::array<std::u32string, 2> meant_;
    std::vector<bool> covered_;
    std::set<Guess> found_;
};

Problem::Field field_of(Guess guess) {
    auto const path = std::string{"password"};
    switch (guess) {
        case Guess::organisation: return Problem::Field{path, "access.password_has_organisation"};
        case Guess::name: return Problem::Field{path, "access.password_has_name"};
        case Guess::year: return Problem::Field{path, "access.password_has_year"};
        case Guess::common: return Problem::Field{path, "access.password_has_common"};
        case Guess::pattern: break;
    }
    return Problem::Field{path, "access.password_has_pattern"};
}

}  // namespace

Guessed guess(std::string_view password, PasswordOwner const& owner) {
    static auto const general = general_words();
    Inspected inspected{password};
    inspected.cover_words(owner_words(owner));
    inspected.cover_years();
    inspected.cover_words(general);
    inspected.cover_repeats();
    inspected.cover_rows();
    return inspected.result();
}

std::optional<Problem> refuse_password(std::string_view password, PasswordOwner const& owner) {
    constexpr std::size_t bytes_of_a_grapheme = 32;  // a family of emoji; more is no text
    if (password.size() > most_password_graphemes * bytes_of_a_grapheme)
        return Problem{.status = 422, .code = "access.long_password"};
    auto const length = text::graphemes(password);
    if (length > most_password_graphemes)
        return Problem{.status = 422, .code = "access.long_password"};
    if (length < least_password_graphemes)
        return Problem{.status = 422, .code = "access.weak_password"};
    auto const guessed = guess(password, owner);
    if (guessed.left >= least_password_graphemes) return std::nullopt;
    Problem problem{.status = 422,
                    .code = "access.guessable_password",
                    .arguments = {{"left", std::to_string(guessed.left)}}};
    for (auto const one : guessed.found) problem.fields.push_back(field_of(one));
    return problem;
}

}  // namespace horenso::access
