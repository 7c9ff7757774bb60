#pragma once
#include <array>
#include <string_view>

/// The Japanese words of a sheet of contacts.
namespace horenso::contacts::words_ja {

/// The texts of an entry in their order (entry.cpp), then who of ours sees to it, then what tells a row apart.
inline constexpr std::array<std::string_view, 15> headings = {
    "機関・事業所", "機関のフリガナ", "部署", "氏名",     "氏名のフリガナ",
    "役職",         "分類",           "電話", "別の電話", "FAX",
    "メール",       "住所",           "メモ", "担当",     "番号"};

inline constexpr std::string_view sheet = "外部連絡先";

}  // namespace horenso::contacts::words_ja
