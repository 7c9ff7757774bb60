#include <gtest/gtest.h>

#include <map>
#include <string>

#include "platform/text/kana.hpp"

namespace horenso::text {
namespace {

using Cases = std::map<std::string, std::string>;

void expect_spelt(Cases const& cases) {
    for (auto const& [kana, letters] : cases) EXPECT_EQ(hepburn(kana), letters) << kana;
}

TEST(Hepburn, GivenLongVowels_WhenSpelt_ThenTheyAreDropped) {
    expect_spelt({{"サトウ", "sato"},
                  {"オオノ", "ono"},
                  {"ユウキ", "yuki"},
                  {"コウノ", "kono"},
                  {"オオタ", "ota"},
                  {"トオヤマ", "toyama"},
                  {"リョウコ", "ryoko"},
                  {"シュウヘイ", "shuhei"},
                  {"ジョージ", "joji"},
                  {"クドウ", "kudo"},
                  {"シンイチロウ", "shinichiro"},
                  {"オウミ", "omi"}});
}

TEST(Hepburn, GivenVowelsThatAreNotLong_WhenSpelt_ThenTheyStay) {
    expect_spelt({{"ニイミ", "niimi"},
                  {"ケイコ", "keiko"},
                  {"ヨコオ", "yokoo"},
                  {"タカトオ", "takatoo"},
                  {"オオウチ", "ouchi"},
                  {"オオオカ", "ooka"},
                  {"イノウエ", "inoue"},
                  {"タケノウチ", "takenouchi"},
                  {"マツウラ", "matsuura"},
                  {"ミウラ", "miura"},
                  {"ヨシオ", "yoshio"},
                  {"シオウラ", "shiora"}});
}

TEST(Hepburn, GivenDoubledAndNasalSounds_WhenSpelt_ThenAsOnPassports) {
    expect_spelt({{"ハットリ", "hattori"},
                  {"ホッタ", "hotta"},
                  {"ハッチョウ", "hatcho"},
                  {"ナンバ", "namba"},
                  {"ホンマ", "homma"},
                  {"サンペイ", "sampei"},
                  {"シンイチ", "shinichi"},
                  {"ケンゴ", "kengo"},
                  {"カッシャ", "kassha"}});
}

TEST(Hepburn, GivenEverySingleKana_WhenSpelt_ThenAsInTheTable) {
    expect_spelt({{"アイウエオ", "aiueo"},
                  {"カキクケコ", "kakikukeko"},
                  {"ガギグゲゴ", "gagigugego"},
                  {"サシスセソ", "sashisuseso"},
                  {"ザジズゼゾ", "zajizuzezo"},
                  {"タチツテト", "tachitsuteto"},
                  {"ダヂヅデド", "dajizudedo"},
                  {"ナニヌネノ", "naninuneno"},
                  {"ハヒフヘホ", "hahifuheho"},
                  {"バビブベボ", "babibubebo"},
                  {"パピプペポ", "papipupepo"},
                  {"マミムメモ", "mamimumemo"},
                  {"ヤユヨ", "yayuyo"},
                  {"ラリルレロ", "rarirurero"},
                  {"ワヰヱヲン", "waieon"},
                  {"ヴヵヶ", "vukake"}});
}

TEST(Hepburn, GivenYouonAndForeignSounds_WhenSpelt_ThenTwoKanaAreOneSound) {
    expect_spelt({{"キャチャニャヒャミャリャ", "kyachanyahyamyarya"},
                  {"ギュジュビュピュ", "gyujubyupyu"},
                  {"ウェンディ", "wendi"},
                  {"ファティマ", "fatima"},
                  {"ヴァレリー", "vareri"},
                  {"チェ", "che"},
                  {"グエン・ティ・フォン", "guen ti fon"}});
}

TEST(Hepburn, GivenAFullName_WhenSpelt_ThenTheWordsStayApart) {
    EXPECT_EQ(hepburn("サトウ ハナコ"), "sato hanako");
    EXPECT_EQ(hepburn("　ｻﾄｳ　 はなこ "), "sato hanako");
    EXPECT_EQ(hepburn("ヨコオ マサル"), "yokoo masaru");
}

TEST(Hepburn, GivenWhatIsNotKana_WhenSpelt_ThenThereIsNoSpelling) {
    for (auto text : {"", " ", "佐藤", "サトウ1", "Smith", "ー", "ッ", "ア゛"})
        EXPECT_EQ(hepburn(text), std::nullopt) << text;
}

}  // namespace
}  // namespace horenso::text
