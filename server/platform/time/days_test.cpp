#include "platform/time/days.hpp"

#include <gtest/gtest.h>

namespace horenso {
namespace {

TEST(Days, GivenKnownDays_WhenTheWeekdayIsAsked_ThenItIsTheCalendars) {
    EXPECT_EQ(weekday({1948, 7, 20}), std::chrono::Tuesday);
    EXPECT_EQ(weekday({1970, 1, 1}), std::chrono::Thursday);
    EXPECT_EQ(weekday({2000, 2, 29}), std::chrono::Tuesday);
    EXPECT_EQ(weekday({2026, 11, 23}), std::chrono::Monday);
    EXPECT_EQ(weekday({2099, 12, 31}), std::chrono::Thursday);
}

TEST(Days, GivenEndsOfMonthsAndYears_WhenDaysAreAdded_ThenTheCalendarGoesOn) {
    EXPECT_EQ(add_days({2026, 4, 1}, 0), (Date{2026, 4, 1}));
    EXPECT_EQ(add_days({2026, 4, 30}, 1), (Date{2026, 5, 1}));
    EXPECT_EQ(add_days({2026, 1, 1}, -1), (Date{2025, 12, 31}));
    EXPECT_EQ(add_days({2024, 2, 28}, 1), (Date{2024, 2, 29}));
    EXPECT_EQ(add_days({2100, 2, 28}, 1), (Date{2100, 3, 1}));
    EXPECT_EQ(add_days({1999, 12, 31}, 367), (Date{2001, 1, 1}));
    EXPECT_EQ(add_days({1, 1, 1}, 3'652'058), (Date{9999, 12, 31}));
    EXPECT_EQ(add_days({9999, 12, 31}, -3'652'058), (Date{1, 1, 1}));
}

TEST(Days, GivenTwoDays_WhenCounted_ThenItIsHowManyOneMustAdd) {
    EXPECT_EQ(days_between({2026, 4, 1}, {2026, 4, 1}), 0);
    EXPECT_EQ(days_between({2026, 4, 1}, {2026, 4, 2}), 1);
    EXPECT_EQ(days_between({2026, 4, 2}, {2026, 4, 1}), -1);
    EXPECT_EQ(days_between({2024, 1, 1}, {2025, 1, 1}), 366);
    EXPECT_EQ(days_between({1, 1, 1}, {9999, 12, 31}), 3'652'058);
}

TEST(Days, GivenEveryDayOfFourCenturies_WhenCountedUp_ThenEachIsADateAndTheWeekdayAfterTheLast) {
    Date last{1899, 12, 31};
    for (int number = 1; number <= 146'097; ++number) {
        auto const date = add_days({1899, 12, 31}, number);
        ASSERT_TRUE(is_date(date)) << iso_text(date);
        ASSERT_LT(last, date);
        ASSERT_EQ(weekday(date), weekday(last) + std::chrono::days{1}) << iso_text(date);
        ASSERT_EQ(days_between(last, date), 1);
        last = date;
    }
    EXPECT_EQ(last, (Date{2299, 12, 31}));
}

}  // namespace
}  // namespace horenso
