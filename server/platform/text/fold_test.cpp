#include "platform/text/fold.hpp"

#include <gtest/gtest.h>

namespace horenso::text {
namespace {

TEST(Fold, GivenTheSameWordInOtherLetters_WhenFolded_ThenBothAreEqual) {
    EXPECT_EQ(fold_for_comparison("ﾎｳﾚﾝｿｳ"), fold_for_comparison("ほうれんそう"));
    EXPECT_EQ(fold_for_comparison("ＡＢＣ①"), "abc1");
    EXPECT_EQ(fold_for_comparison("ABC"), "abc");
    EXPECT_EQ(fold_for_comparison("ｶﾞｷﾞ"), "がぎ");
    EXPECT_EQ(fold_for_comparison("か\u3099"), "が");
    EXPECT_EQ(fold_for_comparison("ヴァヽヾヶ"), "ゔぁゝゞゖ");
    EXPECT_EQ(fold_for_comparison("葛\U000E0100城"), "葛城");
    EXPECT_EQ(fold_for_comparison("辻\uFE00"), "辻");
    EXPECT_EQ(fold_for_comparison("㈱"), "(株)");
    EXPECT_EQ(fold_for_comparison("生年（西暦）"), "生年(西暦)");
    EXPECT_EQ(fold_for_comparison("Straße"), "strasse");
    EXPECT_EQ(fold_for_comparison("佐藤　花子"), "佐藤 花子");
}

TEST(Fold, GivenDifferentWords_WhenFolded_ThenTheyStayDifferent) {
    EXPECT_NE(fold_for_comparison("コーヒー"), fold_for_comparison("コヒ"));
    EXPECT_EQ(fold_for_comparison("コーヒー"), "こーひー");
    EXPECT_NE(fold_for_comparison("はは"), fold_for_comparison("ぱぱ"));
    EXPECT_NE(fold_for_comparison("佐藤"), fold_for_comparison("加藤"));
}

TEST(Fold, GivenAVariantInAName_WhenFolded_ThenItIsThePlainForm) {
    EXPECT_EQ(fold_for_comparison("髙橋"), "高橋");
    EXPECT_EQ(fold_for_comparison("山﨑"), "山崎");
    EXPECT_EQ(fold_for_comparison("𠮷野"), "吉野");
    EXPECT_EQ(fold_for_comparison("渡邉"), fold_for_comparison("渡邊"));
}

TEST(Fold, GivenFoldedText_WhenFoldedAgain_ThenNothingChanges) {
    for (auto text :
         {"ﾎｳﾚﾝｿｳ", "ＡＢＣ①㈱", "葛\U000E0100", "👨‍👩‍👧", "ヷヸヹヺ", "髙﨑齋", "",
          "a\xFF"
          "b"}) {
        auto const once = fold_for_comparison(text);
        EXPECT_EQ(fold_for_comparison(once), once);
    }
}

}  // namespace
}  // namespace horenso::text
