#pragma once
#include "platform/sheet/table.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {

/// The person in a row that isn't empty. Adds a fault for everything wrong with it; then the result is
/// only good for looking for more faults.
StaffRow read_row(sheet::Columns const& columns, sheet::Row const& row, Date const& today,
                  sheet::Faults& faults);

}  // namespace horenso::directory
