// Who may do what; who gives it to whom stands in appointments.cpp.
#include "services/directory/roles.hpp"

#include <algorithm>

#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

constexpr Sql select_role{R"(
    SELECT role FROM directory_person WHERE org_id = $1 AND person_id = $2 AND retired = 0)"};

constexpr Sql select_given{R"(
    SELECT DISTINCT g.permission
      FROM directory_person_set p
      JOIN directory_role_permission g ON g.org_id = p.org_id AND g.set_id = p.set_id
     WHERE p.org_id = $1 AND p.person_id = $2)"};

constexpr Sql select_permitted{R"(
    SELECT person_id FROM directory_person
     WHERE org_id = $1 AND retired = 0 AND role IN ('administrator', 'sub_administrator')
     UNION
    SELECT p.person_id
      FROM directory_person_set p
      JOIN directory_role_permission g ON g.org_id = p.org_id AND g.set_id = p.set_id
     WHERE p.org_id = $1 AND g.permission = $2
     ORDER BY person_id)"};

struct Named {
    Permission permission;
    std::string_view name;
};
constexpr Named names[] = {
    {Permission::staff, "staff"},         {Permission::sign_in, "sign_in"},
    {Permission::guideline, "guideline"}, {Permission::hours, "hours"},
    {Permission::quiz, "quiz"},           {Permission::contacts, "contacts"},
    {Permission::reports, "reports"},     {Permission::figures, "figures"},
    {Permission::urgent, "urgent"},
};

constexpr std::pair<Role, std::string_view> roles[] = {
    {Role::member, "member"},
    {Role::sub_administrator, "sub_administrator"},
    {Role::administrator, "administrator"},
};

}  // namespace

std::string_view role_name(Role role) {
    return std::ranges::find(roles, role, &std::pair<Role, std::string_view>::first)->second;
}

std::optional<Role> role_named(std::string_view name) {
    for (auto const& [role, known] : roles)
        if (known == name) return role;
    return std::nullopt;
}

std::string_view permission_name(Permission permission) {
    return std::ranges::find(names, permission, &Named::permission)->name;
}

std::optional<Permission> permission_named(std::string_view name) {
    for (auto const& one : names)
        if (one.name == name) return one.permission;
    return std::nullopt;
}

Permissions const& all_permissions() {
    static Permissions const all = [] {
        Permissions every;
        for (auto const& one : names) every.insert(one.permission);
        return every;
    }();
    return all;
}

bool Standing::reaches(Standing const& other) const {
    return role >= other.role && std::ranges::includes(permissions, other.permissions);
}

Standing standing_of(Tx& tx, OrgId org, PersonId person) {
    Standing standing;
    {
        auto row = tx.query(select_role, org, person);
        if (!row.next()) return standing;
        standing.role = role_named(row.get<std::string_view>(0)).value_or(Role::member);
    }
    if (standing.role != Role::member) return {standing.role, all_permissions()};
    auto row = tx.query(select_given, org, person);
    while (row.next())
        // One that a newer program knows isn't given here.
        if (auto const known = permission_named(row.get<std::string_view>(0)))
            standing.permissions.insert(*known);
    return standing;
}

Result<Standing> permitted(Tx& tx, Viewer const& viewer, Permission what) {
    auto standing = standing_of(tx, viewer.org, viewer.person);
    if (!standing.permissions.contains(what))
        return Problem{.status = 403, .code = "directory.not_administrator"};
    if (!viewer.may_administer)
        return Problem{.status = 403, .code = "directory.not_from_here", .clause = "3.4"};
    return standing;
}

bool may(Tx& tx, Viewer const& viewer, Permission what) {
    return static_cast<bool>(permitted(tx, viewer, what));
}

Result<Person> find_in_reach(Tx& tx, Permitted const& permit, PersonId person) {
    auto found = find_person(tx, permit.org(), person);
    if (!found) return Problem{.status = 404, .code = "directory.no_such_person"};
    if (auto refused = refuse_out_of_reach(tx, permit, person)) return *std::move(refused);
    return *std::move(found);
}

std::optional<Problem> refuse_out_of_reach(Tx& tx, Permitted const& permit, PersonId person) {
    // Nobody is above, and nothing is read for each row of an import.
    if (permit.standing().role == Role::administrator) return std::nullopt;
    if (permit.standing().reaches(standing_of(tx, permit.org(), person))) return std::nullopt;
    return Problem{.status = 403, .code = "directory.higher_rank"};
}

std::vector<PersonId> permitted_people(Tx& tx, OrgId org, Permission what) {
    std::vector<PersonId> people;
    auto row = tx.query(select_permitted, org, permission_name(what));
    while (row.next()) people.push_back(row.get<PersonId>(0));
    return people;
}

}  // namespace horenso::directory
