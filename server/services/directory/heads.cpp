// Departments, by the name that stands with their people, and who heads them.
#include "platform/base/json_writer.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr Sql select_departments{R"(
    SELECT p.department, COUNT(*), MAX(h.person_id)
      FROM directory_person p
      LEFT JOIN directory_head h ON h.org_id = p.org_id AND h.department = p.department
     WHERE p.org_id = $1 AND p.department <> ''
     GROUP BY p.department
     ORDER BY MIN(p.person_id))"};

constexpr Sql select_head{R"(
    SELECT person_id FROM directory_head WHERE org_id = $1 AND department = $2)"};

constexpr Sql upsert_head{R"(
    INSERT INTO directory_head (org_id, department, person_id) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, department) DO UPDATE SET person_id = excluded.person_id)"};

constexpr Sql delete_head{"DELETE FROM directory_head WHERE org_id = $1 AND department = $2"};

}  // namespace

std::vector<Department> departments_of(Tx& tx, OrgId org) {
    std::vector<Department> all;
    auto row = tx.query(select_departments, org);
    while (row.next())
        all.push_back({row.get<std::string>(0), row.get<std::int64_t>(1),
                       row.get<std::optional<PersonId>>(2)});
    return all;
}

bool is_head(Tx& tx, OrgId org, PersonId person, std::string_view department) {
    auto row = tx.query(select_head, org, department);
    return row.next() && row.get<PersonId>(0) == person;
}

Task<std::vector<Department>> Directory::departments(Viewer const& viewer) {
    auto read = [org = viewer.org](Tx& tx) { return departments_of(tx, org); };
    co_return co_await needs_.store.read(read);
}

Result<Done> Directory::write_head(Tx& tx, OrgId org, audit::Actor const& actor,
                                   std::string const& department,
                                   std::optional<PersonId> head) const {
    auto const person = head ? find_person(tx, org, *head) : std::nullopt;
    if (head && (!person || person->department != department))
        return Problem{.status = 422, .code = "directory.not_in_department"};
    if (head)
        tx.run(upsert_head, org, department, *head);
    else
        tx.run(delete_head, org, department);
    auto const version = tx.advance(directory_stream(org));
    tx.tell(people_changed(org, version));
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::head_set,
                   .subject = head ? subject_of(*head) : subject_of(org)});
    return Done{};
}

Task<Result<Done>> Directory::set_head(Viewer const& viewer, std::string department,
                                       std::optional<PersonId> head) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const administrator = require_administrator(tx, viewer);
        if (!administrator) return administrator.problem();
        return write_head(tx, viewer.org, actor_of(viewer), department, head);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Directory::set_head_of(OrgId org, std::string department,
                                          std::optional<PersonId> head) {
    auto write = [&](Tx& tx) { return write_head(tx, org, audit::the_operator, department, head); };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
