#include "platform/sheet/formats.hpp"

#include <chrono>
#include <cmath>

#include "platform/time/japanese_date.hpp"

namespace horenso::sheet {
namespace {

constexpr double last_serial = 2'958'466;  // 9999-12-31
constexpr int minutes_a_day = 24 * 60;

std::string clock_text(int minutes) {
    auto const two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ':' + two(minutes % 60);
}

// Excel believes that 1900 was a leap year: up to that day its numbers are one less.
std::chrono::sys_days day_of(int days, bool from_1904) {
    using namespace std::chrono;
    if (from_1904) return sys_days{1904y / January / 1} + std::chrono::days{days};
    return sys_days{1899y / December / (days < 60 ? 31 : 30)} + std::chrono::days{days};
}

std::string iso_day(std::chrono::sys_days day) {
    std::chrono::year_month_day const ymd{day};
    Date const date{int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}),
                    static_cast<int>(unsigned{ymd.day()})};
    return iso_text(date);
}

}  // namespace

bool is_date_format(int id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

// What stands in quotes, in brackets or after a backslash is shown as it is, or is a colour or a language.
bool is_date_code(std::string_view code) {
    char within = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        auto const c = code[i];
        if (within) {
            if (c == within) within = 0;
        } else if (c == '"') {
            within = '"';
        } else if (c == '[') {
            within = ']';
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == ';') {
            return false;  // the first section is for what is positive
        } else if (std::string_view{"yYmMdDhHsSgG"}.find(c) != std::string_view::npos) {
            return !code.substr(i).starts_with("General");
        } else if (c == 'e') {  // the year of an era; in 0.00E+00 it is a capital
            return true;
        }
    }
    return false;
}

std::optional<std::string> date_text(double serial, bool from_1904) {
    if (!(serial >= 0) || serial >= last_serial) return std::nullopt;
    auto days = static_cast<int>(std::floor(serial));
    auto minutes = static_cast<int>(std::lround((serial - days) * minutes_a_day));
    if (minutes == minutes_a_day) {
        ++days;
        minutes = 0;
    }
    if (serial < 1 && !from_1904 && days == 0) return clock_text(minutes);
    auto const day = iso_day(day_of(days, from_1904));
    return minutes == 0 ? day : day + ' ' + clock_text(minutes);
}

}  // namespace horenso::sheet
