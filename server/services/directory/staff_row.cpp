#include "services/directory/staff_row.hpp"

#include <algorithm>
#include <charconv>

#include "platform/sheet/words_ja.hpp"
#include "platform/text/code_points.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/kana.hpp"
#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/posts.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

using words_ja::Column;

constexpr int first_birth_year = 1900;
constexpr std::size_t most_bytes = 4096;

/// Graphemes.
std::size_t longest(Column column) {
    return column == Column::posts || column == Column::duties ? 200 : 60;
}

/// Reads the cells of one row; what is wrong goes to the faults and reads as empty.
class Cells {
public:
    Cells(sheet::Columns const& columns, sheet::Row const& row, sheet::Faults& faults)
        : columns_(columns), row_(row), faults_(faults) {}

    /// nullopt if there is no such column; empty if the cell is, or is no good.
    std::optional<std::string> text(Column column) {
        auto const cell = columns_.cell(row_, static_cast<std::size_t>(column));
        if (!cell) return std::nullopt;
        if (is_good(column, *cell)) return std::string{*cell};
        return std::string{};
    }

    /// nullopt if there is nothing to read.
    std::optional<std::string> given(Column column) {
        auto cell = text(column);
        return cell && !cell->empty() ? cell : std::nullopt;
    }

    /// Empty cells are faults. Says nothing more about a cell that already is one.
    std::string required(Column column) {
        auto const before = faults_.size();
        auto cell = text(column).value_or("");
        if (cell.empty() && faults_.size() == before) add("sheet.empty_cell", column, {});
        return cell;
    }

    void add(std::string code, Column column, std::string_view value) {
        Problem::Arguments arguments{{"column", std::string{words_ja::heading(column)}},
                                     {"value", std::string{value}}};
        faults_.push_back({sheet::row_path(row_.line), std::move(code), std::move(arguments)});
    }

private:
    bool is_good(Column column, std::string_view cell) {
        if (text::first_forbidden(cell) || cell.find_first_of("\n\t") != cell.npos)
            add("sheet.unprintable_cell", column, {});
        else if (!text::at_most_graphemes(cell, longest(column)) || cell.size() > most_bytes)
            add("sheet.long_cell", column, std::to_string(longest(column)));
        else
            return true;
        return false;
    }

    sheet::Columns const& columns_;
    sheet::Row const& row_;
    sheet::Faults& faults_;
};

/// Full-width katakana with one full-width space where there are some.
std::string kana_of(std::string_view cell) {
    std::string kana;
    bool after_space = false;
    for (auto const letter : text::code_points(text::to_katakana_full_width(cell))) {
        bool const is_space = letter == U' ' || letter == 0x3000 || letter == 0xA0;
        if (is_space && !after_space) kana += sheet::words_ja::full_width_space;
        if (!is_space) text::append_utf8(kana, letter);
        after_space = is_space;
    }
    return kana;
}

std::string read_kana(Cells& cells) {
    auto const cell = cells.required(Column::kana);
    auto kana = kana_of(cell);
    if (!cell.empty() && !text::is_katakana(kana))
        cells.add("directory.not_kana", Column::kana, cell);
    return kana;
}

std::optional<std::string> read_login(Cells& cells) {
    auto const cell = cells.given(Column::login);
    if (!cell) return std::nullopt;
    auto login = normalised_login(*cell);
    if (!login) cells.add("directory.bad_login", Column::login, *cell);
    return login;
}

/// What may stand before the '@' of a login.
std::optional<std::string> read_number(Cells& cells) {
    auto const cell = cells.given(Column::number);
    if (!cell) return std::nullopt;
    auto number = normalised_login(*cell);
    if (number && number->find('@') == number->npos) return number;
    cells.add("directory.bad_number", Column::number, *cell);
    return std::nullopt;
}

std::optional<std::string> read_employment(Cells& cells) {
    auto const cell = cells.text(Column::employment);
    if (!cell || cell->empty()) return cell;
    static auto const known = text::folded_words(words_ja::employments);
    auto const found = std::ranges::find(known, text::fold_for_comparison(*cell));
    if (found != known.end())
        return std::string{
            words_ja::employments.at(static_cast<std::size_t>(found - known.begin()))};
    cells.add("directory.bad_employment", Column::employment, *cell);
    return std::string{};
}

std::optional<int> read_birth_year(Cells& cells, int this_year) {
    auto const cell = cells.given(Column::birth_year);
    if (!cell) return std::nullopt;
    auto digits = text::fold_for_comparison(*cell);
    if (digits.ends_with(words_ja::year)) digits.resize(digits.size() - words_ja::year.size());
    int year = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [stop, error] = std::from_chars(digits.data(), end, year);
    bool const is_year =
        error == std::errc{} && stop == end && year >= first_birth_year && year <= this_year;
    if (is_year) return year;
    cells.add("directory.bad_birth_year", Column::birth_year, *cell);
    return std::nullopt;
}

std::optional<Date> read_hired_on(Cells& cells) {
    auto const cell = cells.given(Column::hired_on);
    if (!cell) return std::nullopt;
    auto const date = parse_japanese_date(*cell);
    if (!date) cells.add("directory.bad_date", Column::hired_on, *cell);
    return date;
}

std::optional<std::string> read_department(Cells& cells) {
    auto cell = cells.text(Column::department);
    if (cell && !is_department_name(*cell))
        cells.add("directory.bad_department", Column::department, *cell);
    return cell;
}

std::optional<std::vector<Post>> read_posts(Cells& cells) {
    auto const cell = cells.text(Column::posts);
    if (!cell) return std::nullopt;
    auto posts = parse_posts(*cell);
    auto const has_none = [](Post const& post) { return post.department.empty(); };
    if (std::ranges::any_of(posts, has_none))
        cells.add("directory.bad_posts", Column::posts, *cell);
    return posts;
}

}  // namespace

StaffRow read_row(sheet::Columns const& columns, sheet::Row const& row, Date const& today,
                  sheet::Faults& faults) {
    columns.require_no_more(row, faults);
    Cells cells{columns, row, faults};
    StaffRow out;
    out.line = row.line;
    out.name = cells.required(Column::name);
    out.kana = read_kana(cells);
    out.login = read_login(cells);
    out.department = read_department(cells);
    out.position = cells.text(Column::position);
    out.employment = read_employment(cells);
    out.extension = cells.text(Column::extension);
    out.birth_year = read_birth_year(cells, today.year);
    out.hired_on = read_hired_on(cells);
    out.posts = read_posts(cells);
    out.telephone = cells.text(Column::telephone);
    out.duties = cells.text(Column::duties);
    out.site = cells.text(Column::site);
    out.number = read_number(cells);
    return out;
}

}  // namespace horenso::directory
