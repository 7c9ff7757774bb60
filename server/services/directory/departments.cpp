// Departments, by the names that stand with their people. Who heads them stands in heads.cpp.
#include <algorithm>
#include <map>

#include "platform/text/limits.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/planned.hpp"
#include "services/directory/posts.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr text::Limits longest_name{.graphemes = 60, .bytes = 1024};
constexpr std::size_t most_departments = 1'000;

constexpr Sql select_departments{R"(
    SELECT d.name, d.parent, h.person_id
      FROM directory_department d
      LEFT JOIN directory_head h ON h.org_id = d.org_id AND h.department = d.name
     WHERE d.org_id = $1
     ORDER BY d.place, d.name)"};

constexpr Sql select_where_people_are{R"(
    SELECT department, posts FROM directory_person WHERE org_id = $1)"};

constexpr Sql insert_department{R"(
    INSERT INTO directory_department (org_id, name, parent, place, site)
    VALUES ($1, $2, $3, $4, $5))"};

constexpr Sql insert_at_end{R"(
    INSERT INTO directory_department (org_id, name, parent, place)
    SELECT $1, $2, '', COALESCE(MAX(place) + 1, 0) FROM directory_department WHERE org_id = $1
    ON CONFLICT (org_id, name) DO NOTHING)"};

constexpr Sql delete_departments{"DELETE FROM directory_department WHERE org_id = $1"};

/// Finds what is wrong with departments, one after the other.
class Faults {
public:
    explicit Faults(std::vector<Department> const& known) {
        for (auto const& one : known) free_.insert(one.name);
    }

    void look_at(NewDepartment const& one) {
        if (auto const* code = fault_in(one))
            fields_.push_back(
                {"departments[" + std::to_string(index_) + "].name", code, {{"name", one.name}}});
        ++index_;
    }

    std::vector<Problem::Field> take() { return std::move(fields_); }
    /// Names that nobody was called by: they are gone.
    std::set<std::string> const& left_out() const { return free_; }

private:
    char const* fault_in(NewDepartment const& one) {
        if (text::what_is_wrong(one.name, longest_name) || !is_department_name(one.name) ||
            one.name.find('\n') != std::string::npos)
            return "directory.bad_department_name";
        bool const has_parent = !one.parent || names_.contains(*one.parent);
        if (!names_.insert(one.name).second) return "directory.department_twice";
        if (!has_parent) return "directory.no_such_parent";
        if (one.was && free_.erase(*one.was) == 0) return "directory.no_such_department";
        return nullptr;
    }

    std::set<std::string> free_;
    std::set<std::string> names_;
    std::vector<Problem::Field> fields_;
    std::size_t index_ = 0;
};

Renames renames_of(std::vector<NewDepartment> const& departments,
                   std::set<std::string> const& left_out) {
    Renames renames;
    for (auto const& one : departments)
        if (one.was && *one.was != one.name) renames[*one.was] = one.name;
    for (auto const& name : left_out) renames[name] = "";
    return renames;
}

std::optional<Problem> refuse_used(std::vector<Department> const& known,
                                   std::set<std::string> const& left_out,
                                   std::vector<PlannedChange> const& planned) {
    auto const is_wanted = [&](std::string const& name) {
        return std::ranges::any_of(
            planned, [&](PlannedChange const& change) { return leads_to(change, name); });
    };
    for (auto const& one : known)
        if (left_out.contains(one.name) && (one.people > 0 || is_wanted(one.name)))
            return Problem{.status = 409,
                           .code = "directory.department_in_use",
                           .arguments = {{"name", one.name}}};
    return std::nullopt;
}

void rename(std::string& name, Renames const& renames) {
    if (auto const found = renames.find(name); found != renames.end()) name = found->second;
}

void move_people(Tx& tx, OrgId org, Renames const& renames, std::int64_t version) {
    for (auto& person : people_since(tx, org, 0)) {
        auto const before = person;
        rename(person.department, renames);
        for (auto& post : person.posts) rename(post.department, renames);
        if (person != before) update_person(tx, org, person, version);
    }
}

void write_all(Tx& tx, OrgId org, std::vector<NewDepartment> const& departments) {
    auto sites = sites_of_departments(tx, org);
    tx.run(delete_departments, org);
    std::int64_t place = 0;
    for (auto const& one : departments)
        tx.run(insert_department, org, one.name, one.parent.value_or(""), place++,
               one.was ? sites[*one.was] : std::string{});
}

}  // namespace

