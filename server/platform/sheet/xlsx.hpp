#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/text/csv.hpp"

namespace horenso::sheet {

using Row = text::CsvReader::Row;

/// Why a file can't be read as a workbook.
enum class XlsxFault {
    not_xlsx,       ///< it is something else, or broken
    locked_or_old,  ///< encrypted, or of the format before 2007: both are OLE files
    too_large,      ///< unpacked, it is more than `XlsxLimits` allow
};

/// What is read of a file at most, so that a small one can't unpack to more than there is memory.
struct XlsxLimits {
    std::size_t part_bytes = 32 * 1024 * 1024;  ///< of one part of the file, unpacked
    std::size_t text_bytes = 16 * 1024 * 1024;  ///< of all cells together
    std::size_t rows = 100'000;
    std::size_t columns = 256;  ///< what stands further right is passed over
};

/// Whether the bytes begin as a workbook does, or as one that is locked or old.
bool looks_like_xlsx(std::string_view bytes);

/// The rows of the first sheet that isn't hidden (ECMA-376 part 1, 18.3), as text, each with its number; rows without a
/// cell are passed over. A number is what is stored ("1990", "0.5"), a date is "2026-04-01", with a time of day
/// "2026-04-01 08:30", a formula is what it came to. The readings that Excel keeps beside Japanese words are left out.
std::variant<std::vector<Row>, XlsxFault> read_xlsx(std::string_view bytes,
                                                    XlsxLimits const& limits = {});

}  // namespace horenso::sheet
