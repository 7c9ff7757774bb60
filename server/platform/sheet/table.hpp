#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/sheet/xlsx.hpp"

namespace horenso::sheet {

using Faults = std::vector<Problem::Field>;

/// `cell` without the spaces, of any width, tabs and line ends around it.
std::string_view trimmed(std::string_view cell);

/// "行 12": how a Problem names a row, for whoever finds more faults in one.
std::string row_path(std::size_t line);

/// Which column stands where, by a row of headings: in any order, width and case.
class Columns {
public:
    Columns() = default;
    /// `known`: the headings that mean something, literals. Adds a fault for one that is there twice.
    Columns(std::span<std::string_view const> known, Row const& headings, Faults& faults);

    /// Adds a fault if the column isn't there.
    void require(std::size_t column, Faults& faults) const;

    /// The trimmed cell of `row` in `column`, a place in `known`: nullopt if the sheet has no such column, empty if
    /// the row is too short.
    std::optional<std::string_view> cell(Row const& row, std::size_t column) const;

    /// Adds a fault for a row with more than there are headings: a comma that should have been quoted pushes all
    /// behind it one column on.
    void require_no_more(Row const& row, Faults& faults) const;

    std::vector<std::string> const& ignored() const { return ignored_; }

private:
    std::span<std::string_view const> known_;
    std::vector<std::optional<std::size_t>> places_;
    std::vector<std::string> ignored_;
    std::size_t line_ = 0;
    std::size_t count_ = 0;
};

/// A file as somebody else reads it: rows under headings. Empty rows are passed over.
struct Table {
    Columns columns;
    Faults faults;          ///< of the headings: then no row can be judged
    std::vector<Row> rows;  ///< behind the headings
    Faults at_the_end;      ///< a quote that is never closed swallowed what followed
};

/// Reads a workbook's first sheet, or CSV in CP932 or UTF-8, as Excel in Japan writes it. 422 `sheet.unreadable`,
/// `sheet.locked`, `sheet.too_large`, `sheet.empty`, `sheet.too_many_rows`.
Result<Table> read_table(std::string_view bytes, std::span<std::string_view const> known,
                         std::span<std::size_t const> required, std::size_t most_rows);

}  // namespace horenso::sheet
