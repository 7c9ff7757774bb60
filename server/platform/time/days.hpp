#pragma once
#include <chrono>

#include "platform/time/japanese_date.hpp"

/// Counting in whole days of the calendar, without a time or a zone. All of it wants valid dates, and
/// none of it looks at holidays.
namespace horenso {

std::chrono::weekday weekday(Date const& date);

/// How many days after `first` is `last`: 1 for the day after it, below zero for a day before it.
int days_between(Date const& first, Date const& last);

/// The day so many days later, or earlier below zero. It must lie in the years 1 to 9999.
Date add_days(Date const& date, int days);

/// The same day as the standard library counts it. The only way there and back.
std::chrono::sys_days day_number(Date const& date);
Date date_of(std::chrono::sys_days day);

}  // namespace horenso
