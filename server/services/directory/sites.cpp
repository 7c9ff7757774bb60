// Sites, by the names that stand with departments and people.
#include <algorithm>
#include <set>

#include "platform/text/limits.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/planned.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr text::Limits longest_name{.graphemes = 60, .bytes = 1024};
constexpr text::Limits longest_address{.graphemes = 200, .bytes = 4096};
constexpr text::Limits longest_telephone{.graphemes = 60, .bytes = 1024};
constexpr std::size_t most_sites = 200;

constexpr Sql select_sites{R"(
    SELECT name, address, telephone FROM directory_site WHERE org_id = $1 ORDER BY place, name)"};

constexpr Sql select_site{"SELECT 1 FROM directory_site WHERE org_id = $1 AND name = $2"};

constexpr Sql select_where_departments_are{R"(
    SELECT name, site FROM directory_department
     WHERE org_id = $1 AND site <> ''
     ORDER BY place, name)"};

constexpr Sql count_where_people_are{R"(
    SELECT CASE WHEN p.site <> '' THEN p.site ELSE d.site END, COUNT(*)
      FROM directory_person p
      LEFT JOIN directory_department d ON d.org_id = p.org_id AND d.name = p.department
     WHERE p.org_id = $1 AND p.retired = 0
     GROUP BY 1)"};

constexpr Sql select_someone_there{R"(
    SELECT 1 FROM directory_person WHERE org_id = $1 AND site = $2 AND retired = 0 LIMIT 1)"};

constexpr Sql insert_site{R"(
    INSERT INTO directory_site (org_id, name, address, telephone, place)
    VALUES ($1, $2, $3, $4, $5))"};

constexpr Sql insert_at_end{R"(
    INSERT INTO directory_site (org_id, name, address, telephone, place)
    SELECT $1, $2, '', '', COALESCE(MAX(place) + 1, 0) FROM directory_site WHERE org_id = $1
    ON CONFLICT (org_id, name) DO NOTHING)"};

constexpr Sql delete_sites{"DELETE FROM directory_site WHERE org_id = $1"};

constexpr Sql move_department{R"(
    UPDATE directory_department SET site = $3 WHERE org_id = $1 AND name = $2)"};

constexpr Sql rename_with_departments{R"(
    UPDATE directory_department SET site = $3 WHERE org_id = $1 AND site = $2)"};
constexpr Sql leave_departments_behind{R"(
    UPDATE directory_department SET site = '' WHERE org_id = $1 AND site = $2)"};

bool is_good(std::string const& said, text::Limits const& limits) {
    auto const wrong = text::what_is_wrong(said, limits);
    return (!wrong || *wrong == text::Wrong::blank) && said.find('\n') == said.npos;
}

/// Finds what is wrong with sites, one after the other.
class Faults {
public:
    explicit Faults(std::vector<Site> const& known) {
        for (auto const& one : known) free_.insert(one.name);
    }

    void look_at(NewSite const& one) {
        auto const path = "sites[" + std::to_string(index_++) + ']';
        auto const add = [&](char const* field, char const* code) {
            fields_.push_back({path + field, code, {{"name", one.name}}});
        };
        if (text::what_is_wrong(one.name, longest_name) || one.name.find('\n') != std::string::npos)
            add(".name", "directory.bad_site_name");
        else if (!names_.insert(one.name).second)
            add(".name", "directory.site_twice");
        else if (one.was && free_.erase(*one.was) == 0)
            add(".name", "directory.no_such_site");
        if (!is_good(one.address, longest_address)) add(".address", "directory.bad_site_address");
        if (!is_good(one.telephone, longest_telephone))
            add(".telephone", "directory.bad_site_telephone");
    }

    std::vector<Problem::Field> take() { return std::move(fields_); }
    /// Names that nobody was called by: they are gone.
    std::set<std::string> const& left_out() const { return free_; }

private:
    std::set<std::string> free_;
    std::set<std::string> names_;
    std::vector<Problem::Field> fields_;
    std::size_t index_ = 0;
};

Renames renames_of(std::vector<NewSite> const& sites, std::set<std::string> const& left_out) {
    Renames renames;
    for (auto const& one : sites)
        if (one.was && *one.was != one.name) renames[*one.was] = one.name;
    for (auto const& name : left_out) renames[name] = "";
    return renames;
}

std::optional<Problem> refuse_used(Tx& tx, OrgId org, std::vector<Site> const& known,
                                   std::set<std::string> const& left_out) {
    auto const planned = planned_of(tx, org);
    for (auto const& one : known) {
        if (!left_out.contains(one.name)) continue;
        auto const leads_there = [&](PlannedChange const& change) {
            return std::ranges::any_of(change.fields, [&](PlannedChange::Field const& field) {
                return field.field == "site" && field.after == one.name;
            });
        };
        if (!one.departments.empty() || tx.query(select_someone_there, org, one.name).next() ||
            std::ranges::any_of(planned, leads_there))
            return Problem{
                .status = 409, .code = "directory.site_in_use", .arguments = {{"name", one.name}}};
    }
    return std::nullopt;
}

void move_people(Tx& tx, OrgId org, Renames const& renames, std::int64_t version) {
    for (auto& person : people_since(tx, org, 0))
        if (auto const found = renames.find(person.site); found != renames.end()) {
            person.site = found->second;
            update_person(tx, org, person, version);
        }
}

}  // namespace

