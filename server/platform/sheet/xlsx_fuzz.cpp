#include <cstdint>
#include <cstdlib>

#include "platform/sheet/xlsx.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// Rows come in the order of their numbers, and no wider than asked for.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    horenso::sheet::XlsxLimits const limits{.part_bytes = 1024 * 1024, .rows = 1000, .columns = 16};
    auto const read = horenso::sheet::read_xlsx(bytes, limits);
    auto const* rows = std::get_if<0>(&read);
    if (!rows) return 0;
    require(rows->size() <= limits.rows);
    std::size_t last_line = 0;
    for (auto const& row : *rows) {
        require(row.line > last_line && !row.cells.empty() && row.cells.size() <= limits.columns);
        last_line = row.line;
    }
    return 0;
}
