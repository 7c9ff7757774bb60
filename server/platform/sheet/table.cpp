#include "platform/sheet/table.hpp"

#include <algorithm>
#include <array>

#include "platform/sheet/csv_writer.hpp"
#include "platform/sheet/words_ja.hpp"
#include "platform/text/cp932.hpp"
#include "platform/text/fold.hpp"

namespace horenso::sheet {
namespace {

Problem refused(std::string code, Problem::Arguments arguments = {}) {
    return {.status = 422, .code = std::move(code), .arguments = std::move(arguments)};
}

Problem::Field heading_fault(std::size_t line, std::string code, std::string_view heading) {
    return {row_path(line), std::move(code), {{"column", std::string{heading}}}};
}

constexpr std::size_t most_columns = XlsxLimits{}.columns;

bool is_filled(std::string const& cell) { return !trimmed(cell).empty(); }

bool is_empty(Row const& row) { return std::ranges::none_of(row.cells, is_filled); }

/// A heading as it is compared: people put spaces and line ends into narrow columns.
std::string folded(std::string_view heading) {
    auto text = text::fold_for_comparison(heading);
    std::erase_if(text, [](char byte) {
        return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
    });
    return text;
}

/// The rows of a file, whatever its kind.
struct Rows {
    std::vector<Row> all;
    std::optional<std::size_t> unclosed_quote = {};
};

Result<Rows> rows_of_workbook(std::string_view bytes, std::size_t most_rows) {
    auto read = read_xlsx(bytes, {.rows = most_rows + 2});
    if (auto* rows = std::get_if<0>(&read)) return Rows{std::move(*rows)};
    switch (std::get<1>(read)) {
        case XlsxFault::locked_or_old: return refused("sheet.locked");
        case XlsxFault::too_large: return refused("sheet.too_large");
        case XlsxFault::not_xlsx: break;
    }
    return refused("sheet.unreadable");
}

Result<Rows> rows_of(std::string_view bytes, std::size_t most_rows) {
    if (looks_like_xlsx(bytes)) return rows_of_workbook(bytes, most_rows);
    auto const text = text::decode_japanese(bytes);
    if (!text || text->find('\0') != std::string::npos) return refused("sheet.unreadable");
    text::CsvReader csv{*text, most_columns};
    Rows rows;
    while (auto row = csv.next()) {
        if (is_empty(*row)) continue;
        if (rows.all.size() == most_rows + 2) break;  // headings, and one too many
        for (auto& cell : row->cells) cell = unguarded(cell);
        rows.all.push_back(*std::move(row));
    }
    rows.unclosed_quote = csv.unclosed_quote();
    return rows;
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
    constexpr std::array<std::string_view, 6> blanks = {
        " ", "\t", "\r", "\n", words_ja::full_width_space, words_ja::no_break_space};
    auto const begins = [&](std::string_view blank) { return cell.starts_with(blank); };
    auto const ends = [&](std::string_view blank) { return cell.ends_with(blank); };
    auto const* blank = blanks.end();
    while ((blank = std::ranges::find_if(blanks, begins)) != blanks.end())
        cell.remove_prefix(blank->size());
    while ((blank = std::ranges::find_if(blanks, ends)) != blanks.end())
        cell.remove_suffix(blank->size());
    return cell;
}

std::string row_path(std::size_t line) { return std::string{words_ja::row} + std::to_string(line); }

Columns::Columns(std::span<std::string_view const> known, Row const& headings, Faults& faults)
    : known_(known), places_(known.size()), line_(headings.line), count_(headings.cells.size()) {
    for (std::size_t place = 0; place < count_; ++place) {
        auto const heading = trimmed(headings.cells[place]);
        auto const found = std::ranges::find(known, folded(heading), folded);
        if (found == known.end()) {
            if (!heading.empty()) ignored_.emplace_back(heading);
            continue;
        }
        auto& of = places_[static_cast<std::size_t>(found - known.begin())];
        if (of)
            faults.push_back(heading_fault(line_, "sheet.heading_twice", heading));
        else
            of = place;
    }
}

void Columns::require(std::size_t column, Faults& faults) const {
    if (!places_[column])
        faults.push_back(heading_fault(line_, "sheet.no_heading", known_[column]));
}

std::optional<std::string_view> Columns::cell(Row const& row, std::size_t column) const {
    auto const place = places_[column];
    if (!place) return std::nullopt;
    return *place < row.cells.size() ? trimmed(row.cells[*place]) : std::string_view{};
}

void Columns::require_no_more(Row const& row, Faults& faults) const {
    if (row.cells.size() <= count_) return;
    auto const first = row.cells.begin() + static_cast<std::ptrdiff_t>(count_);
    if (std::any_of(first, row.cells.end(), is_filled))
        faults.push_back({row_path(row.line), "sheet.too_many_cells"});
}

Result<Table> read_table(std::string_view bytes, std::span<std::string_view const> known,
                         std::span<std::size_t const> required, std::size_t most_rows) {
    auto file = rows_of(bytes, most_rows);
    if (!file) return file.problem();
    Table table;
    table.rows = std::move(file->all);
    std::erase_if(table.rows, is_empty);
    if (!table.rows.empty()) {
        table.columns = Columns{known, table.rows.front(), table.faults};
        for (auto const column : required) table.columns.require(column, table.faults);
        table.rows.erase(table.rows.begin());
    }
    if (auto const line = file->unclosed_quote)
        table.at_the_end.push_back({row_path(*line), "sheet.unclosed_quote"});
    if (table.rows.size() > most_rows)
        return refused("sheet.too_many_rows", {{"limit", std::to_string(most_rows)}});
    if (table.rows.empty() && table.faults.empty() && table.at_the_end.empty())
        return refused("sheet.empty");
    return table;
}

}  // namespace horenso::sheet
