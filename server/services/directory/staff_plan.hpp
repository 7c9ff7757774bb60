#pragma once
#include "services/directory/directory.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {

/// What an import is planned with.
struct Planning {
    Clock const& clock;
    IdSource& ids;
    Progress& progress;
    LoginForm form = LoginForm::name;
    Permitted const* permit = nullptr;  ///< none: whoever runs the server, who reaches everybody
};

/// Sorts a sheet's rows into newcomers and people who are there, and gives newcomers a login. 422
/// `directory.bad_sheet` with every row that could mean several, somebody who is meant already, or nobody in particular
/// (clause 3.3), or would change somebody whom the permit doesn't reach. `progress` hears of each row.
Result<StaffPlan> plan_import(Tx& tx, Org const& home, StaffSheet const& sheet,
                              Planning const& with);

}  // namespace horenso::directory
