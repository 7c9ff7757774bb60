#include "platform/sheet/formats.hpp"

#include <gtest/gtest.h>

namespace horenso::sheet {
namespace {

TEST(DateFormats, GivenNumbersOfFormats_ThenDaysAndTimesAreKnown) {
    for (auto const id : {14, 22, 27, 30, 31, 36, 45, 50, 55, 58})
        EXPECT_TRUE(is_date_format(id)) << id;
    for (auto const id : {0, 1, 2, 9, 10, 11, 13, 23, 37, 44, 48, 49, 164})
        EXPECT_FALSE(is_date_format(id)) << id;
}

TEST(DateFormats, GivenCodes_ThenDaysAndTimesAreKnown) {
    for (auto const* code : {"yyyy/m/d", "yyyy-mm-dd;@", "[$-411]ggge\"年\"m\"月\"d\"日\";@",
                             "h:mm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "ge.m.d", "m/d"})
        EXPECT_TRUE(is_date_code(code)) << code;
    for (auto const* code : {"General", "0", "0.00E+00", "#,##0;[Red]-#,##0", "\"年\"0", "\\d0",
                             "@", "", "0_d", "[Yellow]0"})
        EXPECT_FALSE(is_date_code(code)) << code;
}

TEST(Dates, GivenSerialNumbers_ThenTheDaysAreThoseThatExcelShows) {
    EXPECT_EQ(date_text(46113, false), "2026-04-01");
    EXPECT_EQ(date_text(1, false), "1900-01-01");
    EXPECT_EQ(date_text(59, false), "1900-02-28");
    EXPECT_EQ(date_text(61, false), "1900-03-01");
    EXPECT_EQ(date_text(2'958'465, false), "9999-12-31");
    EXPECT_EQ(date_text(44651, true), "2026-04-01");
    EXPECT_EQ(date_text(0, true), "1904-01-01");
}

TEST(Dates, GivenAPartOfADay_ThenItIsATime) {
    EXPECT_EQ(date_text(46113.354166667, false), "2026-04-01 08:30");
    EXPECT_EQ(date_text(0.71875, false), "17:15");
    EXPECT_EQ(date_text(46112.9999999, false), "2026-04-01");
}

TEST(Dates, GivenWhatIsNoDate_ThenNothing) {
    EXPECT_FALSE(date_text(-1, false));
    EXPECT_FALSE(date_text(2'958'466, false));
    EXPECT_FALSE(date_text(1e300, false));
}

}  // namespace
}  // namespace horenso::sheet
