#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/problem.hpp"
#include "platform/text/csv.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {

/// `cell` without the spaces, of any width, tabs and line ends around it.
std::string_view trimmed(std::string_view cell);

/// Which column of a sheet stands where, by its row of headings.
class StaffColumns {
public:
    StaffColumns() = default;
    /// Adds a fault for a heading that must be there and isn't, and for one that is there twice.
    StaffColumns(text::CsvReader::Row const& headings, std::vector<Problem::Field>& faults);

    /// The trimmed cell of `row` in `column`: nullopt if the sheet has no such column, empty if the row
    /// is too short.
    std::optional<std::string_view> cell(text::CsvReader::Row const& row,
                                         words_ja::Column column) const;

    std::size_t count() const { return count_; }
    std::vector<std::string> const& ignored() const { return ignored_; }

private:
    void require(words_ja::Column column, std::size_t line,
                 std::vector<Problem::Field>& faults) const;

    std::array<std::optional<std::size_t>, words_ja::headings.size()> places_;
    std::vector<std::string> ignored_;
    std::size_t count_ = 0;
};

}  // namespace horenso::directory
