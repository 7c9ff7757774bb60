#include "services/directory/staff_sheet.hpp"

#include <gmock/gmock.h>

#include "platform/base/catalogue.hpp"

namespace horenso::directory {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr Date today{2026, 8, 2};

Result<StaffSheet> read(std::string_view bytes) { return read_staff_sheet(bytes, today); }

/// "行 2 sheet.empty_cell" for each bad row, or the code of the whole.
std::vector<std::string> faults(std::string_view bytes) {
    auto const sheet = read(bytes);
    if (sheet) return {};
    EXPECT_EQ(sheet.problem().status, 422);
    if (sheet.problem().fields.empty()) return {sheet.problem().code};
    EXPECT_EQ(sheet.problem().code, "directory.bad_sheet");
    std::vector<std::string> out;
    for (auto const& field : sheet.problem().fields) out.push_back(field.path + " " + field.code);
    return out;
}

TEST(StaffSheet, GivenEveryColumnInAnyOrderAndWidth_WhenRead_ThenEachRowIsAPerson) {
    auto const sheet = read(
        "入職日,フリガナ, 氏名 ,ｉｄ,生年（西暦）,内線,雇用区分,役職,所属,備考,\r\n"
        "2026/4/1,ｻﾄｳ  はなこ,　佐藤　花子 "
        ",H.Sato1967@Minato,１９６７年,123,正職員,係長,総務課,\"ここに\r\n何でも\",\r\n"
        "令和8年4月1日,タカハシ ハジメ,髙橋 一,,,,臨時職員,,,,\r\n");
    ASSERT_TRUE(sheet);
    EXPECT_THAT(sheet->ignored_headings, ElementsAre("備考"));
    ASSERT_EQ(sheet->rows.size(), 2u);

    auto const& sato = sheet->rows[0];
    EXPECT_EQ(sato.line, 2u);
    EXPECT_EQ(sato.name, "佐藤　花子");
    EXPECT_EQ(sato.kana, "サトウ　ハナコ");
    EXPECT_EQ(sato.login, "h.sato1967@minato");
    EXPECT_EQ(sato.department, "総務課");
    EXPECT_EQ(sato.position, "係長");
    EXPECT_EQ(sato.employment, "正職員");
    EXPECT_EQ(sato.extension, "123");
    EXPECT_EQ(sato.birth_year, 1967);
    EXPECT_EQ(sato.hired_on, (Date{2026, 4, 1}));

    auto const& takahashi = sheet->rows[1];
    EXPECT_EQ(takahashi.line, 4u);
    EXPECT_EQ(takahashi.login, std::nullopt);
    EXPECT_EQ(takahashi.department, "");
    EXPECT_EQ(takahashi.birth_year, std::nullopt);
    EXPECT_EQ(takahashi.hired_on, (Date{2026, 4, 1}));
}

TEST(StaffSheet, GivenOnlyTheRequiredColumns_WhenRead_ThenTheRestIsNotSaid) {
    auto const sheet = read("氏名,フリガナ\n佐藤 花子,サトウ ハナコ\n");
    ASSERT_TRUE(sheet);
    auto const& sato = sheet->rows.at(0);
    EXPECT_EQ(sato.login, std::nullopt);
    EXPECT_EQ(sato.department, std::nullopt);
    EXPECT_EQ(sato.position, std::nullopt);
    EXPECT_EQ(sato.employment, std::nullopt);
    EXPECT_EQ(sato.extension, std::nullopt);
    EXPECT_EQ(sato.birth_year, std::nullopt);
    EXPECT_EQ(sato.hired_on, std::nullopt);
}

TEST(StaffSheet, GivenOneSheetInEachEncoding_WhenRead_ThenTheNamesAreTheSame) {
    auto const utf8 = "氏名,フリガナ\r\n髙﨑 花,タカサキ ハナ\r\n"s;
    auto const cp932 =
        "\x8E\x81\x96\xBC,\x83\x74\x83\x8A\x83\x4B\x83\x69\r\n"
        "\xFB\xFC\xFA\xB1 \x89\xD4,\x83\x5E\x83\x4A\x83\x54\x83\x4C \x83\x6E\x83\x69\r\n"s;
    for (auto const& bytes : {utf8, "\xEF\xBB\xBF" + utf8, cp932}) {
        auto const sheet = read(bytes);
        ASSERT_TRUE(sheet);
        EXPECT_EQ(sheet->rows.at(0).name, "髙﨑 花");
        EXPECT_EQ(sheet->rows.at(0).kana, "タカサキ　ハナ");
    }
}

TEST(StaffSheet, GivenEmptyRows_WhenRead_ThenTheyArePassedOver) {
    auto const sheet = read("\n,,\n氏名,フリガナ\n\n , \n佐藤 花子,サトウ ハナコ\n,　\n\n");
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->rows.size(), 1u);
    EXPECT_EQ(sheet->rows[0].line, 6u);
}

