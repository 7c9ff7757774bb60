#pragma once
#include <vector>

#include "services/access/access.hpp"
#include "services/directory/directory.hpp"
#include "services/live/live.hpp"
#include "services/policy/policy.hpp"

/// What is put together from several folders that may not know each other.
namespace horenso::app {

/// Every stream there is.
live::Sync::Needs sync_needs(Store& store);

/// What else is kept of somebody who retires (clause 3.9). What they did stays on record.
std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person);

/// What else somebody alone carries, to be handed over before they go.
std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person);

/// What could be seen on a device that is lost (clause 3.7).
std::vector<access::Seen> could_see(Tx& tx, OrgId org, PersonId person);

/// What the guideline says of devices.
access::DeviceRules device_rules(policy::Policy const& policy, Tx& tx, OrgId org);

}  // namespace horenso::app
