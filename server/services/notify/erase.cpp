// Notices of somebody who retires, and what they wanted to hear (clause 3.9).
#include "services/notify/notify.hpp"

namespace horenso::notify {
namespace {

constexpr Sql deletions[]{
    "DELETE FROM notify_notice WHERE org_id = $1 AND person_id = $2",
    "DELETE FROM notify_waiting WHERE org_id = $1 AND person_id = $2",
    "DELETE FROM notify_seen WHERE org_id = $1 AND person_id = $2",
    "DELETE FROM notify_quiet WHERE org_id = $1 AND person_id = $2",
    "DELETE FROM notify_closed WHERE org_id = $1 AND person_id = $2",
};

}  // namespace

directory::Erased erase_person(Tx& tx, OrgId org, PersonId person) {
    directory::Erased notices{"notices"};
    for (auto const& sql : deletions) notices.rows += tx.run(sql, org, person);
    return notices;
}

}  // namespace horenso::notify
