#pragma once
#include "services/directory/directory.hpp"

namespace horenso::directory {

/// Reads person_id, login, name, kana, department, position, employment, extension, hired_on, role,
/// leave_from, leave_until, posts, telephone, duties, retired, site, photo_id.
Person person_of(Rows const& row);

/// Reads leave_from and leave_until, from column `first` on.
std::optional<Leave> leave_in(Rows const& row, int first);

/// Whether nobody would be left who is administrator, and neither on leave nor to retire.
bool is_last_administrator(Tx& tx, OrgId org, Person const& person);

/// Writes a person's row. `version` is the directory stream's.
void insert_person(Tx& tx, OrgId org, Person const& person, std::int64_t version);
void update_person(Tx& tx, OrgId org, Person const& person, std::int64_t version);
Told people_changed(OrgId org, std::int64_t version);

}  // namespace horenso::directory
