#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "platform/time/japanese_date.hpp"

/// Japan's public holidays, computed from the Act on National Holidays (Act 178 of 1948) with all its
/// changes and the acts for single days, from the day it came into force to the end of 2099. They are
/// the law as it stands now: a later change, or a single day, needs a new line in holidays.cpp. The two
/// equinoxes are astronomy's; each becomes law in February of the year before, and has never differed.
///
/// Everything here is a pure function of the date and keeps nothing: a day costs a few dozen comparisons
/// of small numbers, a year some microseconds.
namespace horenso {

constexpr int first_holiday_year = 1948;
constexpr int last_holiday_year = 2099;

/// What the day is called if it is a public holiday, in Japanese, good as long as the program: one that
/// the law names (国民の祝日), the substitute for one on a Sunday (振替休日), or the one day between two
/// (国民の休日). nullopt for all other days, mere Sundays among them, and for every day before 20 July
/// 1948 and after 2099.
std::optional<std::string_view> holiday_name(Date const& date);
bool is_holiday(Date const& date);

struct Holiday {
    Date date;
    std::string_view name;
};

/// All of a year, the earliest first; none for a year that isn't known. Asks about each day.
std::vector<Holiday> holidays_of(int year);

}  // namespace horenso
