#include "services/access/pin_rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace horenso::access {
namespace {

constexpr std::size_t length = 6;
/// So many digits in a row of a number that others know are too many.
constexpr std::size_t known_digits = 3;

/// Walks over the keys of a telephone or a keyboard.
constexpr std::array<std::string_view, 10> walks{"147258", "258369", "147369", "369258", "741852",
                                                 "852963", "159357", "357159", "159753", "951357"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_at(std::string_view pin, std::size_t at) {
    return (pin[at] - '0') * 10 + pin[at + 1] - '0';
}

bool repeats(std::string_view pin) {
    auto const is_of = [&](std::size_t period) {
        return pin.substr(period) == pin.substr(0, length - period);
    };
    return std::set<char>(pin.begin(), pin.end()).size() < 3 || is_of(2) || is_of(3);
}

/// 123456, 987654, 112233: each digit, or each pair, is one more or one less than the one before.
bool counts(std::string_view pin) {
    auto const by = [&](std::size_t width, int step) {
        for (std::size_t i = 0; i < length; ++i) {
            auto const expected = (pin[0] - '0' + step * static_cast<int>(i / width) + 10) % 10;
            if (pin[i] - '0' != expected) return false;
        }
        return true;
    };
    return by(1, 1) || by(1, -1) || by(2, 1) || by(2, -1);
}

bool is_month(int number) { return number >= 1 && number <= 12; }
bool is_day(int number) { return number >= 1 && number <= 31; }

/// 670412, 041267, 196704: somebody's birthday, of any calendar's years.
bool is_date(std::string_view pin) {
    auto const first = number_at(pin, 0), second = number_at(pin, 2), third = number_at(pin, 4);
    bool const is_year = first == 19 || first == 20;
    return (is_month(second) && is_day(third)) || (is_year && is_month(third)) ||
           (is_month(first) && is_day(second));
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

/// "m.inoue1975-2@office" has two: 1975, and 2.
std::vector<std::string> numbers_in(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (char const c : text)
        if (is_digit(c))
            numbers.back() += c;
        else if (!numbers.back().empty())
            numbers.emplace_back();
    return numbers;
}

/// Whether the PIN has, or is within, a number that stands in the address book or in the ID.
bool is_ones_own(std::string_view pin, directory::Person const& owner) {
    auto numbers = numbers_in(owner.login);
    numbers.push_back(digits_of(owner.extension));
    for (auto const& known : numbers)
        if (known.size() >= known_digits &&
            (pin.find(known) != pin.npos || known.find(pin) != known.npos))
            return true;
    return digits_of(owner.telephone).find(pin) != std::string::npos;
}

}  // namespace

std::optional<Problem> refuse_pin(std::string_view pin, directory::Person const& owner) {
    if (pin.size() != length || !std::all_of(pin.begin(), pin.end(), is_digit))
        return Problem{.status = 422, .code = "access.no_pin"};
    bool const is_walk = std::find(walks.begin(), walks.end(), pin) != walks.end();
    if (is_walk || repeats(pin) || counts(pin) || is_date(pin) || is_ones_own(pin, owner))
        return Problem{.status = 422, .code = "access.guessable_pin"};
    return std::nullopt;
}

}  // namespace horenso::access
