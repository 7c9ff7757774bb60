#include "platform/time/days.hpp"

namespace horenso {

std::chrono::weekday weekday(Date const& date) { return std::chrono::weekday{day_number(date)}; }

int days_between(Date const& first, Date const& last) {
    return static_cast<int>((day_number(last) - day_number(first)).count());
}

Date add_days(Date const& date, int days) {
    return date_of(day_number(date) + std::chrono::days{days});
}

std::chrono::sys_days day_number(Date const& date) {
    return std::chrono::year_month_day{std::chrono::year{date.year},
                                       std::chrono::month{static_cast<unsigned>(date.month)},
                                       std::chrono::day{static_cast<unsigned>(date.day)}};
}

Date date_of(std::chrono::sys_days day) {
    std::chrono::year_month_day const parts{day};
    return {int{parts.year()}, static_cast<int>(unsigned{parts.month()}),
            static_cast<int>(unsigned{parts.day()})};
}

}  // namespace horenso
