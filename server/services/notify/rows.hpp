// What stands in the tables of this folder.
#pragma once
#include "services/notify/notify.hpp"

namespace horenso::notify {

std::vector<Notice> newest_notices(Tx& tx, OrgId org, PersonId person);
std::int64_t seen_up_to(Tx& tx, OrgId org, PersonId person);
std::vector<std::string> quiet_of(Tx& tx, OrgId org, PersonId person);

/// Keeps a notice and tells its person. What is older than 90 days goes.
void add_notice(Tx& tx, OrgId org, PersonId person, Notice notice);

inline constexpr std::string_view changed_event = "notify.changed";

}  // namespace horenso::notify
