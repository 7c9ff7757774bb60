#include "platform/sheet/table.hpp"

#include <gmock/gmock.h>

#include "platform/sheet/xlsx_writer.hpp"

namespace horenso::sheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array<std::string_view, 3> headings = {"名前", "電話(代表)", "メモ"};
constexpr std::array<std::size_t, 1> required = {0};

Result<Table> read(std::string_view bytes, std::size_t most_rows = 3) {
    return read_table(bytes, headings, required, most_rows);
}

std::vector<std::string> said(Faults const& faults) {
    std::vector<std::string> all;
    for (auto const& one : faults) all.push_back(one.path + ' ' + one.code);
    return all;
}

std::string refusal(std::string_view bytes) {
    auto const table = read(bytes);
    return table ? "" : table.problem().code;
}

TEST(Table, GivenHeadingsInAnyOrderAndWidth_WhenRead_ThenCellsAreFoundAndOthersNamed) {
    auto const table =
        read("ﾒﾓ, 電話（代表） ,住所,名　前\n\"一行\n二行\",03,東京,\n x ,,,青木,\n");
    ASSERT_TRUE(table);
    EXPECT_THAT(table->columns.ignored(), ElementsAre("住所"));
    EXPECT_EQ(table->columns.cell(table->rows.at(0), 2), "一行\n二行");
    EXPECT_EQ(table->columns.cell(table->rows.at(0), 0), "");
    EXPECT_EQ(table->columns.cell(table->rows.at(1), 0), "青木");
    EXPECT_EQ(table->rows.at(1).line, 4u);
}

TEST(Table, GivenAColumnThatIsNotThere_WhenAsked_ThenItSaysNothingAndARequiredOneIsAFault) {
    auto const without = read("名前\n青木\n");
    ASSERT_TRUE(without);
    EXPECT_THAT(without->faults, IsEmpty());
    EXPECT_EQ(without->columns.cell(without->rows.at(0), 1), std::nullopt);
    EXPECT_THAT(said(read("メモ,メモ\nx\n")->faults),
                ElementsAre("行 1 sheet.heading_twice", "行 1 sheet.no_heading"));
}

TEST(Table, GivenARowWithMoreThanThereAreHeadings_WhenJudged_ThenItIsAFaultUnlessTheRestIsEmpty) {
    auto const table = read("名前,メモ\n青木,x,　\n青木,x,y\n");
    Faults faults;
    for (auto const& row : table->rows) table->columns.require_no_more(row, faults);
    EXPECT_THAT(said(faults), ElementsAre("行 3 sheet.too_many_cells"));
}

TEST(Table, GivenMoreColumnsThanAnybodyHas_WhenRead_ThenTheRestIsPassedOver) {
    std::string file = "名前";
    for (int column = 0; column < 300; ++column) file += ",列";
    auto const table = read(file + "\n青木\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns.ignored().size(), 255u);
    EXPECT_EQ(table->columns.cell(table->rows.at(0), 0), "青木");
}

TEST(Table, GivenAWorkbook_WhenRead_ThenItIsAsTheSameCsv) {
    auto const table = read(write_xlsx("表", {{"名前", "メモ"}, {"青木", "一行\n二行"}}));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns.cell(table->rows.at(0), 2), "一行\n二行");
}

TEST(Table, GivenAQuoteThatIsNeverClosed_WhenRead_ThenItsLineIsTold) {
    auto const table = read("名前\n青木\n\"加藤\n");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows.size(), 1u);
    EXPECT_THAT(said(table->at_the_end), ElementsAre("行 3 sheet.unclosed_quote"));
}

TEST(Table, GivenWhatIsNoTable_WhenRead_ThenItIsRefusedAndSoIsARowTooMany) {
    EXPECT_EQ(refusal(""), "sheet.empty");
    EXPECT_EQ(refusal("名前\n , \n"), "sheet.empty");
    EXPECT_EQ(refusal("PK\x03\x04 etc"), "sheet.unreadable");
    EXPECT_EQ(refusal("\xFF\xFE\x0F\x5C"), "sheet.unreadable");
    EXPECT_EQ(refusal("名前\na\nb\nc\n"), "");
    EXPECT_EQ(refusal("名前\na\nb\nc\nd\n"), "sheet.too_many_rows");
    EXPECT_EQ(refusal("\n\n名前\n\na\n\nb\n\nc\n\n\n\n"), "");
}

}  // namespace
}  // namespace horenso::sheet
