// What giving a role and making a set have in common.
#pragma once
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {

audit::Word word_of(Role role);

/// Where the viewer stands, if that is no lower than `least`: 403.
Result<Standing> require_role(Tx& tx, Viewer const& viewer, Role least);
/// The same for who changes something. Roles change one after the other, so that who loses theirs at this moment gives none
/// any more.
Result<Standing> enter_to_appoint(Tx& tx, Viewer const& viewer, Role least);
/// Who is told of changes: both roles know who may do what beside them.
std::vector<PersonId> who_hears(Tx& tx, OrgId org);

/// Who gives something, and what follows.
struct Appointing {
    audit::Actor actor;
    std::optional<PersonId> by;
    Instant now;
    AlsoAppoint const& also;
};
/// Gives `person` the role and the sets, and tells it. 409 `directory.last_administrator`, 404 `directory.no_such_set`.
Result<Done> write_appointment(Tx& tx, OrgId org, Person const& person, Appointed const& now,
                               Appointing const& with);

}  // namespace horenso::directory
