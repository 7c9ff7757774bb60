#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/sheet/archive.hpp"
#include "platform/sheet/markup.hpp"

namespace horenso::sheet {

/// What the cells of a sheet refer to.
struct Workbook {
    std::string first_sheet;           ///< the part with the first one that isn't hidden
    std::vector<std::string> strings;  ///< that cells share
    std::vector<bool> is_date;         ///< by the number of a cell's style
    bool from_1904 = false;
};

/// nullopt if the archive holds no workbook.
std::optional<Workbook> read_workbook(Archive& archive, std::size_t part_bytes);

/// The words of a <si> or <is>, whatever their looks, without the readings beside them (<rPh>).
std::string words_of(pugi::xml_node text);

}  // namespace horenso::sheet
