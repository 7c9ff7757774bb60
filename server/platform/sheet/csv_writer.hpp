#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace horenso::sheet {

/// Rows as Excel in Japan opens them by a double click: UTF-8 with its mark, CRLF, every cell quoted (RFC 4180). A cell
/// that a spreadsheet would take for a formula has an apostrophe before it, which `unguarded` takes off again.
std::string write_csv(std::vector<std::vector<std::string>> const& rows);

/// The cell without that apostrophe.
std::string_view unguarded(std::string_view cell);

}  // namespace horenso::sheet
