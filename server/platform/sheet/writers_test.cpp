// Sheets that are written, and read again by our own reader.
#include <gmock/gmock.h>

#include "platform/sheet/csv_writer.hpp"
#include "platform/sheet/xlsx.hpp"
#include "platform/sheet/xlsx_writer.hpp"

namespace horenso::sheet {
namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells read_again(std::string const& bytes) {
    Cells cells;
    auto read = read_xlsx(bytes);
    for (auto& row : std::get<0>(read)) cells.push_back(std::move(row.cells));
    return cells;
}

TEST(XlsxWriter, GivenRows_WhenWrittenAndRead_ThenEachCellIsAsItWas) {
    Cells const rows{{"氏名", "電話"}, {"髙橋 \"花子\" <&>", "0312345678"}, {"=1+1", " 前後 "}};
    EXPECT_EQ(read_again(write_xlsx("名簿", rows)), rows);
}

TEST(XlsxWriter, GivenTenThousandRows_WhenWritten_ThenTheyAreAllThere) {
    Cells const rows(10'000, {"職員", "所属"});
    EXPECT_EQ(read_again(write_xlsx("名簿", rows)).size(), rows.size());
}

TEST(CsvWriter, GivenRows_WhenWritten_ThenExcelReadsThemAndTakesNothingForAFormula) {
    EXPECT_EQ(write_csv({{"氏名", "電話"}, {"佐\"藤", "+81"}, {"=cmd", "'x"}, {"-", "@"}}),
              "\xEF\xBB\xBF\"氏名\",\"電話\"\r\n\"佐\"\"藤\",\"'+81\"\r\n\"'=cmd\",\"''x\"\r\n"
              "\"'-\",\"'@\"\r\n");
}

TEST(CsvWriter, GivenAGuardedCell_WhenUnguarded_ThenItIsAsItWas) {
    for (auto const* cell : {"'+81", "'=cmd", "''x", "'-", "'@"})
        EXPECT_EQ(unguarded(cell), std::string_view{cell}.substr(1));
    for (auto const* cell : {"'", "'90年", "佐藤", ""}) EXPECT_EQ(unguarded(cell), cell);
}

}  // namespace
}  // namespace horenso::sheet
