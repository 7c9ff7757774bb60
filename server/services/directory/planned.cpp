#include "services/directory/planned.hpp"

#include <algorithm>
#include <stdexcept>

#include "services/directory/posts.hpp"

namespace horenso::directory {
namespace {

using namespace std::chrono_literals;
using Kind = PlannedChange::Kind;

constexpr Sql insert_row{R"(
    INSERT INTO directory_change (org_id, change_id, person_id, kind, day)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Sql insert_field{R"(
    INSERT INTO directory_change_field (org_id, change_id, field, value) VALUES ($1, $2, $3, $4))"};

constexpr Sql select_changes{R"(
    SELECT change_id, person_id, kind, day FROM directory_change
     WHERE org_id = $1
     ORDER BY day, change_id)"};
constexpr Sql select_fields{R"(
    SELECT change_id, field, value FROM directory_change_field
     WHERE org_id = $1
     ORDER BY change_id, field)"};

constexpr Sql update_field{R"(
    UPDATE directory_change_field SET value = $4
     WHERE org_id = $1 AND change_id = $2 AND field = $3)"};

constexpr Sql delete_row{"DELETE FROM directory_change WHERE org_id = $1 AND change_id = $2"};
constexpr Sql delete_fields{R"(
    DELETE FROM directory_change_field
     WHERE org_id = $1
       AND change_id NOT IN (SELECT change_id FROM directory_change WHERE org_id = $1))"};
constexpr Sql delete_retirements{R"(
    DELETE FROM directory_change
     WHERE org_id = $1 AND person_id = $2 AND kind = 'retirement')"};
constexpr Sql delete_all_of{"DELETE FROM directory_change WHERE org_id = $1 AND person_id = $2"};

constexpr Sql select_over{R"(
    SELECT 1 FROM directory_change
     WHERE org_id = $1 AND person_id = $2 AND kind = 'retirement' AND day < $3)"};

std::string_view name_of(Kind kind) { return kind == Kind::transfer ? "transfer" : "retirement"; }

}  // namespace

Date day_after(Date const& day) { return local_date(local_midnight(day) + 24h); }

void insert_change(Tx& tx, OrgId org, PlannedChange const& change) {
    tx.run(insert_row, org, change.id, change.person, name_of(change.kind), change.day);
    for (auto const& [field, before, after] : change.fields)
        tx.run(insert_field, org, change.id, field, after);
}

bool delete_change(Tx& tx, OrgId org, ChangeId change) {
    auto const was_there = tx.run(delete_row, org, change) > 0;
    tx.run(delete_fields, org);
    return was_there;
}

void delete_retirement(Tx& tx, OrgId org, PersonId person) {
    tx.run(delete_retirements, org, person);
}

void delete_changes_of(Tx& tx, OrgId org, PersonId person) {
    tx.run(delete_all_of, org, person);
    tx.run(delete_fields, org);
}

std::vector<PlannedChange> planned_of(Tx& tx, OrgId org) {
    std::vector<PlannedChange> all;
    {
        auto row = tx.query(select_changes, org);
        while (row.next())
            all.push_back({.id = row.get<ChangeId>(0),
                           .person = row.get<PersonId>(1),
                           .kind = row.get<std::string_view>(2) == name_of(Kind::transfer)
                                       ? Kind::transfer
                                       : Kind::retirement,
                           .day = row.get<std::string>(3)});
    }
    auto row = tx.query(select_fields, org);
    while (row.next()) {
        auto const id = row.get<ChangeId>(0);
        auto const of = std::ranges::find(all, id, &PlannedChange::id);
        if (of != all.end())
            of->fields.push_back({row.get<std::string>(1), {}, row.get<std::string>(2)});
    }
    std::ranges::stable_sort(all, {}, due_day);
    return all;
}

Date due_day(PlannedChange const& change) {
    auto const day = parse_japanese_date(change.day);
    if (!day) throw std::runtime_error{"directory_change.day"};
    return change.kind == Kind::transfer ? *day : day_after(*day);
}

bool leads_to(PlannedChange const& change, std::string const& department) {
    return std::ranges::any_of(change.fields, [&](PlannedChange::Field const& one) {
        if (one.field == "department") return one.after == department;
        auto const posts = parse_posts(one.field == "posts" ? one.after : std::string{});
        return std::ranges::find(posts, department, &Post::department) != posts.end();
    });
}

void rename_planned(Tx& tx, OrgId org, Renames const& renames) {
    auto const renamed = [&](std::string const& name) {
        auto const found = renames.find(name);
        return found == renames.end() ? name : found->second;
    };
    for (auto const& change : planned_of(tx, org))
        for (auto const& [field, before, after] : change.fields) {
            if (field == "department") tx.run(update_field, org, change.id, field, renamed(after));
            if (field != "posts") continue;
            auto posts = parse_posts(after);
            for (auto& post : posts) post.department = renamed(post.department);
            tx.run(update_field, org, change.id, field, posts_text(posts));
        }
}

void rename_planned_sites(Tx& tx, OrgId org, Renames const& renames) {
    for (auto const& change : planned_of(tx, org))
        for (auto const& [field, before, after] : change.fields)
            if (auto const found = renames.find(after); field == "site" && found != renames.end())
                tx.run(update_field, org, change.id, field, found->second);
}

bool is_over(Tx& tx, OrgId org, PersonId person, std::string_view today) {
    return tx.query(select_over, org, person, today).next();
}

}  // namespace horenso::directory
