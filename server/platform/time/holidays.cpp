#include "platform/time/holidays.hpp"

#include "platform/time/days.hpp"
#include "platform/time/words_ja.hpp"

namespace horenso {
namespace {

using std::chrono::Monday;
using std::chrono::Sunday;

constexpr Date substitutes_in_force{1973, 4, 12};
constexpr Date bridges_in_force{1985, 12, 27};
constexpr int act_renewed = 2007;  // substitutes skip holidays; 4 May has a name of its own
constexpr int for_ever = last_holiday_year;

enum class On { day, monday, spring_equinox, autumn_equinox };

/// A named holiday as it was from one year to another. The act came into force on 20 July 1948, so what
/// lies earlier in the year began in 1949.
struct Appointed {
    std::string_view name;
    int first_year;
    int last_year;
    int month;
    On on;
    int number = 0;  // the day of the month, or which Monday
};

constexpr Appointed appointed[] = {
    {words_ja::new_years_day, 1949, for_ever, 1, On::day, 1},
    {words_ja::coming_of_age_day, 1949, 1999, 1, On::day, 15},
    {words_ja::coming_of_age_day, 2000, for_ever, 1, On::monday, 2},
    {words_ja::foundation_day, 1967, for_ever, 2, On::day, 11},
    {words_ja::emperors_birthday, 2020, for_ever, 2, On::day, 23},
    {words_ja::funeral_1989, 1989, 1989, 2, On::day, 24},
    {words_ja::spring_equinox_day, 1949, for_ever, 3, On::spring_equinox},
    {words_ja::wedding_1959, 1959, 1959, 4, On::day, 10},
    {words_ja::emperors_birthday, 1949, 1988, 4, On::day, 29},
    {words_ja::greenery_day, 1989, 2006, 4, On::day, 29},
    {words_ja::showa_day, 2007, for_ever, 4, On::day, 29},
    {words_ja::accession_2019, 2019, 2019, 5, On::day, 1},
    {words_ja::constitution_day, 1949, for_ever, 5, On::day, 3},
    {words_ja::greenery_day, 2007, for_ever, 5, On::day, 4},
    {words_ja::childrens_day, 1949, for_ever, 5, On::day, 5},
    {words_ja::wedding_1993, 1993, 1993, 6, On::day, 9},
    {words_ja::marine_day, 1996, 2002, 7, On::day, 20},
    {words_ja::marine_day, 2003, 2019, 7, On::monday, 3},
    {words_ja::marine_day, 2020, 2020, 7, On::day, 23},  // 2020 and 2021: around the Olympic Games
    {words_ja::marine_day, 2021, 2021, 7, On::day, 22},
    {words_ja::marine_day, 2022, for_ever, 7, On::monday, 3},
    {words_ja::sports_day, 2020, 2020, 7, On::day, 24},
    {words_ja::sports_day, 2021, 2021, 7, On::day, 23},
    {words_ja::mountain_day, 2016, 2019, 8, On::day, 11},
    {words_ja::mountain_day, 2020, 2020, 8, On::day, 10},
    {words_ja::mountain_day, 2021, 2021, 8, On::day, 8},
    {words_ja::mountain_day, 2022, for_ever, 8, On::day, 11},
    {words_ja::day_of_the_aged, 1966, 2002, 9, On::day, 15},
    {words_ja::day_of_the_aged, 2003, for_ever, 9, On::monday, 3},
    {words_ja::autumn_equinox_day, 1948, for_ever, 9, On::autumn_equinox},
    {words_ja::health_and_sports_day, 1966, 1999, 10, On::day, 10},
    {words_ja::health_and_sports_day, 2000, 2019, 10, On::monday, 2},
    {words_ja::sports_day, 2022, for_ever, 10, On::monday, 2},
    {words_ja::enthronement, 2019, 2019, 10, On::day, 22},
    {words_ja::culture_day, 1948, for_ever, 11, On::day, 3},
    {words_ja::enthronement, 1990, 1990, 11, On::day, 12},
    {words_ja::labour_thanksgiving_day, 1948, for_ever, 11, On::day, 23},
    {words_ja::emperors_birthday, 1989, 2018, 12, On::day, 23},
};

/// The day of March or September on which the sun is in the equinox in Japan. `before` and `since` are
/// where it stood in 1980, in millionths of a day, for the years before 1980 and since then (the
/// approximation of the Hydrographic Department, good to 2099).
int equinox(int year, int before, int since) {
    constexpr int millionths = 1'000'000;
    constexpr int drift = 242'194;  // what a solar year has over 365 days
    bool const is_early = year < 1980;
    auto const leap_days = is_early ? (year - 1983) / 4 : (year - 1980) / 4;
    return ((is_early ? before : since) + drift * (year - 1980)) / millionths - leap_days;
}

bool falls_on(Appointed const& holiday, Date const& date) {
    switch (holiday.on) {
        case On::day: return date.day == holiday.number;
        case On::monday: return (date.day - 1) / 7 + 1 == holiday.number && weekday(date) == Monday;
        case On::spring_equinox: return date.day == equinox(date.year, 20'835'700, 20'843'100);
        case On::autumn_equinox: return date.day == equinox(date.year, 23'258'800, 23'248'800);
    }
    return false;
}

/// Article 2, and the acts for single days.
Appointed const* find_appointed(Date const& date) {
    for (auto const& holiday : appointed)
        if (holiday.month == date.month && holiday.first_year <= date.year &&
            date.year <= holiday.last_year && falls_on(holiday, date))
            return &holiday;
    return nullptr;
}

bool is_appointed(Date const& date) { return find_appointed(date) != nullptr; }

/// Article 3(2): the next day that isn't a holiday, after one that is a Sunday. Until 2006 it was the
/// Monday or nothing.
bool is_substitute(Date const& date) {
    if (date < substitutes_in_force) return false;
    auto before = add_days(date, -1);
    if (date.year < act_renewed) return weekday(before) == Sunday && is_appointed(before);
    for (; is_appointed(before); before = add_days(before, -1))
        if (weekday(before) == Sunday) return true;
    return false;
}

/// Article 3(3): the one day between two holidays. Until 2006 not if it was a Sunday.
bool is_bridge(Date const& date) {
    if (date < bridges_in_force) return false;
    if (date.year < act_renewed && weekday(date) == Sunday) return false;
    return is_appointed(add_days(date, -1)) && is_appointed(add_days(date, 1));
}

}  // namespace

std::optional<std::string_view> holiday_name(Date const& date) {
    if (auto const* holiday = find_appointed(date)) return holiday->name;
    if (is_substitute(date)) return words_ja::substitute_holiday;
    if (is_bridge(date)) return words_ja::bridge_holiday;
    return std::nullopt;
}

bool is_holiday(Date const& date) { return holiday_name(date).has_value(); }

std::vector<Holiday> holidays_of(int year) {
    std::vector<Holiday> found;
    if (year < first_holiday_year || year > last_holiday_year) return found;
    for (Date date{year, 1, 1}; date.year == year; date = add_days(date, 1))
        if (auto const name = holiday_name(date)) found.push_back({date, *name});
    return found;
}

}  // namespace horenso
