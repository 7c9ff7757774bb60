#include "platform/text/kana.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

namespace horenso::text {
namespace {

TEST(Kana, GivenHalfWidthKanaAndHiragana_WhenConverted_ThenItIsFullWidthKatakana) {
    EXPECT_EQ(to_katakana_full_width("ｻﾄｳ ﾊﾅｺ"), "サトウ ハナコ");
    EXPECT_EQ(to_katakana_full_width("ｶﾞｷﾞｸﾞﾊﾟﾋﾞﾍﾟｳﾞｧ"), "ガギグパビペヴァ");
    EXPECT_EQ(to_katakana_full_width("さとう　はなこ"), "サトウ　ハナコ");
    EXPECT_EQ(to_katakana_full_width("か\u3099は\u309A"), "ガパ");
    EXPECT_EQ(to_katakana_full_width("ｺｰﾋｰ･｢｣｡､"), "コーヒー・「」。、");
    EXPECT_EQ(to_katakana_full_width("ゝゞゔ"), "ヽヾヴ");
    EXPECT_EQ(to_katakana_full_width("佐藤Abc"), "佐藤Abc");
    EXPECT_EQ(to_katakana_full_width("アﾞ"), "ア゛");  // no such letter: the mark stays
    EXPECT_EQ(to_katakana_full_width(""), "");
}

TEST(Kana, GivenAReading_WhenAskedWhetherItIsKatakana_ThenOnlyKatakanaIs) {
    EXPECT_TRUE(is_katakana("サトウ ハナコ"));
    EXPECT_TRUE(is_katakana("マリー＝アンヌ・ド　ヴィル"));
    EXPECT_FALSE(is_katakana("さとう"));
    EXPECT_FALSE(is_katakana("佐藤"));
    EXPECT_FALSE(is_katakana("ｻﾄｳ"));
    EXPECT_FALSE(is_katakana("サトウ1"));
    EXPECT_FALSE(is_katakana("ー"));
    EXPECT_FALSE(is_katakana(""));
}

TEST(KanaSortKey, GivenReadingsInTheOrderOfTheKanaTable_WhenSortedByKey_ThenTheOrderStays) {
    std::vector<std::string> const in_order{
        "アイダ",        "アオキ", "イトウ", "ウエダ",   "サトウ アイ", "サトウ　ハナコ",
        "サトウダ アイ", "ハハ",   "ハバ",   "ババ",     "ハヒ",        "ビョウイン",
        "ビヨウインカ",  "ミウラ", "ヤギ",   "ワタナベ", "ンガ"};
    auto sorted = in_order;
    std::ranges::reverse(sorted);
    std::ranges::sort(sorted, {}, katakana_sort_key);
    EXPECT_THAT(sorted, testing::ElementsAreArray(in_order));
}

TEST(KanaSortKey, GivenTheLongMark_WhenSorted_ThenItStandsWhereItsVowelWould) {
    EXPECT_LT(katakana_sort_key("コーア"), katakana_sort_key("コオイ"));
    EXPECT_LT(katakana_sort_key("コオア"), katakana_sort_key("コーイ"));
    EXPECT_LT(katakana_sort_key("カーア"), katakana_sort_key("カイ"));
}

TEST(KanaSortKey, GivenTheSameReadingInAnyWidth_WhenSorted_ThenTheKeysAreEqual) {
    EXPECT_EQ(katakana_sort_key("ｻﾄｳ"), katakana_sort_key("さとう"));
    EXPECT_EQ(katakana_sort_key("ガ"), katakana_sort_key("ｶﾞ"));
    EXPECT_NE(katakana_sort_key("カ"), katakana_sort_key("ガ"));
}

}  // namespace
}  // namespace horenso::text
