#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "platform/time/clock.hpp"

namespace horenso {

/// A day of the calendar, without a time or a zone. Whoever makes one by hand keeps it valid.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend auto operator<=>(Date const&, Date const&) = default;
};

/// True if there is such a day in the years 1 to 9999.
bool is_date(Date const& date);

/// A date as people in Japan type it: 2026/4/1, 2026-04-01, 2026.4.1, 2026年4月1日, 令和8年4月1日,
/// 令8.4.1, R8.4.1, H30/5/6, 元年, in any width and case, with spaces. Eras from 大正 on, within their
/// first and last day. nullopt for all else, also for days that don't exist.
std::optional<Date> parse_japanese_date(std::string_view text);

/// "2026-04-01": for the database and for programs.
std::string iso_text(Date const& date);

/// "11月24日(火)".
std::string month_day_weekday(Date const& date);

/// The day on which `at` falls where the organisation is, and that day's first moment. For now this
/// is Japan Standard Time, nine hours before UTC all year.
Date local_date(Instant at);
Instant local_midnight(Date const& date);

}  // namespace horenso
