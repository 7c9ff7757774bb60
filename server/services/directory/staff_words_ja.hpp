#pragma once
#include <array>
#include <string_view>

/// The Japanese words of a staff sheet.
namespace horenso::directory::words_ja {

enum class Column {
    name,
    kana,
    login,
    department,
    position,
    employment,
    extension,
    birth_year,
    hired_on,
    posts,
    telephone,
    duties,
    site,
    number
};

inline constexpr std::array<std::string_view, 14> headings = {
    "氏名",       "フリガナ", "ID",   "所属", "役職", "雇用区分", "内線",
    "生年(西暦)", "入職日",   "兼務", "電話", "担当", "拠点",     "職員番号"};

constexpr std::string_view heading(Column column) {
    return headings[static_cast<std::size_t>(column)];
}

inline constexpr std::array<std::string_view, 3> employments = {"正職員", "特定業務職員",
                                                                "臨時職員"};

inline constexpr std::array<std::string_view, 4> between_posts = {"、", "，", ",", "､"};
inline constexpr std::array<std::string_view, 2> before_position = {"／", "/"};

inline constexpr std::string_view sheet = "名簿";
inline constexpr std::string_view retired = "退職者";
inline constexpr std::string_view year = "年";

}  // namespace horenso::directory::words_ja
