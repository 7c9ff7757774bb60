#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace horenso::sheet {

/// A workbook (ECMA-376) with one sheet of this name. The first row is a heading that stays in sight; every cell is
/// text, so that Excel keeps the zero before a number and takes nothing for a formula. Throws if there is no room for it.
std::string write_xlsx(std::string_view name, std::vector<std::vector<std::string>> const& rows);

}  // namespace horenso::sheet
