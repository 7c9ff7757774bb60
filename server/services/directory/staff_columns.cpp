#include "services/directory/staff_columns.hpp"

#include <algorithm>

#include "platform/text/fold.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {
namespace {

/// A heading as it is compared: people put spaces and line ends into narrow columns.
std::string folded(std::string_view heading) {
    auto text = text::fold_for_comparison(heading);
    std::erase_if(text, [](char byte) {
        return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
    });
    return text;
}

std::optional<std::size_t> column_of(std::string_view heading) {
    auto const wanted = folded(heading);
    auto const found = std::ranges::find(words_ja::headings, wanted, folded);
    if (found == words_ja::headings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - words_ja::headings.begin());
}

Problem::Field fault(std::size_t line, std::string code, std::string_view heading) {
    return {row_path(line), std::move(code), {{"column", std::string{heading}}}};
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

StaffColumns::StaffColumns(text::CsvReader::Row const& headings,
                           std::vector<Problem::Field>& faults)
    : count_(headings.cells.size()) {
    for (std::size_t place = 0; place < count_; ++place) {
        auto const heading = trimmed(headings.cells[place]);
        auto const column = column_of(heading);
        if (column && places_[*column])
            faults.push_back(fault(headings.line, "directory.heading_twice", heading));
        else if (column)
            places_[*column] = place;
        else if (!heading.empty())
            ignored_.emplace_back(heading);
    }
    require(words_ja::Column::name, headings.line, faults);
    require(words_ja::Column::kana, headings.line, faults);
}

void StaffColumns::require(words_ja::Column column, std::size_t line,
                           std::vector<Problem::Field>& faults) const {
    if (!places_[static_cast<std::size_t>(column)])
        faults.push_back(fault(line, "directory.no_heading", words_ja::heading(column)));
}

std::optional<std::string_view> StaffColumns::cell(text::CsvReader::Row const& row,
                                                   words_ja::Column column) const {
    auto const place = places_[static_cast<std::size_t>(column)];
    if (!place) return std::nullopt;
    return *place < row.cells.size() ? trimmed(row.cells[*place]) : std::string_view{};
}

}  // namespace horenso::directory
