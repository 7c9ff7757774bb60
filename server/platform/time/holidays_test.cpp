#include "platform/time/holidays.hpp"

#include <gtest/gtest.h>

#include "platform/time/days.hpp"

namespace horenso {
namespace {

/// "" where there is none.
std::string_view name(int year, int month, int day) {
    return holiday_name({year, month, day}).value_or("");
}

/// The holidays from one day to another, both with it, as "4/29 昭和の日 5/3 …".
std::string listed(Date const& first, Date const& last) {
    std::string out;
    for (auto date = first; date <= last; date = add_days(date, 1)) {
        if (!is_holiday(date)) continue;
        if (!out.empty()) out += ' ';
        out += std::to_string(date.month) + '/' + std::to_string(date.day) + ' ';
        out += *holiday_name(date);
    }
    return out;
}

std::string listed(int year) { return listed({year, 1, 1}, {year, 12, 31}); }

TEST(Holidays, Given1948_WhenListed_ThenOnlyDaysSinceTheActCountAndNothingBeforeIt) {
    EXPECT_EQ(listed(1948), "9/23 秋分の日 11/3 文化の日 11/23 勤労感謝の日");
    EXPECT_EQ(name(1948, 1, 1), "");
    EXPECT_EQ(name(1948, 5, 3), "");
    EXPECT_EQ(name(1947, 11, 3), "");
}

TEST(Holidays, GivenTheFirstFullYear_WhenListed_ThenItHasTheNineOfTheAct) {
    EXPECT_EQ(listed(1949),
              "1/1 元日 1/15 成人の日 3/21 春分の日 4/29 天皇誕生日 5/3 憲法記念日 5/5 こどもの日 "
              "9/23 秋分の日 11/3 文化の日 11/23 勤労感謝の日");
}

TEST(Holidays, GivenAnOrdinaryYear_WhenListed_ThenItIsTheOfficialCalendar) {
    EXPECT_EQ(
        listed(2024),
        "1/1 元日 1/8 成人の日 2/11 建国記念の日 2/12 振替休日 2/23 天皇誕生日 3/20 春分の日 "
        "4/29 昭和の日 5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日 7/15 海の日 "
        "8/11 山の日 8/12 振替休日 9/16 敬老の日 9/22 秋分の日 9/23 振替休日 10/14 スポーツの日 "
        "11/3 文化の日 11/4 振替休日 11/23 勤労感謝の日");
}

TEST(Holidays, GivenTheLastKnownYearAndTheNext_WhenAsked_ThenItEndsWith2099) {
    EXPECT_EQ(name(2099, 1, 1), "元日");
    EXPECT_EQ(name(2099, 11, 23), "勤労感謝の日");
    EXPECT_EQ(name(2100, 1, 1), "");
    EXPECT_EQ(name(2100, 11, 3), "");
    EXPECT_FALSE(is_holiday({9999, 1, 1}));
    EXPECT_FALSE(is_holiday({1, 1, 1}));
    EXPECT_TRUE(holidays_of(1947).empty());
    EXPECT_TRUE(holidays_of(2100).empty());
}

TEST(Holidays, GivenAllYears_WhenListed_ThenTheyAre2411DaysInOrderAndEachIsAHolidayByItself) {
    std::size_t count = 0;
    for (int year = first_holiday_year; year <= last_holiday_year; ++year) {
        Date last{year - 1, 12, 31};
        for (auto const& [date, called] : holidays_of(year)) {
            EXPECT_LT(last, date);
            EXPECT_EQ(date.year, year);
            EXPECT_EQ(holiday_name(date), called);
            last = date;
            ++count;
        }
    }
    EXPECT_EQ(count, 2411U);
}

TEST(Holidays, GivenHolidaysThatCameLater_WhenAskedAroundTheirFirstYear_ThenTheyBeginThere) {
    EXPECT_EQ(name(1966, 2, 11), "");
    EXPECT_EQ(name(1967, 2, 11), "建国記念の日");
    EXPECT_EQ(name(1965, 9, 15), "");
    EXPECT_EQ(name(1966, 9, 15), "敬老の日");
    EXPECT_EQ(name(1965, 10, 10), "");
    EXPECT_EQ(name(1966, 10, 10), "体育の日");
    EXPECT_EQ(name(1995, 7, 20), "");
    EXPECT_EQ(name(1996, 7, 20), "海の日");
    EXPECT_EQ(name(2015, 8, 11), "");
    EXPECT_EQ(name(2016, 8, 11), "山の日");
}

TEST(Holidays, GivenEachReign_WhenAsked_ThenTheBirthdayMovesAnd2019HasNone) {
    EXPECT_EQ(name(1988, 4, 29), "天皇誕生日");
    EXPECT_EQ(name(1988, 12, 23), "");
    EXPECT_EQ(name(1989, 4, 29), "みどりの日");
    EXPECT_EQ(name(1989, 12, 23), "天皇誕生日");
    EXPECT_EQ(name(2018, 12, 23), "天皇誕生日");
    EXPECT_EQ(name(2019, 2, 23), "");
    EXPECT_EQ(name(2019, 12, 23), "");
    EXPECT_EQ(name(2020, 2, 23), "天皇誕生日");
    EXPECT_EQ(listed(2019).find("天皇誕生日"), std::string::npos);
}

TEST(Holidays, GivenTheActOf2007_WhenAskedForAprilAndMay_ThenShowaAndGreeneryDayHaveTheirPlaces) {
    EXPECT_EQ(name(2006, 4, 29), "みどりの日");
    EXPECT_EQ(name(2006, 5, 4), "国民の休日");
    EXPECT_EQ(name(2007, 4, 29), "昭和の日");
    EXPECT_EQ(name(2007, 5, 4), "みどりの日");
}

TEST(Holidays, GivenTheActsForSingleDays_WhenAsked_ThenTheyAreHolidaysInThatYearAlone) {
    EXPECT_EQ(name(1959, 4, 10), "皇太子明仁親王の結婚の儀");
    EXPECT_EQ(name(1989, 2, 24), "昭和天皇の大喪の礼");
    EXPECT_EQ(name(1990, 11, 12), "即位礼正殿の儀");
    EXPECT_EQ(name(1993, 6, 9), "皇太子徳仁親王の結婚の儀");
    EXPECT_EQ(name(2019, 5, 1), "天皇の即位の日");
    EXPECT_EQ(name(2019, 10, 22), "即位礼正殿の儀");
    for (Date const& once : {Date{1959, 4, 10}, Date{1989, 2, 24}, Date{1990, 11, 12},
                             Date{1993, 6, 9}, Date{2019, 5, 1}, Date{2019, 10, 22}})
        for (int const year : {once.year - 1, once.year + 1})
            EXPECT_FALSE(is_holiday({year, once.month, once.day})) << iso_text(once);
}

TEST(Holidays, GivenTheHappyMondaysOf2000_WhenAskedAroundIt_ThenTwoDaysBecomeMondays) {
    EXPECT_EQ(name(1999, 1, 15), "成人の日");
    EXPECT_EQ(name(1999, 10, 10), "体育の日");
    EXPECT_EQ(name(2000, 1, 15), "");
    EXPECT_EQ(name(2000, 1, 10), "成人の日");
    EXPECT_EQ(name(2000, 10, 10), "");
    EXPECT_EQ(name(2000, 10, 9), "体育の日");
    EXPECT_EQ(name(2001, 1, 8), "成人の日");  // the earliest second Monday
    EXPECT_EQ(name(2005, 10, 10), "体育の日");
    EXPECT_EQ(name(2012, 10, 8), "体育の日");
    EXPECT_EQ(name(2018, 1, 14), "");
    EXPECT_EQ(name(2013, 1, 14), "成人の日");  // the latest
}

TEST(Holidays, GivenTheHappyMondaysOf2003_WhenAskedAroundIt_ThenTwoMoreBecomeMondays) {
    EXPECT_EQ(name(2002, 7, 20), "海の日");
    EXPECT_EQ(name(2002, 9, 15), "敬老の日");
    EXPECT_EQ(name(2003, 7, 20), "");
    EXPECT_EQ(name(2003, 7, 21), "海の日");
    EXPECT_EQ(name(2003, 9, 15), "敬老の日");  // a Monday, the earliest third one
    EXPECT_EQ(name(2004, 9, 15), "");
    EXPECT_EQ(name(2004, 9, 20), "敬老の日");
    EXPECT_EQ(name(2009, 9, 21), "敬老の日");  // the latest
}

TEST(Holidays, GivenTheOlympicGames_WhenAskedFor2020And2021_ThenThreeDaysMoveAndComeBack) {
    EXPECT_EQ(name(2019, 10, 14), "体育の日");
    EXPECT_EQ(listed({2020, 7, 1}, {2020, 8, 31}), "7/23 海の日 7/24 スポーツの日 8/10 山の日");
    EXPECT_EQ(listed({2020, 10, 1}, {2020, 10, 31}), "");
    EXPECT_EQ(listed({2021, 7, 1}, {2021, 8, 31}),
              "7/22 海の日 7/23 スポーツの日 8/8 山の日 8/9 振替休日");
    EXPECT_EQ(listed({2021, 10, 1}, {2021, 10, 31}), "");
    EXPECT_EQ(listed({2022, 7, 1}, {2022, 8, 31}), "7/18 海の日 8/11 山の日");
    EXPECT_EQ(name(2022, 10, 10), "スポーツの日");
}

TEST(Holidays, GivenSundaysAroundApril1973_WhenAsked_ThenSubstitutesBeginWithTheChange) {
    EXPECT_EQ(weekday({1973, 2, 11}), std::chrono::Sunday);
    EXPECT_EQ(name(1973, 2, 12), "");
    EXPECT_EQ(weekday({1973, 4, 29}), std::chrono::Sunday);
    EXPECT_EQ(name(1973, 4, 29), "天皇誕生日");
    EXPECT_EQ(name(1973, 4, 30), "振替休日");
    EXPECT_EQ(listed({1973, 9, 1}, {1973, 9, 30}), "9/15 敬老の日 9/23 秋分の日 9/24 振替休日");
    EXPECT_EQ(name(1972, 1, 2), "");
    EXPECT_EQ(name(1978, 1, 2), "振替休日");
    EXPECT_EQ(name(2023, 1, 2), "振替休日");
}

TEST(Holidays, GivenGoldenWeeks_WhenAHolidayIsASunday_ThenTheSubstituteIsTheNextFreeDaySince2007) {
    EXPECT_EQ(listed({1998, 5, 1}, {1998, 5, 7}), "5/3 憲法記念日 5/4 振替休日 5/5 こどもの日");
    EXPECT_EQ(listed({2003, 5, 1}, {2003, 5, 7}), "5/3 憲法記念日 5/5 こどもの日");
    EXPECT_EQ(listed({2008, 5, 1}, {2008, 5, 7}),
              "5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日");
    EXPECT_EQ(listed({2009, 5, 1}, {2009, 5, 8}),
              "5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日");
    EXPECT_EQ(listed({2013, 5, 1}, {2013, 5, 8}),
              "5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日");
    EXPECT_EQ(listed({2007, 5, 1}, {2007, 5, 8}), "5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日");
    EXPECT_EQ(listed({2026, 5, 1}, {2026, 5, 8}),
              "5/3 憲法記念日 5/4 みどりの日 5/5 こどもの日 5/6 振替休日");
}

TEST(Holidays, GivenTheFourthOfMay_WhenAskedSince1985_ThenItIsABridgeUnlessSundayOrSubstitute) {
    EXPECT_EQ(name(1984, 5, 4), "");  // a Friday
    EXPECT_EQ(name(1985, 5, 4), "");  // the change came in December
    EXPECT_EQ(name(1986, 5, 4), "");  // a Sunday
    EXPECT_EQ(name(1987, 5, 4), "振替休日");
    EXPECT_EQ(name(1988, 5, 4), "国民の休日");
    EXPECT_EQ(name(1992, 5, 4), "振替休日");
    EXPECT_EQ(name(1997, 5, 4), "");  // a Sunday
    EXPECT_EQ(name(2002, 5, 4), "国民の休日");
}

TEST(Holidays, GivenSilverWeeks_WhenListed_ThenTheDayBetweenIsAHoliday) {
    EXPECT_EQ(listed({2009, 9, 19}, {2009, 9, 24}), "9/21 敬老の日 9/22 国民の休日 9/23 秋分の日");
    EXPECT_EQ(listed({2015, 9, 19}, {2015, 9, 24}), "9/21 敬老の日 9/22 国民の休日 9/23 秋分の日");
    EXPECT_EQ(listed({2026, 9, 19}, {2026, 9, 24}), "9/21 敬老の日 9/22 国民の休日 9/23 秋分の日");
    EXPECT_EQ(listed({2032, 9, 18}, {2032, 9, 23}), "9/20 敬老の日 9/21 国民の休日 9/22 秋分の日");
    EXPECT_EQ(listed({2020, 9, 18}, {2020, 9, 24}), "9/21 敬老の日 9/22 秋分の日");
    EXPECT_EQ(listed({2099, 9, 19}, {2099, 9, 24}), "9/21 敬老の日 9/22 国民の休日 9/23 秋分の日");
}

TEST(Holidays, GivenAllYears_WhenSeptembersWithABridgeAreListed_ThenTheyAreThese) {
    std::string years;
    for (int year = first_holiday_year; year <= last_holiday_year; ++year)
        if (listed({year, 9, 1}, {year, 9, 30}).find("国民の休日") != std::string::npos)
            years += std::to_string(year) + ' ';
    EXPECT_EQ(years, "2009 2015 2026 2032 2037 2043 2049 2054 2060 2071 2077 2088 2094 2099 ");
}

TEST(Holidays, GivenTheAccessionIn2019_WhenListed_ThenTenDaysInARowAreFree) {
    EXPECT_EQ(listed({2019, 4, 26}, {2019, 5, 8}),
              "4/29 昭和の日 4/30 国民の休日 5/1 天皇の即位の日 5/2 国民の休日 5/3 憲法記念日 "
              "5/4 みどりの日 5/5 こどもの日 5/6 振替休日");
    for (Date date{2019, 4, 27}; date <= Date{2019, 5, 6}; date = add_days(date, 1)) {
        auto const day = weekday(date);
        EXPECT_TRUE(is_holiday(date) || day == std::chrono::Saturday || day == std::chrono::Sunday)
            << iso_text(date);
    }
}

/// The years of which the day of a month is the equinox that `called` names.
std::string years_on(std::string_view called, int month, int day) {
    std::string years;
    for (int year = 1948; year <= 2099; ++year)
        if (name(year, month, day) == called) years += std::to_string(year) + ' ';
    return years;
}

TEST(Holidays, GivenTheSpringEquinox_WhenAskedFor152Years_ThenItIsTheTwentyFirstButInThese) {
    EXPECT_EQ(years_on("春分の日", 3, 19), "2092 2096 ");
    EXPECT_EQ(years_on("春分の日", 3, 22), "");
    EXPECT_EQ(
        years_on("春分の日", 3, 20),
        "1960 1964 1968 1972 1976 1980 1984 1988 1992 1993 1996 1997 2000 2001 2004 2005 2008 "
        "2009 2012 2013 2016 2017 2020 2021 2024 2025 2026 2028 2029 2030 2032 2033 2034 2036 "
        "2037 2038 2040 2041 2042 2044 2045 2046 2048 2049 2050 2052 2053 2054 2056 2057 2058 "
        "2059 2060 2061 2062 2063 2064 2065 2066 2067 2068 2069 2070 2071 2072 2073 2074 2075 "
        "2076 2077 2078 2079 2080 2081 2082 2083 2084 2085 2086 2087 2088 2089 2090 2091 2093 "
        "2094 2095 2097 2098 2099 ");
}

TEST(Holidays, GivenTheAutumnEquinox_WhenAskedFor152Years_ThenItIsTheTwentyThirdButInThese) {
    EXPECT_EQ(years_on("秋分の日", 9, 21), "");
    EXPECT_EQ(years_on("秋分の日", 9, 25), "");
    EXPECT_EQ(years_on("秋分の日", 9, 24), "1951 1955 1959 1963 1967 1971 1975 1979 ");
    EXPECT_EQ(
        years_on("秋分の日", 9, 22),
        "2012 2016 2020 2024 2028 2032 2036 2040 2044 2045 2048 2049 2052 2053 2056 2057 2060 "
        "2061 2064 2065 2068 2069 2072 2073 2076 2077 2078 2080 2081 2082 2084 2085 2086 2088 "
        "2089 2090 2092 2093 2094 2096 2097 2098 ");
}

}  // namespace
}  // namespace horenso
