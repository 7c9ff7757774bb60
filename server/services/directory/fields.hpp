#pragma once
#include <span>
#include <string>
#include <string_view>

#include "services/directory/directory.hpp"

namespace horenso::directory {

/// Something that a staff sheet, or a planned change, says of somebody.
struct Field {
    std::string_view name;  ///< on the wire
    std::string_view heading;
    std::string (*of)(Person const&);
    void (*set)(Person&, std::string) = nullptr;  ///< null: no planned change says it
};

/// All of them but the ID, which is for finding somebody, in the order of a sheet.
std::span<Field const> fields();

}  // namespace horenso::directory
