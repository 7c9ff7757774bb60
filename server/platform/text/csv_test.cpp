#include "platform/text/csv.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "kit/source_path.hpp"
#include "platform/text/csv_fuzz.cpp"  // whose corpus runs here too

namespace horenso::text {
namespace {

using testing::ElementsAre;
using Cells = std::vector<std::string>;

struct Read {
    std::vector<Cells> rows;
    std::vector<std::size_t> lines;
    std::optional<std::size_t> unclosed_quote;
};

Read read(std::string_view text) {
    Read out;
    CsvReader reader{text};
    while (auto row = reader.next()) {
        out.rows.push_back(row->cells);
        out.lines.push_back(row->line);
    }
    out.unclosed_quote = reader.unclosed_quote();
    return out;
}

TEST(Csv, GivenAnyLineEnd_WhenRead_ThenTheRowsAreTheSame) {
    for (auto text : {"a,b\r\nc,d\r\n", "a,b\nc,d\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d\r"}) {
        auto const got = read(text);
        EXPECT_THAT(got.rows, ElementsAre(Cells{"a", "b"}, Cells{"c", "d"})) << text;
        EXPECT_THAT(got.lines, ElementsAre(1u, 2u)) << text;
    }
}

TEST(Csv, GivenQuotedCells_WhenRead_ThenCommasLineEndsAndQuotesAreText) {
    auto const got = read("\"a,b\",\"c \"\"d\"\"\"\r\n\"e\r\nf\ng\",h\r\ni,\"\"\n");
    EXPECT_THAT(got.rows,
                ElementsAre(Cells{"a,b", "c \"d\""}, Cells{"e\r\nf\ng", "h"}, Cells{"i", ""}));
    EXPECT_THAT(got.lines, ElementsAre(1u, 2u, 5u));
}

TEST(Csv, GivenEmptyCellsAndLines_WhenRead_ThenTheyAreKeptButNotOneAtTheEnd) {
    EXPECT_THAT(read(",,\n").rows, ElementsAre(Cells{"", "", ""}));
    EXPECT_THAT(read("a,").rows, ElementsAre(Cells{"a", ""}));
    EXPECT_THAT(read("a\n\nb\n").rows, ElementsAre(Cells{"a"}, Cells{""}, Cells{"b"}));
    EXPECT_THAT(read("a\n\nb\n").lines, ElementsAre(1u, 2u, 3u));
    EXPECT_THAT(read("").rows, ElementsAre());
}

TEST(Csv, GivenWhatSpreadsheetsDoBeyondTheStandard_WhenRead_ThenNothingIsLost) {
    EXPECT_THAT(read("a\"b,\"c\"d").rows, ElementsAre(Cells{"a\"b", "cd"}));
    EXPECT_THAT(read("\xEF\xBB\xBF"
                     "a\n\xEF\xBB\xBF\"b\"")
                    .rows,
                ElementsAre(Cells{"a"}, Cells{"b"}));
}

TEST(Csv, GivenMoreCellsThanAreWanted_WhenRead_ThenTheRestOfTheRowIsPassedOver) {
    CsvReader reader{"a,b,\"c\nd\",e\nf", 2};
    EXPECT_THAT(reader.next()->cells, ElementsAre("a", "b"));
    auto const second = reader.next();
    EXPECT_THAT(second->cells, ElementsAre("f"));
    EXPECT_EQ(second->line, 3u);
    EXPECT_FALSE(reader.next());
}

TEST(Csv, GivenAQuoteThatIsNeverClosed_WhenRead_ThenItsLineIsTold) {
    auto const got = read("a,b\n\"c\nd\",\"e\nf,g\n");
    EXPECT_EQ(got.unclosed_quote, 3u);
    EXPECT_THAT(got.rows, ElementsAre(Cells{"a", "b"}));
    EXPECT_EQ(read("a,\"b\"\n").unclosed_quote, std::nullopt);
    EXPECT_EQ(read("\"").unclosed_quote, 1u);
}

TEST(Csv, GivenTheFuzzersCorpus_WhenRead_ThenEveryInvariantHolds) {
    auto const folder = horenso::kit::source_path("tests/fuzz/corpus/csv");
    int files = 0;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        std::ifstream file{entry.path(), std::ios::binary};
        std::string const bytes{std::istreambuf_iterator<char>{file}, {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
        ++files;
    }
    EXPECT_GT(files, 5);
}

}  // namespace
}  // namespace horenso::text
