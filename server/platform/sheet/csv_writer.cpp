#include "platform/sheet/csv_writer.hpp"

namespace horenso::sheet {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// As OWASP lists them (CSV injection); an apostrophe too, so that none is taken off that was typed.
bool needs_guard(std::string_view cell) {
    constexpr std::string_view dangerous = "=+-@\t\r'";
    return !cell.empty() && dangerous.find(cell.front()) != std::string_view::npos;
}

void add_cell(std::string& out, std::string_view cell) {
    out += '"';
    if (needs_guard(cell)) out += '\'';
    for (auto const byte : cell) {
        if (byte == '"') out += '"';
        out += byte;
    }
    out += '"';
}

}  // namespace

std::string write_csv(std::vector<std::vector<std::string>> const& rows) {
    std::string out{mark};
    for (auto const& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            add_cell(out, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

std::string_view unguarded(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell.substr(1))) cell.remove_prefix(1);
    return cell;
}

}  // namespace horenso::sheet
