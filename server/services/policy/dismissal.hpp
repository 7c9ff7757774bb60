#pragma once
#include <string>
#include <vector>

#include "platform/store/store.hpp"
#include "services/directory/ids.hpp"

namespace horenso::policy {

/// The clauses whose hints this person doesn't want to see any more.
std::vector<std::string> dismissals(Tx& tx, OrgId org, PersonId person);
void dismiss(Tx& tx, Viewer const& viewer, std::string const& clause);
void undismiss(Tx& tx, Viewer const& viewer, std::string const& clause);

}  // namespace horenso::policy
