// Rows of roles and sets.
#pragma once
#include "services/directory/directory.hpp"

namespace horenso::directory {

std::vector<RoleSet> role_sets(Tx& tx, OrgId org);
std::optional<RoleSet> find_role_set(Tx& tx, OrgId org, RoleSetId set);
void insert_role_set(Tx& tx, OrgId org, RoleSet const& set);
void update_role_set(Tx& tx, OrgId org, RoleSet const& set);
/// Nobody has it any more.
void erase_role_set(Tx& tx, OrgId org, RoleSetId set);

std::vector<RoleSetId> sets_of(Tx& tx, OrgId org, PersonId person);
/// These, and no others.
void give_sets(Tx& tx, OrgId org, PersonId person, std::vector<RoleSetId> const& sets);
std::vector<PersonId> people_with(Tx& tx, OrgId org, RoleSetId set);
/// Everybody who is given anything.
std::vector<Appointed> appointed_people(Tx& tx, OrgId org);
/// What somebody who retires is given, and how far they had looked at changes.
void erase_roles_of(Tx& tx, OrgId org, PersonId person);

/// `change.id` is a version of the directory's stream.
void add_role_change(Tx& tx, OrgId org, RoleChange const& change);
std::vector<RoleChange> role_changes(Tx& tx, OrgId org);
std::int64_t role_changes_seen(Tx& tx, OrgId org, PersonId person);
void see_role_changes(Tx& tx, OrgId org, PersonId person, std::int64_t up_to);

}  // namespace horenso::directory
