#pragma once
#include "services/directory/directory.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {

/// Sorts a sheet's rows into newcomers and people who are there, and gives newcomers a login. 422
/// `directory.bad_sheet` with every row that could mean several, or somebody who is meant already.
Result<StaffPlan> plan_import(Tx& tx, Org const& home, StaffSheet const& sheet, Clock const& clock,
                              IdSource& ids);

}  // namespace horenso::directory
