#include "platform/sheet/xlsx.hpp"

#include <charconv>

#include "platform/sheet/archive.hpp"
#include "platform/sheet/formats.hpp"
#include "platform/sheet/markup.hpp"
#include "platform/sheet/workbook.hpp"

namespace horenso::sheet {
namespace {

constexpr std::string_view zip_begins = "PK\x03\x04";
constexpr std::string_view ole_begins = "\xD0\xCF\x11\xE0";

/// The column of "AB12", from 0; nullopt if there are no letters.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (auto const c : reference) {
        if (c < 'A' || c > 'Z' || column > 20'000) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string number_text(std::string_view stored, bool is_date, bool from_1904) {
    if (is_date)
        if (auto const serial = number_in<double>(stored))
            if (auto text = date_text(*serial, from_1904)) return *text;
    return std::string{stored};
}

/// A cell as text (ECMA-376 part 1, 18.3.1.4).
std::string cell_text(pugi::xml_node cell, Workbook const& book) {
    auto const type = attribute(cell, "t");
    if (type == "inlineStr") return words_of(child(cell, "is"));
    std::string_view const stored = child(cell, "v").text().get();
    if (type == "s") {
        auto const index = number_in<std::size_t>(stored);
        return index && *index < book.strings.size() ? book.strings[*index] : "";
    }
    if (type == "b") return stored == "1" ? "TRUE" : "FALSE";
    if (type == "str" || type == "e") return std::string{stored};
    auto const style = number_in<std::size_t>(attribute(cell, "s"));
    auto const is_date =
        type == "d" || (style && *style < book.is_date.size() && book.is_date[*style]);
    return number_text(stored, is_date, book.from_1904);
}

/// nullopt when its text is more than what is left of the limit: one long string may stand in every cell.
std::optional<Row> row_of(pugi::xml_node element, std::size_t line, Workbook const& book,
                          std::size_t columns, std::size_t& bytes_left) {
    Row row{line, {}};
    std::size_t next = 0;
    for (auto const cell : element.children()) {
        if (!is(cell, "c")) continue;
        auto const column = column_of(attribute(cell, "r")).value_or(next);
        next = column + 1;
        if (column >= columns) continue;
        if (row.cells.size() <= column) row.cells.resize(column + 1);
        auto text = cell_text(cell, book);
        if (text.size() > bytes_left) return std::nullopt;
        bytes_left -= text.size();
        row.cells[column] = std::move(text);
    }
    return row;
}

std::variant<std::vector<Row>, XlsxFault> rows_of(std::string const& part, Workbook const& book,
                                                  XlsxLimits const& limits) {
    pugi::xml_document document;
    if (!parse(document, part)) return XlsxFault::not_xlsx;
    std::vector<Row> rows;
    std::size_t line = 0;
    auto bytes_left = limits.text_bytes;
    for (auto const element : child(child(document, "worksheet"), "sheetData").children()) {
        if (!is(element, "row")) continue;
        auto const said = number_in<std::size_t>(attribute(element, "r"));
        line = said && *said > line ? *said : line + 1;
        auto row = row_of(element, line, book, limits.columns, bytes_left);
        if (!row) return XlsxFault::too_large;
        if (row->cells.empty()) continue;
        if (rows.size() == limits.rows) return XlsxFault::too_large;
        rows.push_back(*std::move(row));
    }
    return rows;
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
    return bytes.starts_with(zip_begins) || bytes.starts_with(ole_begins);
}

std::variant<std::vector<Row>, XlsxFault> read_xlsx(std::string_view bytes,
                                                    XlsxLimits const& limits) {
    if (bytes.starts_with(ole_begins)) return XlsxFault::locked_or_old;
    Archive archive{bytes};
    auto const book = read_workbook(archive, limits.part_bytes);
    auto const part = book ? archive.part(book->first_sheet, limits.part_bytes) : std::nullopt;
    if (archive.was_too_large()) return XlsxFault::too_large;
    if (!part) return XlsxFault::not_xlsx;
    return rows_of(*part, *book, limits);
}

}  // namespace horenso::sheet
