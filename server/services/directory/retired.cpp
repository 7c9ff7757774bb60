// Whose account is over, and what was deleted then (clause 3.9).
#include <map>

#include "services/directory/departments.hpp"
#include "services/directory/planned.hpp"
#include "services/directory/role_rows.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

constexpr Sql count_retired{"SELECT COUNT(*) FROM directory_retired WHERE org_id = $1"};
constexpr Sql insert_retired{R"(
    INSERT INTO directory_retired (org_id, person_id, number, last_day, done_at)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Sql insert_erased{R"(
    INSERT INTO directory_erased (org_id, person_id, place, what, rows)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Sql mark_retired{R"(
    UPDATE directory_person SET retired = 1, leave_from = NULL, leave_until = NULL, photo_id = NULL
     WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql select_retired{R"(
    SELECT person_id, number, last_day, done_at FROM directory_retired
     WHERE org_id = $1
     ORDER BY number DESC)"};
constexpr Sql select_erased{R"(
    SELECT person_id, what, rows FROM directory_erased WHERE org_id = $1 ORDER BY person_id, place)"};

std::string name_of(std::int64_t number) {
    return std::string{words_ja::retired} + ' ' + std::to_string(number);
}

std::int64_t next_number(Tx& tx, OrgId org) {
    auto row = tx.query(count_retired, org);
    return row.next() ? row.get<std::int64_t>(0) + 1 : 1;
}

}  // namespace

Retired erase_person(Tx& tx, OrgId org, Person const& person, std::string const& last_day,
                     Instant now, std::function<std::vector<Erased>()> const& others) {
    auto const number = next_number(tx, org);
    Person gone;
    gone.id = person.id;
    gone.name = name_of(number);
    gone.login = gone.name;  // nobody can type it
    auto const version = tx.advance(directory_stream(org));
    update_person(tx, org, gone, version);
    tx.run(mark_retired, org, person.id);
    auto const photos = erase_photo(tx, org, person.id);
    auto const heads = drop_heads_elsewhere(tx, org, gone);
    delete_changes_of(tx, org, person.id);
    erase_roles_of(tx, org, person.id);
    forget_imports(tx, org, person.id);
    tx.tell(people_changed(org, version));
    change_access(tx, org, person.id);

    Retired proof{person.id, gone.name, last_day, now, {{"profile", 1}}};
    proof.erased.push_back({"posts", static_cast<std::int64_t>(person.posts.size())});
    proof.erased.push_back({"heads", heads});
    proof.erased.push_back({"photos", photos});
    for (auto& one : others()) proof.erased.push_back(std::move(one));
    tx.run(insert_retired, org, person.id, number, last_day, now);
    std::int64_t place = 0;
    for (auto const& [what, rows] : proof.erased)
        tx.run(insert_erased, org, person.id, place++, what, rows);
    return proof;
}

std::vector<Retired> retired_of(Tx& tx, OrgId org) {
    std::map<PersonId, std::vector<Erased>> erased;
    {
        auto row = tx.query(select_erased, org);
        while (row.next())
            erased[row.get<PersonId>(0)].push_back(
                {row.get<std::string>(1), row.get<std::int64_t>(2)});
    }
    std::vector<Retired> all;
    auto row = tx.query(select_retired, org);
    while (row.next()) {
        auto const person = row.get<PersonId>(0);
        all.push_back({person, name_of(row.get<std::int64_t>(1)), row.get<std::string>(2),
                       row.get<Instant>(3), std::move(erased[person])});
    }
    return all;
}

}  // namespace horenso::directory