TEST(StaffSheet, GivenManyFaults_WhenRead_ThenEveryReasonOfEveryRowIsToldInOrder) {
    EXPECT_THAT(
        faults("氏名,フリガナ,ID,雇用区分,生年(西暦),入職日\n"
               ",,,正職員,,\n"
               "佐藤 花子,佐藤,h sato,パート,67,4/1\n"
               "鈴木 一,スズキ ハジメ,a1,正職員,1967,2026/4/1\n"
               "田中 次郎,タナカ ジロウ,Ａ１,特定業務職員,2027,令和元年4月30日\n"
               "山田 \"三郎,ヤマダ サブロウ,b1,,1899,\n"
               "\"木村\n四郎\",キムラ シロウ,b2,臨時職員,,,x\n"),
        ElementsAre("行 2 sheet.empty_cell", "行 2 sheet.empty_cell", "行 3 directory.not_kana",
                    "行 3 directory.bad_login", "行 3 directory.bad_employment",
                    "行 3 directory.bad_birth_year", "行 3 directory.bad_date",
                    "行 5 directory.bad_birth_year", "行 5 directory.bad_date",
                    "行 5 directory.login_twice", "行 6 directory.bad_birth_year",
                    "行 7 sheet.too_many_cells", "行 7 sheet.unprintable_cell"));
}

TEST(StaffSheet, GivenAnUnclosedQuote_WhenRead_ThenItsLineIsToldAfterTheFaultsBeforeIt) {
    EXPECT_THAT(faults("氏名,フリガナ\n佐藤,\n\"鈴木,スズキ\n田中,タナカ\n"),
                ElementsAre("行 2 sheet.empty_cell", "行 3 sheet.unclosed_quote"));
    EXPECT_THAT(faults("\"氏名,フリガナ\n"), ElementsAre("行 1 sheet.unclosed_quote"));
}

TEST(StaffSheet, GivenHeadingsThatMissOrRepeat_WhenRead_ThenEachIsToldAndNoRowIsJudged) {
    EXPECT_THAT(faults("名前,ID\n佐藤,\n"),
                ElementsAre("行 1 sheet.no_heading", "行 1 sheet.no_heading"));
    EXPECT_THAT(faults("氏名,フリガナ,氏名\n佐藤,,\n"), ElementsAre("行 1 sheet.heading_twice"));
    EXPECT_THAT(faults("氏名;フリガナ\n佐藤;サトウ\n"),
                ElementsAre("行 1 sheet.no_heading", "行 1 sheet.no_heading"));
}

TEST(StaffSheet, GivenCellsTooLongOrWithControlCharacters_WhenRead_ThenTheyAreFaults) {
    std::string const sixty(60, 'x');
    EXPECT_THAT(faults("氏名,フリガナ\n" + sixty + ",サトウ\n"), IsEmpty());
    EXPECT_THAT(faults("氏名,フリガナ\n" + sixty + "x,サトウ\n"),
                ElementsAre("行 2 sheet.long_cell"));
    EXPECT_THAT(faults("氏名,フリガナ\n佐\x1B藤,サトウ\n"),
                ElementsAre("行 2 sheet.unprintable_cell"));
    EXPECT_THAT(faults("氏名,フリガナ\n\"佐藤\r\n\",サトウ\n"), IsEmpty());
}

TEST(StaffSheet, GivenWhatIsNoSheet_WhenRead_ThenTheWholeIsRefused) {
    EXPECT_THAT(faults(""), ElementsAre("sheet.empty"));
    EXPECT_THAT(faults("\n\n"), ElementsAre("sheet.empty"));
    EXPECT_THAT(faults("氏名,フリガナ\n,\n"), ElementsAre("sheet.empty"));
    EXPECT_THAT(faults("PK\x03\x04 etc"), ElementsAre("sheet.unreadable"));
    EXPECT_THAT(faults("\xFF\xFE\x0F\x5C"), ElementsAre("sheet.unreadable"));
    EXPECT_THAT(faults("氏名\0,フリガナ\n"sv), ElementsAre("sheet.unreadable"));
}

TEST(StaffSheet, GivenTwentyThousandRowsOrOneMore_WhenRead_ThenOnlyTheSecondIsTooLong) {
    std::string sheet = "氏名,フリガナ\n";
    for (int count = 0; count < 20'000; ++count) sheet += "佐藤,サトウ\n";
    auto const most = read(sheet);
    ASSERT_TRUE(most);
    EXPECT_EQ(most->rows.size(), 20'000u);
    EXPECT_THAT(faults(sheet + "佐藤,サトウ\n"), ElementsAre("sheet.too_many_rows"));
}

TEST(StaffSheet, GivenFaults_WhenShown_ThenTheSentencesNameWhatWasTyped) {
    Catalogue const catalogue{embedded::files()};
    auto const sheet = read("氏名,フリガナ,ID,雇用区分\n佐藤,,a1,パート\n鈴木,スズキ,a1,正職員\n");
    ASSERT_FALSE(sheet);
    std::vector<std::string> said;
    for (auto const& field : sheet.problem().fields) {
        EXPECT_TRUE(catalogue.has(field.code)) << field.code;
        said.push_back(catalogue.words(field.code, field.arguments).title);
    }
    EXPECT_THAT(said, ElementsAre("「フリガナ」が空です。", HasSubstr("「パート」"),
                                  "ID「a1」は行 2 にもあります。"));
}

}  // namespace
}  // namespace horenso::directory
