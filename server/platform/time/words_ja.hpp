#pragma once
#include <string_view>

#include "platform/time/japanese_date.hpp"

/// The Japanese words of dates and of public holidays.
namespace horenso::words_ja {

struct Era {
    std::string_view name;
    std::string_view short_name;
    std::string_view letter;
    Date first;
    Date last;
};

// 25 December 1926 was a day of both.
constexpr Era eras[] = {
    {"令和", "令", "R", {2019, 5, 1}, {9999, 12, 31}},
    {"平成", "平", "H", {1989, 1, 8}, {2019, 4, 30}},
    {"昭和", "昭", "S", {1926, 12, 25}, {1989, 1, 7}},
    {"大正", "大", "T", {1912, 7, 30}, {1926, 12, 25}},
};

constexpr std::string_view first_year = "元";
constexpr std::string_view year = "年";
constexpr std::string_view month = "月";
constexpr std::string_view day = "日";
constexpr std::string_view weekdays[] = {"日", "月", "火", "水", "木", "金", "土"};

constexpr std::string_view new_years_day = "元日";
constexpr std::string_view coming_of_age_day = "成人の日";
constexpr std::string_view foundation_day = "建国記念の日";
constexpr std::string_view emperors_birthday = "天皇誕生日";
constexpr std::string_view spring_equinox_day = "春分の日";
constexpr std::string_view showa_day = "昭和の日";
constexpr std::string_view constitution_day = "憲法記念日";
constexpr std::string_view greenery_day = "みどりの日";
constexpr std::string_view childrens_day = "こどもの日";
constexpr std::string_view marine_day = "海の日";
constexpr std::string_view mountain_day = "山の日";
constexpr std::string_view day_of_the_aged = "敬老の日";
constexpr std::string_view autumn_equinox_day = "秋分の日";
constexpr std::string_view health_and_sports_day = "体育の日";
constexpr std::string_view sports_day = "スポーツの日";
constexpr std::string_view culture_day = "文化の日";
constexpr std::string_view labour_thanksgiving_day = "勤労感謝の日";

constexpr std::string_view wedding_1959 = "皇太子明仁親王の結婚の儀";
constexpr std::string_view funeral_1989 = "昭和天皇の大喪の礼";
constexpr std::string_view wedding_1993 = "皇太子徳仁親王の結婚の儀";
constexpr std::string_view accession_2019 = "天皇の即位の日";
constexpr std::string_view enthronement = "即位礼正殿の儀";

constexpr std::string_view substitute_holiday = "振替休日";
constexpr std::string_view bridge_holiday = "国民の休日";

}  // namespace horenso::words_ja
