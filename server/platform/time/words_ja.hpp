#pragma once
#include <string_view>

#include "platform/time/japanese_date.hpp"

/// The Japanese words of dates.
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

}  // namespace horenso::words_ja
