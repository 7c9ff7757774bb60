#include "platform/time/japanese_date.hpp"

#include <array>
#include <cstdio>

#include "platform/time/days.hpp"
#include "platform/time/words_ja.hpp"

namespace horenso {
namespace {

constexpr std::chrono::milliseconds zone = std::chrono::hours{9};

/// `text` without spaces, full-width letters, digits and signs (U+FF01 to U+FF5E) as ASCII, letters
/// in upper case. Bytes that are not UTF-8 stay and match nothing later.
std::string simplified(std::string_view text) {
    constexpr std::string_view wide_space = "\xE3\x80\x80";
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const rest = text.substr(at);
        bool const is_wide =
            rest.size() >= 3 && rest[0] == '\xEF' && (rest[1] == '\xBC' || rest[1] == '\xBD');
        if (rest.starts_with(wide_space)) {
            at += 2;
        } else if (is_wide) {
            auto const code = (rest[1] & 0x3F) << 6 | (rest[2] & 0x3F);
            out.push_back(static_cast<char>(code - 0xF01 + '!'));
            at += 2;
        } else if (rest[0] != ' ') {
            out.push_back(rest[0]);
        }
    }
    for (auto& letter : out)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return out;
}

/// Takes what is expected off the front of a text.
class Taker {
public:
    explicit Taker(std::string_view text) : rest_(text) {}

    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    /// A number of `least` to `most` digits.
    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t digits = 0;
        int value = 0;
        for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits)
            if (digits < most) value = value * 10 + (rest_[digits] - '0');
        if (digits < least || digits > most) return std::nullopt;
        rest_.remove_prefix(digits);
        return value;
    }

    bool is_done() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

words_ja::Era const* take_era(Taker& text) {
    for (auto const& era : words_ja::eras)
        if (text.take(era.name) || text.take(era.short_name) || text.take(era.letter)) return &era;
    return nullptr;
}

std::optional<int> take_year(Taker& text, words_ja::Era const* era) {
    if (era == nullptr) return text.number(4, 4);
    auto const number = text.take(words_ja::first_year) ? std::optional{1} : text.number(1, 2);
    if (!number || *number == 0) return std::nullopt;
    return era->first.year + *number - 1;
}

struct Signs {
    std::string_view after_year;
    std::string_view after_month;
    std::string_view after_day;
};
constexpr Signs styles[] = {{"/", "/", ""},
                            {"-", "-", ""},
                            {".", ".", ""},
                            {words_ja::year, words_ja::month, words_ja::day}};

std::optional<Date> take_date(Taker& text, words_ja::Era const* era) {
    auto const year = take_year(text, era);
    if (!year) return std::nullopt;
    for (auto const& style : styles) {
        if (!text.take(style.after_year)) continue;
        auto const month = text.number(1, 2);
        if (!month || !text.take(style.after_month)) return std::nullopt;
        auto const day = text.number(1, 2);
        if (!day || !text.take(style.after_day) || !text.is_done()) return std::nullopt;
        return Date{*year, *month, *day};
    }
    return std::nullopt;
}

}  // namespace

bool is_date(Date const& date) {
    bool const in_range = date.year >= 1 && date.year <= 9999 && date.month >= 1 &&
                          date.month <= 12 && date.day >= 1 && date.day <= 31;
    return in_range && date_of(day_number(date)) == date;  // 31 April would come back as 1 May
}

std::optional<Date> parse_japanese_date(std::string_view text) {
    constexpr std::size_t longest = 100;  // far more than any date, so that junk costs nothing
    if (text.size() > longest) return std::nullopt;
    auto const simple = simplified(text);
    Taker taker{simple};
    auto const* era = take_era(taker);
    auto const date = take_date(taker, era);
    if (!date || !is_date(*date)) return std::nullopt;
    if (era != nullptr && (*date < era->first || *date > era->last)) return std::nullopt;
    return date;
}

std::string iso_text(Date const& date) {
    std::array<char, 40> text{};
    auto const length =
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string month_day_weekday(Date const& date) {
    std::string out = std::to_string(date.month);
    out += words_ja::month;
    out += std::to_string(date.day);
    out += words_ja::day;
    out += '(';
    out += words_ja::weekdays[weekday(date).c_encoding()];
    out += ')';
    return out;
}

Date local_date(Instant at) {
    std::chrono::sys_time<std::chrono::milliseconds> const local{std::chrono::milliseconds{at.ms} +
                                                                 zone};
    return date_of(std::chrono::floor<std::chrono::days>(local));
}

Instant local_midnight(Date const& date) {
    auto const since = day_number(date).time_since_epoch();
    return Instant{std::chrono::milliseconds{since}.count()} - zone;
}

}  // namespace horenso
