// What the rules find in what people write, and what they leave alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "services/policy/clauses.hpp"
#include "services/policy/finding.hpp"

namespace horenso::policy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> codes(std::string_view text, Numbers const& numbers = {}) {
    std::vector<std::string> all;
    for (auto const& one : look({DraftKind::message, text, ""}, numbers))
        all.emplace_back(one.code);
    return all;
}

/// What is left when all that may be dropped is.
std::string rest(std::string text) {
    for (auto const& one : look({DraftKind::message, text, ""}, {}))
        for (auto range = one.drop.rbegin(); range != one.drop.rend(); ++range)
            text.erase(range->begin, range->end - range->begin);
    return text;
}

TEST(Clause_5_1, GivenAGreetingAtTheBeginning_ThenItIsFoundAndCanBeDropped) {
    EXPECT_EQ(rest("お疲れ様です。会議は14時です"), "会議は14時です");
    EXPECT_EQ(rest("お世話になっております。\n資料を置きました"), "資料を置きました");
    EXPECT_EQ(rest("いつもお世話になります、鍵は受付です"), "鍵は受付です");
    EXPECT_EQ(rest("おつかれさまです！\n\n車は3号です"), "車は3号です");
    EXPECT_EQ(rest("渡邊課長\nお疲れ様です。\n明日は直行します"), "明日は直行します");
    EXPECT_EQ(rest("佐々木様\n\n鍵を返しました"), "鍵を返しました");
}

TEST(Clause_5_1, GivenTheWordsInsideASentence_ThenNothingIsFound) {
    EXPECT_THAT(codes("昨日の行事、みなさんお疲れ様でした。"), IsEmpty());
    EXPECT_THAT(codes("山本様から電話がありました"), IsEmpty());
    EXPECT_THAT(codes("お世話になった方へお礼を出します"), IsEmpty());
    EXPECT_THAT(codes("お疲れ様です。"), IsEmpty());  // then it is all there is to say
}

TEST(Clause_5_2, GivenAReplyThatOnlySaysUnderstood_ThenItIsFound) {
    for (auto const* text :
         {"了解", "了解です", "了解しました。", "承知しました！", "承知いたしました",
          "わかりました", "はい、わかりました。", "かしこまりました", "りょうかいです〜",
          "了解です👍", "はい、承知しました。\n"})
        EXPECT_THAT(codes(text), ElementsAre("policy.bare_answer")) << text;
}

TEST(Clause_5_2, GivenAReplyThatSaysMore_ThenNothingIsFound) {
    for (auto const* text : {"了解しました。14時に行きます", "承知しましたが、車はどれですか",
                             "わかりましたか？", "了解を取りました", "はい"})
        EXPECT_THAT(codes(text), IsEmpty()) << text;
}

TEST(Clause_5_3, GivenAMessageOfMoreThanTheCharactersSet_ThenItIsFound) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "あ";
    EXPECT_THAT(codes(text), IsEmpty());
    EXPECT_THAT(codes(text + "い"), ElementsAre("policy.long_message"));
    EXPECT_THAT(codes(text, {.message_characters = 199}), ElementsAre("policy.long_message"));
}

TEST(Clause_5_3, GivenAnotherMatter_ThenItIsFoundWhereItBegins) {
    std::string const text = "会議は14時です。別件ですが、鍵を返してください";
    auto const found = look({DraftKind::message, text, ""}, {});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].ranges.size(), 1u);
    EXPECT_EQ(text.substr(found[0].ranges[0].begin).find("別件"), 0u);
    EXPECT_THAT(codes("別件で来客中です"), ElementsAre("policy.several_matters"));
    EXPECT_THAT(codes("それは別件です"), IsEmpty());
}

TEST(Clause_B6, GivenAnApplicationOrAnApproval_ThenTheSentenceIsFound) {
    for (auto const* text : {"明日、年休を申請します", "11/27の午後、時間休をお願いします",
                             "有休を取得したいです", "昨日の時間外勤務の承認をお願いします",
                             "振替休日を12/1に取らせてください", "残業してもよろしいでしょうか",
                             "夏季休暇の件、許可します", "来週の月曜に代休をいただけますか"})
        EXPECT_THAT(codes(text), ElementsAre("policy.service_matter")) << text;
}

TEST(Clause_B6, GivenANoticeOfAbsenceOrTheWordAlone_ThenNothingIsFound) {
    for (auto const* text :
         {"熱があるので、今日は休みます", "本日、原さんは年休です",
          "明日は午前休です。電話は石田さんへ", "時間外の電話は転送しています",
          "14時から会議をお願いします", "子どもの熱で早退します", "振替の会議は金曜日です"})
        EXPECT_THAT(codes(text), IsEmpty()) << text;
}

std::vector<std::string> codes_of_name(std::string_view name) {
    std::vector<std::string> all;
    for (auto const& one : look({DraftKind::group_name, name, ""}, {})) all.emplace_back(one.code);
    return all;
}

TEST(Clause_6_2, GivenANameThatDoesNotEndInG_ThenItIsFound) {
    for (auto const* name : {"福祉フェスタ検討", "祭り", "Gの会", "G 準備"})
        EXPECT_THAT(codes_of_name(name), ElementsAre("policy.no_closing_g")) << name;
    for (auto const* name :
         {"福祉フェスタ検討G", "祭りＧ", "祭りg", "祭りG ", "祭りG　", "", " 　"})
        EXPECT_THAT(codes_of_name(name), IsEmpty()) << name;
}

TEST(Look, GivenAName_ThenRulesAboutMessagesSayNothingAndTheOtherWayRound) {
    EXPECT_THAT(codes_of_name("了解G"), IsEmpty());
    EXPECT_THAT(codes_of_name("お疲れ様です。明日、年休を申請しますG"), IsEmpty());
    EXPECT_THAT(codes("福祉フェスタ検討"), IsEmpty());
}

TEST(Look, GivenARuleThatThrows_ThenAGuardAsksAndAHintIsSilent) {
    auto const broken = [](Draft const&, Numbers const&) -> std::optional<Finding> {
        throw std::runtime_error{"broken"};
    };
    Rule const rules[] = {{"B6", main_measure, broken}, {"5.1", main_measure, broken}};
    auto const found = look({DraftKind::message, "明日", ""}, {}, rules);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_STREQ(found[0].clause.text(), "B6");
    EXPECT_STREQ(found[0].code, "policy.rule_failed");
}

TEST(Look, GivenALongText_ThenTheTimeGrowsWithItsLengthOnly) {
    // 40 KB of what the patterns begin with: a rule that went back again and again would never end.
    std::string text;
    while (text.size() < 40'000) text += "年休別件了解お疲れ様";
    EXPECT_THAT(codes(text), ElementsAre("policy.long_message"));
}

TEST(Utf16, GivenCharactersOfEveryLength_ThenUnitsAreCountedAsBrowsersDo) {
    std::string_view const text = "a葛\U000E0100𠮷é";
    EXPECT_EQ(utf16_offset(text, 0), 0u);
    EXPECT_EQ(utf16_offset(text, 1), 1u);
    EXPECT_EQ(utf16_offset(text, 4), 2u);
    EXPECT_EQ(utf16_offset(text, 8), 4u);
    EXPECT_EQ(utf16_offset(text, 12), 6u);
    EXPECT_EQ(utf16_offset(text, 99), 7u);
}

}  // namespace
}  // namespace horenso::policy
