// Rows of what is planned.
#pragma once
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {

Date day_after(Date const& day);

void insert_change(Tx& tx, OrgId org, PlannedChange const& change);
bool delete_change(Tx& tx, OrgId org, ChangeId change);
void delete_retirement(Tx& tx, OrgId org, PersonId person);
void delete_changes_of(Tx& tx, OrgId org, PersonId person);

/// All that is planned, the next first; fields without what they are before.
std::vector<PlannedChange> planned_of(Tx& tx, OrgId org);
/// The first day on whose 0:00 it is due.
Date due_day(PlannedChange const& change);

/// Whether somebody is to work in the department.
bool leads_to(PlannedChange const& change, std::string const& department);
void rename_planned(Tx& tx, OrgId org, Renames const& renames);
void rename_planned_sites(Tx& tx, OrgId org, Renames const& renames);

/// Whether somebody's last day is over, though their account may not have ended yet.
bool is_over(Tx& tx, OrgId org, PersonId person, std::string_view today);

/// Deletes what the directory keeps of somebody but the row that gives what they wrote a name. `others` deletes the
/// rest; by then they are nobody, so that who signs in at the same moment waits, and is refused.
Retired erase_person(Tx& tx, OrgId org, Person const& person, std::string const& last_day,
                     Instant now, std::function<std::vector<Erased>()> const& others);
std::vector<Retired> retired_of(Tx& tx, OrgId org);

}  // namespace horenso::directory
