// Planning what becomes of people, and doing it when its day has come.
#include "services/directory/changes.hpp"

#include <algorithm>

#include "platform/text/limits.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/fields.hpp"
#include "services/directory/planned.hpp"
#include "services/directory/posts.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/staff_words_ja.hpp"
#include "services/jobs/jobs.hpp"

namespace horenso::directory {
namespace {

using Kind = PlannedChange::Kind;

constexpr std::string_view job_kind = "directory.changes";
constexpr text::Limits longest{.graphemes = 200, .bytes = 4096};

Problem no_such_person() { return {.status = 404, .code = "directory.no_such_person"}; }
Problem bad_day() { return {.status = 422, .code = "directory.bad_day"}; }

void schedule(Tx& tx, OrgId org, PlannedChange const& change) {
    jobs::schedule_at_latest(tx, {.org = org,
                                  .kind = std::string{job_kind},
                                  .key = "",
                                  .due_at = local_midnight(due_day(change))});
}

Person with(Person person, NewValues const& values) {
    for (auto const& field : fields())
        if (auto const said = values.find(field.name); said != values.end() && field.set)
            field.set(person, said->second);
    return person;
}

/// What becomes another, field by field.
std::vector<PlannedChange::Field> difference(Person const& before, Person const& after) {
    std::vector<PlannedChange::Field> all;
    for (auto const& field : fields())
        if (field.of(before) != field.of(after))
            all.push_back({std::string{field.name}, field.of(before), field.of(after)});
    return all;
}

bool is_known(std::vector<Department> const& departments, std::string const& name) {
    return std::ranges::find(departments, name, &Department::name) != departments.end();
}

char const* fault_in(std::string const& field, std::string const& value, Person const& after,
                     std::vector<Department> const& departments, std::vector<Site> const& sites) {
    auto const wrong = text::what_is_wrong(value, longest);
    if (wrong && *wrong != text::Wrong::blank) return "directory.bad_value";
    if (field == "department" && !value.empty() && !is_known(departments, value))
        return "directory.unknown_department";
    if (field == "site" && !value.empty() &&
        std::ranges::find(sites, value, &Site::name) == sites.end())
        return "directory.unknown_site";
    auto const is_unknown = [&](Post const& post) {
        return !is_known(departments, post.department);
    };
    if (field == "posts" && std::ranges::any_of(after.posts, is_unknown))
        return "directory.unknown_department";
    if (field == "employment" &&
        std::ranges::find(words_ja::employments, value) == words_ja::employments.end())
        return "directory.unknown_employment";
    return nullptr;
}

std::optional<Problem> refuse_values(Tx& tx, OrgId org, Person const& after,
                                     NewValues const& values) {
    auto const departments = departments_of(tx, org);
    auto const sites = sites_of(tx, org);
    Problem bad{.status = 422, .code = "directory.bad_change"};
    for (auto const& [field, value] : values)
        if (auto const* code = fault_in(field, value, after, departments, sites))
            bad.fields.push_back({field, code, {{"value", value}}});
    if (bad.fields.empty()) return std::nullopt;
    return bad;
}

void record(Tx& tx, Instant now, OrgId org, audit::Actor const& actor, audit::Action action,
            PersonId person) {
    audit::record(tx, now,
                  {.org = org, .actor = actor, .action = action, .subject = subject_of(person)});
}

/// 再雇用: whoever is to be something else on the day after the last one stays.
bool is_rehired(std::vector<PlannedChange> const& all, PlannedChange const& retirement) {
    return std::ranges::any_of(all, [&](PlannedChange const& one) {
        return one.kind == Kind::transfer && one.person == retirement.person &&
               due_day(one) == due_day(retirement);
    });
}

}  // namespace

Task<Result<std::vector<PlannedChange>>> Changes::planned(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<PlannedChange>> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        auto all = planned_of(tx, viewer.org);
        for (auto& change : all) {
            auto const person = find_person(tx, viewer.org, change.person);
            if (!person) continue;
            for (auto& field : change.fields)
                for (auto const& known : fields())
                    if (known.name == field.field) field.before = known.of(*person);
        }
        return all;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Changes::transfer(Viewer const& viewer, PersonId person, std::string day,
                                     NewValues values) const {
    auto const date = parse_japanese_date(day);
    if (!date) co_return bad_day();
    auto const id = needs_.ids.make<ChangeId>(needs_.clock.now().ms);
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        auto const org = viewer.org;
        auto const home = lock_org(tx, org);
        auto const before = home ? find_person(tx, org, person) : std::nullopt;
        if (!before) return no_such_person();
        if (auto refused = refuse_out_of_reach(tx, *permit, person)) return *std::move(refused);
        auto const after = with(*before, values);
        if (auto refused = refuse_values(tx, org, after, values)) return *std::move(refused);
        auto const now = needs_.clock.now();
        PlannedChange const change{id, person, Kind::transfer, iso_text(*date),
                                   difference(*before, after)};
        if (change.fields.empty())
            return Problem{.status = 422, .code = "directory.nothing_changes"};
        if (*date <= local_date(now)) {
            write_transfer(tx, org, *before, after);
            record(tx, now, org, actor_of(viewer), audit::Action::person_transferred, person);
            return Done{};
        }
        insert_change(tx, org, change);
        schedule(tx, org, change);
        record(tx, now, org, actor_of(viewer), audit::Action::change_planned, person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Changes::retire(Viewer const& viewer, PersonId person, std::string day) const {
    auto const date = parse_japanese_date(day);
    if (!date || *date < local_date(needs_.clock.now())) co_return bad_day();
    PlannedChange const change{needs_.ids.make<ChangeId>(needs_.clock.now().ms), person,
                               Kind::retirement, iso_text(*date)};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        auto const home = lock_org(tx, viewer.org);
        auto const who = home ? find_person(tx, viewer.org, person) : std::nullopt;
        if (!who) return no_such_person();
        if (auto refused = refuse_out_of_reach(tx, *permit, person)) return *std::move(refused);
        if (is_last_administrator(tx, viewer.org, *who))
            return Problem{.status = 409, .code = "directory.last_administrator"};
        delete_retirement(tx, viewer.org, person);
        insert_change(tx, viewer.org, change);
        schedule(tx, viewer.org, change);
        record(tx, needs_.clock.now(), viewer.org, actor_of(viewer), audit::Action::change_planned,
               person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Changes::call_off(Viewer const& viewer, ChangeId change) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        lock_org(tx, viewer.org);
        auto const all = planned_of(tx, viewer.org);
        auto const found = std::ranges::find(all, change, &PlannedChange::id);
        auto const now = needs_.clock.now();
        if (found == all.end() || due_day(*found) <= local_date(now))
            return Problem{.status = 404, .code = "directory.no_such_change"};
        if (auto refused = refuse_out_of_reach(tx, *permit, found->person))
            return *std::move(refused);
        delete_change(tx, viewer.org, change);
        record(tx, now, viewer.org, actor_of(viewer), audit::Action::change_called_off,
               found->person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::vector<Retired>>> Changes::retired(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<Retired>> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        return retired_of(tx, viewer.org);
    };
    co_return co_await needs_.store.read(read);
}

void Changes::write_transfer(Tx& tx, OrgId org, Person const& before, Person const& after) const {
    auto const version = tx.advance(directory_stream(org));
    change_person(tx, org, after, version);
    tx.tell(people_changed(org, version));
    change_access(tx, org, after.id);
    StaffPlan const moved{.added = {}, .changed = {{before, after}}};
    if (needs_.also_place) needs_.also_place(tx, org, moved);
}

void Changes::carry_out(Tx& tx, OrgId org, PlannedChange const& change) const {
    auto const person = find_person(tx, org, change.person);
    delete_change(tx, org, change.id);
    if (!person) return;
    auto const now = needs_.clock.now();
    if (change.kind == Kind::transfer) {
        NewValues values;
        for (auto const& field : change.fields) values[field.field] = field.after;
        write_transfer(tx, org, *person, with(*person, values));
        record(tx, now, org, audit::the_server, audit::Action::person_transferred, person->id);
        return;
    }
    auto const others = [&] {
        return needs_.also_erase ? needs_.also_erase(tx, org, person->id) : std::vector<Erased>{};
    };
    erase_person(tx, org, *person, change.day, now, others);
    record(tx, now, org, audit::the_server, audit::Action::person_retired, person->id);
}

std::optional<Instant> Changes::do_next(Tx& tx, OrgId org) const {
    lock_org(tx, org);
    auto const now = needs_.clock.now();
    auto const all = planned_of(tx, org);
    if (all.empty()) return std::nullopt;
    auto const& first = all.front();
    auto const due = local_midnight(due_day(first));
    if (due > now) return due;
    if (first.kind == Kind::retirement && is_rehired(all, first))
        delete_change(tx, org, first.id);
    else
        carry_out(tx, org, first);
    return now;
}

void Changes::add_jobs(jobs::Jobs& jobs) const {
    auto effect = [this](Tx& tx, jobs::Job const& job) -> Result<jobs::Next> {
        return jobs::Next{do_next(tx, job.org)};
    };
    jobs.on(std::string{job_kind}, effect);
}

}  // namespace horenso::directory
