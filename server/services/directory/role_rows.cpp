#include "services/directory/role_rows.hpp"

#include <algorithm>

namespace horenso::directory {
namespace {

constexpr Sql select_sets{R"(
    SELECT set_id, name FROM directory_role_set WHERE org_id = $1 ORDER BY set_id)"};
constexpr Sql select_permissions{R"(
    SELECT set_id, permission FROM directory_role_permission WHERE org_id = $1 ORDER BY set_id)"};
constexpr Sql insert_set{R"(
    INSERT INTO directory_role_set (org_id, set_id, name) VALUES ($1, $2, $3))"};
constexpr Sql update_set{R"(
    UPDATE directory_role_set SET name = $3 WHERE org_id = $1 AND set_id = $2)"};
constexpr Sql delete_set{"DELETE FROM directory_role_set WHERE org_id = $1 AND set_id = $2"};
constexpr Sql insert_permission{R"(
    INSERT INTO directory_role_permission (org_id, set_id, permission) VALUES ($1, $2, $3))"};
constexpr Sql delete_permissions{R"(
    DELETE FROM directory_role_permission WHERE org_id = $1 AND set_id = $2)"};

constexpr Sql select_of_person{R"(
    SELECT set_id FROM directory_person_set WHERE org_id = $1 AND person_id = $2 ORDER BY set_id)"};
constexpr Sql select_with_set{R"(
    SELECT person_id FROM directory_person_set WHERE org_id = $1 AND set_id = $2 ORDER BY person_id)"};
constexpr Sql select_given{R"(
    SELECT person_id, set_id FROM directory_person_set WHERE org_id = $1 ORDER BY person_id, set_id)"};
constexpr Sql select_ranked{R"(
    SELECT person_id, role FROM directory_person
     WHERE org_id = $1 AND role <> 'member' AND retired = 0
     ORDER BY sort_key, person_id)"};
constexpr Sql insert_given{R"(
    INSERT INTO directory_person_set (org_id, person_id, set_id) VALUES ($1, $2, $3))"};
constexpr Sql delete_given{R"(
    DELETE FROM directory_person_set WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql delete_given_set{R"(
    DELETE FROM directory_person_set WHERE org_id = $1 AND set_id = $2)"};

constexpr Sql insert_change{R"(
    INSERT INTO directory_role_change
           (org_id, change_id, changed_at, by_id, person_id, set_name, role_before, role_after,
            before_all, after_all)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
constexpr Sql select_changes{R"(
    SELECT change_id, changed_at, by_id, person_id, set_name, role_before, role_after, before_all,
           after_all
      FROM directory_role_change
     WHERE org_id = $1
     ORDER BY change_id DESC
     LIMIT 100)"};
constexpr Sql select_seen{R"(
    SELECT change_id FROM directory_role_seen WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql upsert_seen{R"(
    INSERT INTO directory_role_seen (org_id, person_id, change_id) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, person_id) DO UPDATE SET change_id = excluded.change_id)"};
constexpr Sql delete_seen{R"(
    DELETE FROM directory_role_seen WHERE org_id = $1 AND person_id = $2)"};

template <class I>
std::vector<I> ids_in(Rows row) {
    std::vector<I> all;
    while (row.next()) all.push_back(row.get<I>(0));
    return all;
}

std::string lines_of(std::vector<std::string> const& all) {
    std::string text;
    for (auto const& one : all) text += one + '\n';
    return text;
}

std::vector<std::string> in_lines(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        auto const end = text.find('\n');
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return all;
}

void insert_permissions(Tx& tx, OrgId org, RoleSet const& set) {
    for (auto const one : set.permissions)
        tx.run(insert_permission, org, set.id, permission_name(one));
}

}  // namespace

std::vector<RoleSet> role_sets(Tx& tx, OrgId org) {
    std::vector<RoleSet> sets;
    {
        auto row = tx.query(select_sets, org);
        while (row.next()) sets.push_back({row.get<RoleSetId>(0), row.get<std::string>(1), {}});
    }
    auto row = tx.query(select_permissions, org);
    while (row.next()) {
        auto const of = std::ranges::find(sets, row.get<RoleSetId>(0), &RoleSet::id);
        auto const known = permission_named(row.get<std::string_view>(1));
        if (of != sets.end() && known) of->permissions.insert(*known);
    }
    return sets;
}

std::optional<RoleSet> find_role_set(Tx& tx, OrgId org, RoleSetId set) {
    auto sets = role_sets(tx, org);
    auto const found = std::ranges::find(sets, set, &RoleSet::id);
    if (found == sets.end()) return std::nullopt;
    return std::move(*found);
}

void insert_role_set(Tx& tx, OrgId org, RoleSet const& set) {
    tx.run(insert_set, org, set.id, set.name);
    insert_permissions(tx, org, set);
}

void update_role_set(Tx& tx, OrgId org, RoleSet const& set) {
    tx.run(update_set, org, set.id, set.name);
    tx.run(delete_permissions, org, set.id);
    insert_permissions(tx, org, set);
}

void erase_role_set(Tx& tx, OrgId org, RoleSetId set) {
    tx.run(delete_given_set, org, set);
    tx.run(delete_permissions, org, set);
    tx.run(delete_set, org, set);
}

std::vector<RoleSetId> sets_of(Tx& tx, OrgId org, PersonId person) {
    return ids_in<RoleSetId>(tx.query(select_of_person, org, person));
}

std::vector<PersonId> people_with(Tx& tx, OrgId org, RoleSetId set) {
    return ids_in<PersonId>(tx.query(select_with_set, org, set));
}

void give_sets(Tx& tx, OrgId org, PersonId person, std::vector<RoleSetId> const& sets) {
    tx.run(delete_given, org, person);
    for (auto const set : sets) tx.run(insert_given, org, person, set);
}

std::vector<Appointed> appointed_people(Tx& tx, OrgId org) {
    std::vector<Appointed> people;
    {
        auto row = tx.query(select_ranked, org);
        while (row.next())
            people.push_back({row.get<PersonId>(0),
                              role_named(row.get<std::string_view>(1)).value_or(Role::member)});
    }
    std::ranges::stable_sort(people, std::greater{}, &Appointed::role);
    auto row = tx.query(select_given, org);
    while (row.next()) {
        auto const person = row.get<PersonId>(0);
        auto of = std::ranges::find(people, person, &Appointed::person);
        if (of == people.end()) {
            people.push_back({.person = person});
            of = std::prev(people.end());
        }
        of->sets.push_back(row.get<RoleSetId>(1));
    }
    return people;
}

void erase_roles_of(Tx& tx, OrgId org, PersonId person) {
    tx.run(delete_given, org, person);
    tx.run(delete_seen, org, person);
}

void add_role_change(Tx& tx, OrgId org, RoleChange const& change) {
    tx.run(insert_change, org, change.id, change.at, change.by, change.person, change.set,
           change.role_before, change.role_after, lines_of(change.before), lines_of(change.after));
}

std::vector<RoleChange> role_changes(Tx& tx, OrgId org) {
    std::vector<RoleChange> changes;
    auto row = tx.query(select_changes, org);
    while (row.next())
        changes.push_back({.id = row.get<std::int64_t>(0),
                           .at = row.get<Instant>(1),
                           .by = row.get<std::optional<PersonId>>(2),
                           .person = row.get<std::optional<PersonId>>(3),
                           .set = row.get<std::string>(4),
                           .role_before = row.get<std::string>(5),
                           .role_after = row.get<std::string>(6),
                           .before = in_lines(row.get<std::string_view>(7)),
                           .after = in_lines(row.get<std::string_view>(8))});
    return changes;
}

std::int64_t role_changes_seen(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_seen, org, person);
    return row.next() ? row.get<std::int64_t>(0) : 0;
}

void see_role_changes(Tx& tx, OrgId org, PersonId person, std::int64_t up_to) {
    tx.run(upsert_seen, org, person, up_to);
}

}  // namespace horenso::directory
