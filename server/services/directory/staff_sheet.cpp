#include "services/directory/staff_sheet.hpp"

#include <algorithm>
#include <map>

#include "platform/text/cp932.hpp"
#include "platform/text/csv.hpp"
#include "services/directory/staff_columns.hpp"
#include "services/directory/staff_row.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

using Row = text::CsvReader::Row;

constexpr std::size_t most_rows = 20'000;

Problem refused(std::string code, Problem::Arguments arguments = {}) {
    return {.status = 422, .code = std::move(code), .arguments = std::move(arguments)};
}

bool is_empty(Row const& row) {
    return std::ranges::all_of(row.cells, [](auto const& cell) { return trimmed(cell).empty(); });
}

/// The file as text; nullopt for what no spreadsheet saves as CSV (XLSX is a ZIP file and holds NUL).
std::optional<std::string> text_of(std::string_view bytes) {
    auto text = text::decode_japanese(bytes);
    if (!text || text->find('\0') != std::string::npos || text->starts_with("PK\x03\x04"))
        return std::nullopt;
    return text;
}

/// Reads the file row by row and keeps what it finds, good and bad.
class Reading {
public:
    Reading(std::string_view text, Date const& today) : csv_(text), today_(today) {}

    Result<StaffSheet> sheet() {
        auto const head = next_row();
        if (head) columns_ = StaffColumns{*head, faults_};
        if (head && !faults_.empty()) return refused_with_faults();
        while (auto const row = next_row()) {
            if (++count_ > most_rows)
                return refused("directory.sheet_too_many_rows",
                               {{"limit", std::to_string(most_rows)}});
            take(*row);
        }
        if (auto const line = csv_.unclosed_quote())
            faults_.push_back({row_path(*line), "directory.unclosed_quote"});
        if (!faults_.empty()) return refused_with_faults();
        if (count_ == 0) return refused("directory.sheet_empty");
        return StaffSheet{std::move(rows_), columns_.ignored()};
    }

private:
    std::optional<Row> next_row() {
        auto row = csv_.next();
        while (row && is_empty(*row)) row = csv_.next();
        return row;
    }

    void take(Row const& cells) {
        auto row = read_row(columns_, cells, today_, faults_);
        if (row.login) {
            auto const [first, is_new] = lines_by_login_.emplace(*row.login, row.line);
            if (!is_new)
                faults_.push_back(
                    {row_path(row.line),
                     "directory.login_twice",
                     {{"login", *row.login}, {"line", std::to_string(first->second)}}});
        }
        rows_.push_back(std::move(row));
    }

    Problem refused_with_faults() {
        auto problem = refused("directory.bad_sheet");
        problem.fields = std::move(faults_);
        return problem;
    }

    text::CsvReader csv_;
    Date today_;
    StaffColumns columns_;
    std::vector<Problem::Field> faults_;
    std::vector<StaffRow> rows_;
    std::map<std::string, std::size_t> lines_by_login_;
    std::size_t count_ = 0;
};

}  // namespace

std::string row_path(std::size_t line) { return std::string{words_ja::row} + std::to_string(line); }

Result<StaffSheet> read_staff_sheet(std::string_view bytes, Date const& today) {
    auto const text = text_of(bytes);
    if (!text) return refused("directory.sheet_not_csv");
    return Reading{*text, today}.sheet();
}

}  // namespace horenso::directory
