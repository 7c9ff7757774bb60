// Giving roles and sets; sets are made in role_sets.cpp.
#include "services/directory/appointments.hpp"

#include <algorithm>

#include "services/directory/appointing.hpp"
#include "services/directory/role_rows.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

Problem no_such_person() { return {.status = 404, .code = "directory.no_such_person"}; }
Problem no_such_set() { return {.status = 404, .code = "directory.no_such_set"}; }
Problem higher_rank() { return {.status = 403, .code = "directory.higher_rank"}; }

std::vector<std::string> names_of(std::vector<RoleSet> const& all,
                                  std::vector<RoleSetId> const& sets) {
    std::vector<std::string> names;
    for (auto const& one : all)
        if (std::ranges::find(sets, one.id) != sets.end()) names.push_back(one.name);
    return names;
}

}  // namespace

audit::Word word_of(Role role) {
    // Named, because clang 14 breaks down over a choice between consteval temporaries.
    constexpr audit::Word administrator{"administrator"}, sub{"sub_administrator"},
        member{"member"};
    if (role == Role::member) return member;
    return role == Role::administrator ? administrator : sub;
}

Result<Standing> require_role(Tx& tx, Viewer const& viewer, Role least) {
    auto standing = standing_of(tx, viewer.org, viewer.person);
    if (standing.role < least) return Problem{.status = 403, .code = "directory.not_administrator"};
    if (!viewer.may_administer)
        return Problem{.status = 403, .code = "directory.not_from_here", .clause = "3.4"};
    return standing;
}

Result<Standing> enter_to_appoint(Tx& tx, Viewer const& viewer, Role least) {
    lock_org(tx, viewer.org);
    return require_role(tx, viewer, least);
}

std::vector<PersonId> who_hears(Tx& tx, OrgId org) {
    std::vector<PersonId> people;
    for (auto const& one : appointed_people(tx, org))
        if (one.role != Role::member) people.push_back(one.person);
    return people;
}

Result<Done> write_appointment(Tx& tx, OrgId org, Person const& person, Appointed const& now,
                               Appointing const& with) {
    auto const all = role_sets(tx, org);
    for (auto const set : now.sets)
        if (std::ranges::find(all, set, &RoleSet::id) == all.end()) return no_such_set();
    auto const sets_before = sets_of(tx, org, person.id);
    if (person.role == now.role && sets_before == now.sets) return Done{};
    if (now.role != Role::administrator && is_last_administrator(tx, org, person))
        return Problem{.status = 409, .code = "directory.last_administrator"};
    auto const stood = standing_of(tx, org, person.id);
    auto after = person;
    after.role = now.role;
    auto const version = tx.advance(directory_stream(org));
    update_person(tx, org, after, version);
    give_sets(tx, org, person.id, now.sets);
    add_role_change(tx, org,
                    {.id = version,
                     .at = with.now,
                     .by = with.by,
                     .person = person.id,
                     .role_before = std::string{role_name(person.role)},
                     .role_after = std::string{role_name(now.role)},
                     .before = names_of(all, sets_before),
                     .after = names_of(all, now.sets)});
    tx.tell(people_changed(org, version));
    change_access(tx, org, person.id);
    RoleNews news{.raised = {}, .told = who_hears(tx, org)};
    if (!stood.reaches(standing_of(tx, org, person.id))) news.raised.push_back(person.id);
    if (with.also) with.also(tx, org, news);
    audit::Details details;
    details.word("from", word_of(person.role)).word("to", word_of(now.role));
    if (sets_before != now.sets) details.ids("sets", now.sets);
    audit::record(tx, with.now,
                  {.org = org,
                   .actor = with.actor,
                   .action = audit::Action::role_changed,
                   .subject = subject_of(person.id),
                   .details = std::move(details)});
    return Done{};
}

Task<Result<Roles>> Appointments::roles(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<Roles> {
        auto const standing = require_role(tx, viewer, Role::sub_administrator);
        if (!standing) return standing.problem();
        return Roles{.sets = role_sets(tx, viewer.org),
                     .people = appointed_people(tx, viewer.org),
                     .changes = role_changes(tx, viewer.org),
                     .seen = role_changes_seen(tx, viewer.org, viewer.person),
                     .may_edit_sets = standing->role == Role::administrator};
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Appointments::appoint(Viewer const& viewer, PersonId person, Role role,
                                         std::vector<RoleSetId> sets) const {
    std::ranges::sort(sets);
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const standing = enter_to_appoint(tx, viewer, Role::sub_administrator);
        if (!standing) return standing.problem();
        auto const found = find_person(tx, viewer.org, person);
        if (!found) return no_such_person();
        if (person == viewer.person) return Problem{.status = 403, .code = "directory.not_oneself"};
        if (role > standing->role || !standing->reaches(standing_of(tx, viewer.org, person)))
            return higher_rank();
        return write_appointment(
            tx, viewer.org, *found, {person, role, sets},
            {actor_of(viewer), viewer.person, needs_.clock.now(), needs_.also_appoint});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Appointments::see(Viewer const& viewer, std::int64_t up_to) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const standing = require_role(tx, viewer, Role::sub_administrator);
        if (!standing) return standing.problem();
        auto const newest = tx.head(directory_stream(viewer.org)).version;
        auto const seen = role_changes_seen(tx, viewer.org, viewer.person);
        if (auto const now = std::min(up_to, newest); now > seen)
            see_role_changes(tx, viewer.org, viewer.person, now);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
