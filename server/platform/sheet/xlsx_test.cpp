#include "platform/sheet/xlsx.hpp"

#include <gmock/gmock.h>
#include <zip.h>

#include <map>

namespace horenso::sheet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Parts = std::map<std::string, std::string>;

/// A ZIP file with these parts.
std::string zipped(Parts const& parts) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    zip_source_keep(source);
    for (auto const& [name, content] : parts) {
        auto* part = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), part, 0) < 0) throw std::runtime_error{name};
    }
    if (zip_close(archive) != 0) throw std::runtime_error{zip_strerror(archive)};
    zip_source_open(source);
    zip_source_seek(source, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

std::string relationships(std::string const& all) {
    return R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           all + "</Relationships>";
}

/// The smallest workbook with these rows in its sheet.
Parts workbook(std::string const& rows) {
    constexpr char const* kinds =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    auto refer = [&](std::string const& id, std::string const& kind, std::string const& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + kinds + kind + "\" Target=\"" + target +
               "\"/>";
    };
    return {
        {"_rels/.rels", relationships(refer("r1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="x"><sheets><sheet name="名簿" sheetId="1" r:id="r1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         relationships(refer("r1", "worksheet", "worksheets/sheet1.xml") +
                       refer("r2", "sharedStrings", "sharedStrings.xml") +
                       refer("r3", "styles", "/xl/styles.xml"))},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>氏名</t></si><si><r><t>佐藤</t></r><r><t xml:space=\"preserve\"> 花子</t></r>"
         "<rPh sb=\"0\" eb=\"2\"><t>サトウ</t></rPh></si></sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"ge.m.d\"/></numFmts><cellXfs>"
         "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
    };
}

std::vector<std::vector<std::string>> cells(std::string const& bytes,
                                            XlsxLimits const& limits = {}) {
    std::vector<std::vector<std::string>> all;
    auto const read = read_xlsx(bytes, limits);
    if (auto const* rows = std::get_if<0>(&read))
        for (auto const& row : *rows) all.push_back(row.cells);
    else
        ADD_FAILURE() << "not read: " << static_cast<int>(std::get<1>(read));
    return all;
}

std::optional<XlsxFault> fault(std::string const& bytes, XlsxLimits const& limits = {}) {
    auto const read = read_xlsx(bytes, limits);
    if (auto const* found = std::get_if<1>(&read)) return *found;
    return std::nullopt;
}

TEST(Xlsx, GivenWordsThatCellsShare_WhenRead_ThenTheirPartsAreOneWordWithoutItsReading) {
    EXPECT_THAT(cells(zipped(workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>
                                        <row r="2"><c r="A2" t="s"><v>1</v></c></row>)"))),
                ElementsAre(ElementsAre("氏名"), ElementsAre("佐藤 花子")));
}

TEST(Xlsx, GivenEveryKindOfCell_WhenRead_ThenItIsTheTextThatPeopleSee) {
    EXPECT_THAT(cells(zipped(workbook(
                    R"(<row r="1"><c r="A1"><v>1990</v></c><c r="B1" s="1"><v>46113</v></c>
               <c r="C1" s="2"><v>46113</v></c><c r="D1" t="b"><v>1</v></c>
               <c r="E1" t="str"><f>A1</f><v>x</v></c><c r="F1" t="inlineStr"><is><t>直接</t></is></c>
               <c r="G1" t="e"><v>#N/A</v></c><c r="H1"/></row>)"))),
                ElementsAre(ElementsAre("1990", "2026-04-01", "2026-04-01", "TRUE", "x", "直接",
                                        "#N/A", "")));
}

TEST(Xlsx, GivenCellsAndRowsLeftOut_WhenRead_ThenEachStandsInItsPlace) {
    auto const bytes = zipped(workbook(
        R"(<row r="3"><c r="C3"><v>1</v></c></row><row r="4"/><row><c><v>2</v></c><c><v>3</v></c></row>)"));
    EXPECT_THAT(cells(bytes), ElementsAre(ElementsAre("", "", "1"), ElementsAre("2", "3")));
    auto const read = read_xlsx(bytes);
    EXPECT_EQ(std::get<0>(read)[0].line, 3u);
    EXPECT_EQ(std::get<0>(read)[1].line, 5u);
}

TEST(Xlsx, GivenAHiddenSheet_WhenRead_ThenItIsTheOneBehindIt) {
    auto parts = workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    parts["xl/workbook.xml"] =
        R"(<x:workbook xmlns:x="y" xmlns:r="x"><x:workbookPr date1904="1"/><x:sheets>
           <x:sheet name="a" sheetId="1" state="hidden" r:id="r9"/><x:sheet name="b" sheetId="2" r:id="r1"/>
           </x:sheets></x:workbook>)";
    EXPECT_THAT(cells(zipped(parts)), ElementsAre(ElementsAre("1")));
}

TEST(Xlsx, GivenNoSheetAtAll_WhenRead_ThenThereAreNoRows) {
    EXPECT_THAT(cells(zipped(workbook(""))), IsEmpty());
}

TEST(Xlsx, GivenOtherFiles_WhenRead_ThenItIsSaidWhatTheyAre) {
    EXPECT_EQ(fault(""), XlsxFault::not_xlsx);
    EXPECT_EQ(fault("氏名,フリガナ\n"), XlsxFault::not_xlsx);
    EXPECT_EQ(fault("PK\x03\x04 and no more"), XlsxFault::not_xlsx);
    EXPECT_EQ(fault(zipped({{"word/document.xml", "<w/>"}})), XlsxFault::not_xlsx);
    EXPECT_EQ(fault("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), XlsxFault::locked_or_old);
    auto parts = workbook("");
    parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>";
    EXPECT_EQ(fault(zipped(parts)), XlsxFault::not_xlsx);
}

TEST(Xlsx, GivenAFileThatUnpacksToVeryMuch_WhenRead_ThenItIsStoppedBefore) {
    auto const much = "<row><c><v>" + std::string(2'000'000, '1') + "</v></c></row>";
    EXPECT_EQ(fault(zipped(workbook(much)), {.part_bytes = 1'000'000}), XlsxFault::too_large);
    std::string many;
    for (int i = 0; i < 11; ++i) many += "<row><c><v>1</v></c></row>";
    EXPECT_EQ(fault(zipped(workbook(many)), {.rows = 10}), XlsxFault::too_large);
}

TEST(Xlsx, GivenEntitiesThatGrow_WhenRead_ThenTheyStayWhatTheyAre) {
    auto parts = workbook("");
    parts["xl/worksheets/sheet1.xml"] =
        R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>
           <row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>)";
    EXPECT_THAT(cells(zipped(parts)), ElementsAre(ElementsAre("&b;")));
}

TEST(Xlsx, GivenReferencesToNothing_WhenRead_ThenTheCellIsEmpty) {
    EXPECT_THAT(
        cells(zipped(workbook(
            R"(<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1" s="99"><v>46113</v></c></row>)"))),
        ElementsAre(ElementsAre("", "46113")));
}

TEST(Xlsx, GivenAColumnFarToTheRight_WhenRead_ThenItIsPassedOver) {
    EXPECT_THAT(cells(zipped(workbook(
                    R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>)"))),
                ElementsAre(ElementsAre("1")));
}

TEST(Xlsx, GivenOneLongStringInEveryCell_WhenRead_ThenItIsTooLargeAndNotCopiedForEach) {
    auto parts = workbook(R"(<row r="1"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>)");
    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(600, 'a') + "</t></si></sst>";
    EXPECT_EQ(fault(zipped(parts), {.text_bytes = 1'000}), XlsxFault::too_large);
    EXPECT_THAT(cells(zipped(parts), {.text_bytes = 1'200}),
                ElementsAre(ElementsAre(std::string(600, 'a'), std::string(600, 'a'))));
}

TEST(Xlsx, GivenLineEndsAsExcelEscapesThem_WhenRead_ThenOnlyTheLineIsLeft) {
    auto parts = workbook(R"(<row r="1"><c t="s"><v>0</v></c></row>)");
    parts["xl/sharedStrings.xml"] = "<sst><si><t>_x000D_a_x000D_\nb_x000D__x000D_</t></si></sst>";
    EXPECT_THAT(cells(zipped(parts)), ElementsAre(ElementsAre("a\nb")));
}

}  // namespace
}  // namespace horenso::sheet
