#include <cstdint>
#include <cstdlib>

#include "platform/text/cp932.hpp"
#include "platform/text/csv.hpp"
#include "platform/text/utf8.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Rows come in the order of their lines, hold at least a cell each, and no more than was sent.
void read_rows(std::string_view text) {
    horenso::text::CsvReader reader{text};
    std::size_t last_line = 0;
    std::size_t bytes = 0;
    while (auto const row = reader.next()) {
        require(row->line > last_line && !row->cells.empty());
        last_line = row->line;
        for (auto const& cell : row->cells) bytes += cell.size();
    }
    require(bytes <= text.size());
    auto const unclosed = reader.unclosed_quote();
    require(!unclosed || *unclosed > last_line);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    read_rows(bytes);
    if (auto const text = horenso::text::decode_japanese(bytes)) {
        require(horenso::text::is_utf8(*text));
        read_rows(*text);
    }
    return 0;
}
