#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/directory/directory.hpp"

namespace horenso::directory {

/// Whether somebody works there, a post besides included.
bool belongs_to(Person const& person, std::string_view department);

/// Departments of `person` that aren't known yet stand behind all others, and so does their site.
void add_departments(Tx& tx, OrgId org, Person const& person);
void add_site(Tx& tx, OrgId org, Person const& person);

/// Writes what has become of somebody, with what follows for departments. `version` is the directory stream's.
void change_person(Tx& tx, OrgId org, Person const& after, std::int64_t version);

std::vector<std::string> headed_by(Tx& tx, OrgId org, PersonId person);

void rename_heads(Tx& tx, OrgId org, Renames const& renames);
/// Nobody heads a department without being of it. Gives how many they headed.
std::int64_t drop_heads_elsewhere(Tx& tx, OrgId org, Person const& person);

}  // namespace horenso::directory
