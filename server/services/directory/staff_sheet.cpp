#include "services/directory/staff_sheet.hpp"

#include <algorithm>
#include <map>

#include "platform/sheet/csv_writer.hpp"
#include "platform/sheet/xlsx.hpp"
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

/// The rows of a file, whatever its kind.
struct Rows {
    std::vector<Row> all;
    std::optional<std::size_t> unclosed_quote = {};
};

Result<Rows> rows_of_workbook(std::string_view bytes) {
    auto read = sheet::read_xlsx(bytes, {.rows = most_rows + 2});
    if (auto* rows = std::get_if<0>(&read)) return Rows{std::move(*rows)};
    switch (std::get<1>(read)) {
        case sheet::XlsxFault::locked_or_old: return refused("directory.sheet_locked");
        case sheet::XlsxFault::too_large: return refused("directory.sheet_too_large");
        case sheet::XlsxFault::not_xlsx: break;
    }
    return refused("directory.sheet_unreadable");
}

Result<Rows> rows_of(std::string_view bytes) {
    if (sheet::looks_like_xlsx(bytes)) return rows_of_workbook(bytes);
    auto const text = text::decode_japanese(bytes);
    if (!text || text->find('\0') != std::string::npos)
        return refused("directory.sheet_unreadable");
    text::CsvReader csv{*text};
    Rows rows;
    while (auto row = csv.next()) {
        for (auto& cell : row->cells) cell = sheet::unguarded(cell);
        rows.all.push_back(*std::move(row));
    }
    rows.unclosed_quote = csv.unclosed_quote();
    return rows;
}

/// Reads the file row by row and keeps what it finds, good and bad.
class Reading {
public:
    Reading(Rows rows, Date const& today) : file_(std::move(rows)), today_(today) {}

    Result<StaffSheet> sheet() {
        auto const* head = next_row();
        if (head) columns_ = StaffColumns{*head, faults_};
        if (head && !faults_.empty()) return refused_with_faults();
        while (auto const* row = next_row()) {
            if (++count_ > most_rows)
                return refused("directory.sheet_too_many_rows",
                               {{"limit", std::to_string(most_rows)}});
            take(*row);
        }
        if (auto const line = file_.unclosed_quote)
            faults_.push_back({row_path(*line), "directory.unclosed_quote"});
        if (!faults_.empty()) return refused_with_faults();
        if (count_ == 0) return refused("directory.sheet_empty");
        return StaffSheet{std::move(rows_), columns_.ignored()};
    }

private:
    Row const* next_row() {
        while (next_ < file_.all.size() && is_empty(file_.all[next_])) ++next_;
        return next_ < file_.all.size() ? &file_.all[next_++] : nullptr;
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

    Rows file_;
    std::size_t next_ = 0;
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
    auto rows = rows_of(bytes);
    if (!rows) return rows.problem();
    return Reading{*std::move(rows), today}.sheet();
}

}  // namespace horenso::directory
