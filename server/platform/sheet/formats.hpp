#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace horenso::sheet {

/// Whether a number format shows a day or a time of day (ECMA-376 part 1, 18.8.30): by its number, with those that mean
/// dates in Japanese, or by its code.
bool is_date_format(int id);
bool is_date_code(std::string_view code);

/// The day and time of a serial number: "2026-04-01", "2026-04-01 08:30", below 1 "08:30"; nullopt for what is no date.
/// `from_1904`: the workbook counts from 1904.
std::optional<std::string> date_text(double serial, bool from_1904);

}  // namespace horenso::sheet