std::vector<Department> departments_of(Tx& tx, OrgId org) {
    std::map<std::string, std::int64_t> people;
    {
        auto row = tx.query(select_where_people_are, org);
        while (row.next()) {
            std::set<std::string> where{row.get<std::string>(0)};
            for (auto& post : parse_posts(row.get<std::string_view>(1)))
                where.insert(std::move(post.department));
            for (auto const& name : where) ++people[name];
        }
    }
    std::vector<Department> all;
    auto row = tx.query(select_departments, org);
    while (row.next()) {
        auto name = row.get<std::string>(0);
        auto const count = people[name];
        people.erase(name);
        all.push_back(
            {std::move(name), row.get<std::string>(1), count, row.get<std::optional<PersonId>>(2)});
    }
    // Those that a node of an older version let people in.
    people.erase("");
    for (auto& [name, count] : people) all.push_back({name, "", count, std::nullopt});
    return all;
}

bool belongs_to(Person const& person, std::string_view department) {
    auto const is_it = [&](Post const& post) { return post.department == department; };
    return person.department == department || std::ranges::any_of(person.posts, is_it);
}

void add_departments(Tx& tx, OrgId org, Person const& person) {
    if (!person.department.empty()) tx.run(insert_at_end, org, person.department);
    for (auto const& post : person.posts) tx.run(insert_at_end, org, post.department);
    add_site(tx, org, person);
}

void change_person(Tx& tx, OrgId org, Person const& after, std::int64_t version) {
    add_departments(tx, org, after);
    update_person(tx, org, after, version);
    drop_heads_elsewhere(tx, org, after);
}

void rename_in(Tx& tx, OrgId org, Renames const& renames, Sql const& update, Sql const& erase) {
    // No name has a line end, so nobody is called so meanwhile.
    for (auto const& [from, to] : renames)
        if (to.empty())
            tx.run(erase, org, from);
        else
            tx.run(update, org, from, '\n' + to);
    for (auto const& [from, to] : renames)
        if (!to.empty()) tx.run(update, org, '\n' + to, to);
}

Task<Departments> Directory::departments(Viewer const& viewer) {
    auto read = [org = viewer.org](Tx& tx) {
        return Departments{tx.head(directory_stream(org)).version, departments_of(tx, org)};
    };
    co_return co_await needs_.store.read(read);
}

Result<Done> Directory::write_departments(Tx& tx, Viewer const& viewer, std::int64_t version,
                                          std::vector<NewDepartment> const& departments) const {
    auto const org = viewer.org;
    if (!lock_org(tx, org) || tx.head(directory_stream(org)).version != version)
        return Problem{.status = 409, .code = "directory.departments_changed"};
    auto const known = departments_of(tx, org);
    Faults faults{known};
    for (auto const& one : departments) faults.look_at(one);
    if (auto fields = faults.take(); !fields.empty() || departments.size() > most_departments)
        return Problem{
            .status = 422, .code = "directory.bad_departments", .fields = std::move(fields)};
    if (auto refused = refuse_used(known, faults.left_out(), planned_of(tx, org)))
        return *std::move(refused);
    auto const renames = renames_of(departments, faults.left_out());

    write_all(tx, org, departments);
    auto const now_at = tx.advance(directory_stream(org));
    move_people(tx, org, renames, now_at);
    rename_planned(tx, org, renames);
    rename_heads(tx, org, renames);
    if (needs_.also_rename && !renames.empty()) needs_.also_rename(tx, org, renames);
    if (needs_.also_rearrange) needs_.also_rearrange(tx, org, renames);
    tx.tell(people_changed(org, now_at));
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::departments_set,
                   .subject = subject_of(org),
                   .details = audit::Details{}
                                  .number("departments", departments.size())
                                  .number("renamed", renames.size() - faults.left_out().size())
                                  .number("gone", faults.left_out().size())});
    return Done{};
}

Task<Result<Done>> Directory::set_departments(Viewer const& viewer, std::int64_t version,
                                              std::vector<NewDepartment> departments) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        return write_departments(tx, viewer, version, departments);
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