std::vector<Site> sites_of(Tx& tx, OrgId org) {
    std::vector<Site> all;
    {
        auto row = tx.query(select_sites, org);
        while (row.next())
            all.push_back(
                {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
    }
    {
        auto row = tx.query(select_where_departments_are, org);
        while (row.next()) {
            auto const at = std::ranges::find(all, row.get<std::string>(1), &Site::name);
            if (at != all.end()) at->departments.push_back(row.get<std::string>(0));
        }
    }
    auto row = tx.query(count_where_people_are, org);
    while (row.next()) {
        auto const name = row.get<std::optional<std::string>>(0).value_or("");
        auto const at = std::ranges::find(all, name, &Site::name);
        if (at != all.end()) at->people = row.get<std::int64_t>(1);
    }
    return all;
}

bool is_site(Tx& tx, OrgId org, std::string_view name) {
    return tx.query(select_site, org, name).next();
}

DepartmentSites sites_of_departments(Tx& tx, OrgId org) {
    DepartmentSites sites;
    auto row = tx.query(select_where_departments_are, org);
    while (row.next()) sites[row.get<std::string>(0)] = row.get<std::string>(1);
    return sites;
}

void add_site(Tx& tx, OrgId org, Person const& person) {
    if (!person.site.empty()) tx.run(insert_at_end, org, person.site);
}

Task<AllSites> Sites::all(Viewer const& viewer) const {
    auto read = [org = viewer.org](Tx& tx) {
        return AllSites{tx.head(directory_stream(org)).version, sites_of(tx, org)};
    };
    co_return co_await needs_.store.read(read);
}

void Sites::follow(Tx& tx, OrgId org, Renames const& renames) const {
    if (needs_.also_follow) needs_.also_follow(tx, org, renames);
}

Result<Done> Sites::write(Tx& tx, OrgId org, audit::Actor const& actor,
                          std::vector<NewSite> const& sites) const {
    auto const known = sites_of(tx, org);
    Faults faults{known};
    for (auto const& one : sites) faults.look_at(one);
    if (auto fields = faults.take(); !fields.empty() || sites.size() > most_sites)
        return Problem{.status = 422, .code = "directory.bad_sites", .fields = std::move(fields)};
    if (auto refused = refuse_used(tx, org, known, faults.left_out())) return *std::move(refused);
    auto const renames = renames_of(sites, faults.left_out());

    tx.run(delete_sites, org);
    std::int64_t place = 0;
    for (auto const& one : sites)
        tx.run(insert_site, org, one.name, one.address, one.telephone, place++);
    auto const now_at = tx.advance(directory_stream(org));
    if (!renames.empty()) {
        rename_in(tx, org, renames, rename_with_departments, leave_departments_behind);
        move_people(tx, org, renames, now_at);
        rename_planned_sites(tx, org, renames);
        follow(tx, org, renames);
    }
    tx.tell(people_changed(org, now_at));
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::sites_set,
                   .subject = subject_of(org),
                   .details = audit::Details{}
                                  .number("sites", sites.size())
                                  .number("gone", faults.left_out().size())});
    return Done{};
}

Task<Result<Done>> Sites::set(Viewer const& viewer, std::int64_t version,
                              std::vector<NewSite> sites) const {
    auto set = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        auto const org = viewer.org;
        if (!lock_org(tx, org) || tx.head(directory_stream(org)).version != version)
            return Problem{.status = 409, .code = "directory.sites_changed"};
        return write(tx, org, actor_of(viewer), sites);
    };
    co_return co_await needs_.store.write(set);
}

Task<Result<Done>> Sites::set_of(OrgId org, std::vector<NewSite> sites) const {
    auto set = [&](Tx& tx) -> Result<Done> {
        if (!lock_org(tx, org)) return Problem{.status = 404, .code = "app.which_organisation"};
        auto wanted = sites;
        for (auto& one : wanted)
            if (is_site(tx, org, one.name)) one.was = one.name;
        return write(tx, org, audit::the_operator, wanted);
    };
    co_return co_await needs_.store.write(set);
}

Result<Done> Sites::write_move(Tx& tx, OrgId org, audit::Actor const& actor,
                               std::string const& department, std::string const& site) const {
    if (!lock_org(tx, org)) return Problem{.status = 404, .code = "app.which_organisation"};
    if (!site.empty() && !is_site(tx, org, site))
        return Problem{
            .status = 422, .code = "directory.unknown_site", .arguments = {{"value", site}}};
    if (tx.run(move_department, org, department, site) == 0)
        return Problem{.status = 422,
                       .code = "directory.unknown_department",
                       .arguments = {{"value", department}}};
    auto const version = tx.advance(directory_stream(org));
    follow(tx, org, {});
    tx.tell(people_changed(org, version));
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::department_sited,
                   .subject = subject_of(org)});
    return Done{};
}

Task<Result<Done>> Sites::move(Viewer const& viewer, std::string department,
                               std::string site) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        return write_move(tx, viewer.org, actor_of(viewer), department, site);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Sites::move_of(OrgId org, std::string department, std::string site) const {
    auto write = [&](Tx& tx) { return write_move(tx, org, audit::the_operator, department, site); };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
