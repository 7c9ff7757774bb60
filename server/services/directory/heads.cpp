// Who heads departments.
#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

/// No tree is; one that goes round would be.
constexpr std::size_t deepest = 1'000;

constexpr Sql select_parent{R"(
    SELECT parent FROM directory_department WHERE org_id = $1 AND name = $2)"};

constexpr Sql select_head{R"(
    SELECT person_id FROM directory_head WHERE org_id = $1 AND department = $2)"};

constexpr Sql upsert_head{R"(
    INSERT INTO directory_head (org_id, department, person_id) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, department) DO UPDATE SET person_id = excluded.person_id)"};

constexpr Sql delete_head{"DELETE FROM directory_head WHERE org_id = $1 AND department = $2"};

constexpr Sql rename_head{R"(
    UPDATE directory_head SET department = $3 WHERE org_id = $1 AND department = $2)"};

constexpr Sql select_headed{R"(
    SELECT department FROM directory_head WHERE org_id = $1 AND person_id = $2)"};

template <class Row>
std::vector<std::string> texts(Row row) {
    std::vector<std::string> all;
    while (row.next()) all.push_back(row.template get<std::string>(0));
    return all;
}

/// Heading a department is something to be given: nobody takes it for themselves who isn't permitted everything, nor from
/// somebody, or to somebody, out of their reach.
std::optional<Problem> refuse_head(Tx& tx, Permitted const& permit, Viewer const& viewer,
                                   std::string const& department, std::optional<PersonId> head) {
    if (head == viewer.person && permit.standing().role == Role::member)
        return Problem{.status = 403, .code = "directory.not_oneself"};
    std::optional<PersonId> present;
    {
        auto row = tx.query(select_head, viewer.org, department);
        if (row.next()) present = row.get<PersonId>(0);
    }
    for (auto const person : {head, present})
        if (person)
            if (auto refused = refuse_out_of_reach(tx, permit, *person)) return refused;
    return std::nullopt;
}

}  // namespace

void rename_heads(Tx& tx, OrgId org, Renames const& renames) {
    rename_in(tx, org, renames, rename_head, delete_head);
}

std::vector<std::string> headed_by(Tx& tx, OrgId org, PersonId person) {
    return texts(tx.query(select_headed, org, person));
}

std::int64_t drop_heads_elsewhere(Tx& tx, OrgId org, Person const& person) {
    std::int64_t dropped = 0;
    for (auto const& department : headed_by(tx, org, person.id))
        if (!belongs_to(person, department)) dropped += tx.run(delete_head, org, department);
    return dropped;
}

bool is_head(Tx& tx, OrgId org, PersonId person, std::string_view department) {
    std::string name{department};
    for (std::size_t depth = 0; !name.empty() && depth < deepest; ++depth) {
        {
            auto row = tx.query(select_head, org, name);
            if (row.next() && row.get<PersonId>(0) == person) return true;
        }
        auto row = tx.query(select_parent, org, name);
        name = row.next() ? row.get<std::string>(0) : std::string{};
    }
    return false;
}

Result<Done> Directory::write_head(Tx& tx, OrgId org, audit::Actor const& actor,
                                   std::string const& department,
                                   std::optional<PersonId> head) const {
    lock_org(tx, org);  // nobody leaves the department, or goes, meanwhile
    auto const person = head ? find_person(tx, org, *head) : std::nullopt;
    if (head && (!person || !belongs_to(*person, department)))
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
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse_head(tx, *permit, viewer, department, head))
            return *std::move(refused);
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
