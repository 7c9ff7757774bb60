#include "platform/time/japanese_date.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace horenso {

void PrintTo(Date const& date, std::ostream* out);
void PrintTo(Date const& date, std::ostream* out) { *out << iso_text(date); }

namespace {

TEST(JapaneseDate, GivenOneDayInEveryForm_WhenParsed_ThenItIsThatDay) {
    for (auto text :
         {"2026/4/1", "2026-04-01", "2026.4.1", "2026年4月1日", "2026年04月01日", "令和8年4月1日",
          "令8年4月1日", "R8.4.1", "r8/4/1", "R08-04-01", "２０２６／４／１", "令和８年４月１日",
          "Ｒ８．４．１", " 令和 8年　4月 1日 ", "２０２６年4月1日"})
        EXPECT_EQ(parse_japanese_date(text), (Date{2026, 4, 1})) << text;
}

TEST(JapaneseDate, GivenEachEra_WhenParsed_ThenItsYearsAreCountedFromItsFirst) {
    EXPECT_EQ(parse_japanese_date("令和元年5月1日"), (Date{2019, 5, 1}));
    EXPECT_EQ(parse_japanese_date("R1.12.31"), (Date{2019, 12, 31}));
    EXPECT_EQ(parse_japanese_date("H30/5/6"), (Date{2018, 5, 6}));
    EXPECT_EQ(parse_japanese_date("平成元年1月8日"), (Date{1989, 1, 8}));
    EXPECT_EQ(parse_japanese_date("S64.1.7"), (Date{1989, 1, 7}));
    EXPECT_EQ(parse_japanese_date("昭和42年11月24日"), (Date{1967, 11, 24}));
    EXPECT_EQ(parse_japanese_date("大正元年7月30日"), (Date{1912, 7, 30}));
    EXPECT_EQ(parse_japanese_date("T15.12.25"), (Date{1926, 12, 25}));
    EXPECT_EQ(parse_japanese_date("S1.12.25"), (Date{1926, 12, 25}));
}

TEST(JapaneseDate, GivenADayOutsideItsEra_WhenParsed_ThenItIsNoDate) {
    for (auto text : {"令和元年4月30日", "平成31年5月1日", "H1.1.7", "S64.1.8", "昭和65年1月1日",
                      "大正元年7月29日", "T15.12.26", "R0.5.1", "S1.12.24"})
        EXPECT_EQ(parse_japanese_date(text), std::nullopt) << text;
}

TEST(JapaneseDate, GivenDaysThatDoNotExist_WhenParsed_ThenTheyAreNoDates) {
    for (auto text : {"2026/2/29", "2026/4/31", "2026/13/1", "2026/0/1", "2026/1/0", "0000/1/1",
                      "2100-02-29", "令和7年2月29日"})
        EXPECT_EQ(parse_japanese_date(text), std::nullopt) << text;
    EXPECT_EQ(parse_japanese_date("2024/2/29"), (Date{2024, 2, 29}));
    EXPECT_EQ(parse_japanese_date("2000/2/29"), (Date{2000, 2, 29}));
}

TEST(JapaneseDate, GivenWhatIsNoDate_WhenParsed_ThenNothingComes) {
    for (auto text : {"",
                      " ",
                      "2026",
                      "2026/4",
                      "2026/4/1/2",
                      "2026年4月1",
                      "2026年4/1",
                      "2026/4-1",
                      "4/1/2026",
                      "26/4/1",
                      "8年4月1日",
                      "令和8年4月1日(水)",
                      "R8",
                      "元年4月1日",
                      "2026/004/1",
                      "20260401",
                      "明治45年7月29日",
                      "2026/4/1 10:00",
                      "46113",
                      "\xEF\xBC",
                      "\xE3\x80",
                      "二〇二六年四月一日"})
        EXPECT_EQ(parse_japanese_date(text), std::nullopt) << text;
    EXPECT_EQ(parse_japanese_date("2026/4/1" + std::string(10'000, ' ')), std::nullopt);
}

TEST(JapaneseDate, GivenADate_WhenShown_ThenTheWeekdayIsRight) {
    EXPECT_EQ(month_day_weekday({2026, 11, 24}), "11月24日(火)");
    EXPECT_EQ(month_day_weekday({2026, 4, 1}), "4月1日(水)");
    EXPECT_EQ(month_day_weekday({2026, 8, 2}), "8月2日(日)");
    EXPECT_EQ(iso_text({2026, 4, 1}), "2026-04-01");
}

TEST(LocalDate, GivenTheLastAndFirstMomentOfADay_WhenAsked_ThenTheDayChangesAtMidnightInJapan) {
    auto const midnight = local_midnight({2026, 4, 1});
    EXPECT_EQ(midnight, Instant{1'774'969'200'000});
    EXPECT_EQ(local_date(midnight), (Date{2026, 4, 1}));
    EXPECT_EQ(local_date(midnight - std::chrono::milliseconds{1}), (Date{2026, 3, 31}));
    EXPECT_EQ(local_date(Instant{0}), (Date{1970, 1, 1}));
    EXPECT_EQ(local_date(local_midnight({1912, 7, 30})), (Date{1912, 7, 30}));
}

}  // namespace
}  // namespace horenso
