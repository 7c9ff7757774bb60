// Sets of permissions, which administrators make.
#include <algorithm>

#include "platform/text/limits.hpp"
#include "services/directory/appointing.hpp"
#include "services/directory/role_rows.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr text::Limits longest_name{.graphemes = 30, .bytes = 500};

Problem no_such_set() { return {.status = 404, .code = "directory.no_such_set"}; }

std::optional<Problem> refuse_set(Tx& tx, OrgId org, RoleSet const& set) {
    if (text::what_is_wrong(set.name, longest_name) || set.name.find('\n') != set.name.npos ||
        set.permissions.empty())
        return Problem{.status = 422, .code = "directory.bad_set"};
    for (auto const& other : role_sets(tx, org))
        if (other.name == set.name && other.id != set.id)
            return Problem{.status = 409, .code = "directory.set_name_taken"};
    return std::nullopt;
}

std::vector<std::string> names_of(Permissions const& permissions) {
    std::vector<std::string> names;
    for (auto const one : permissions) names.emplace_back(permission_name(one));
    return names;
}

audit::Word word_of(Permission permission) {
    // Named, because clang 14 breaks down over consteval temporaries here.
    constexpr audit::Word staff{"staff"}, sign_in{"sign_in"}, guideline{"guideline"},
        hours{"hours"}, quiz{"quiz"}, contacts{"contacts"}, reports{"reports"}, figures{"figures"},
        urgent{"urgent"}, none{""};
    switch (permission) {
        case Permission::staff: return staff;
        case Permission::sign_in: return sign_in;
        case Permission::guideline: return guideline;
        case Permission::hours: return hours;
        case Permission::quiz: return quiz;
        case Permission::contacts: return contacts;
        case Permission::reports: return reports;
        case Permission::figures: return figures;
        case Permission::urgent: return urgent;
    }
    return none;
}

void record_set(Tx& tx, OrgId org, Appointing const& with, RoleSet const& set) {
    constexpr audit::Word permitted_word{"permitted"};
    audit::Details details;
    details.id("set", set.id);
    for (auto const one : set.permissions) details.word(word_of(one), permitted_word);
    audit::record(tx, with.now,
                  {.org = org,
                   .actor = with.actor,
                   .action = audit::Action::role_set_changed,
                   .subject = subject_of(org),
                   .details = std::move(details)});
}

/// What holds of a set's people before it becomes another.
std::vector<std::pair<PersonId, Standing>> standings_with(Tx& tx, OrgId org, RoleSetId set) {
    std::vector<std::pair<PersonId, Standing>> all;
    for (auto const person : people_with(tx, org, set))
        all.emplace_back(person, standing_of(tx, org, person));
    return all;
}

/// Tells that `was` has become `now`, in the rows already. One of both has no permissions if it is new, or gone.
void set_changed(Tx& tx, OrgId org, RoleSet const& was, RoleSet const& now,
                 std::vector<std::pair<PersonId, Standing>> const& before, Appointing const& with) {
    RoleNews news{.raised = {}, .told = who_hears(tx, org)};
    for (auto const& [person, stood] : before) {
        change_access(tx, org, person);
        if (!stood.reaches(standing_of(tx, org, person))) news.raised.push_back(person);
    }
    auto const version = tx.advance(directory_stream(org));
    add_role_change(tx, org,
                    {.id = version,
                     .at = with.now,
                     .by = with.by,
                     .person = std::nullopt,
                     .set = now.name,
                     .before = names_of(was.permissions),
                     .after = names_of(now.permissions)});
    tx.tell(people_changed(org, version));
    if (with.also) with.also(tx, org, news);
    record_set(tx, org, with, now);
}

Result<RoleSetId> write_new_set(Tx& tx, OrgId org, RoleSet const& set, Appointing const& with) {
    if (auto refused = refuse_set(tx, org, set)) return *std::move(refused);
    insert_role_set(tx, org, set);
    set_changed(tx, org, {.id = set.id, .name = {}, .permissions = {}}, set, {}, with);
    return set.id;
}

}  // namespace

Task<Result<RoleSetId>> Appointments::make_set(Viewer const& viewer, NewRoleSet set) const {
    auto const id = needs_.ids.make<RoleSetId>(needs_.clock.now().ms);
    auto write = [&](Tx& tx) -> Result<RoleSetId> {
        auto const standing = enter_to_appoint(tx, viewer, Role::administrator);
        if (!standing) return standing.problem();
        return write_new_set(
            tx, viewer.org, {id, set.name, set.permissions},
            {actor_of(viewer), viewer.person, needs_.clock.now(), needs_.also_appoint});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Appointments::change_set(Viewer const& viewer, RoleSetId set,
                                            NewRoleSet now) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const standing = enter_to_appoint(tx, viewer, Role::administrator);
        if (!standing) return standing.problem();
        auto const was = find_role_set(tx, viewer.org, set);
        if (!was) return no_such_set();
        RoleSet const next{set, now.name, now.permissions};
        if (auto refused = refuse_set(tx, viewer.org, next)) return *std::move(refused);
        auto const before = standings_with(tx, viewer.org, set);
        update_role_set(tx, viewer.org, next);
        set_changed(tx, viewer.org, *was, next, before,
                    {actor_of(viewer), viewer.person, needs_.clock.now(), needs_.also_appoint});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Appointments::delete_set(Viewer const& viewer, RoleSetId set) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const standing = enter_to_appoint(tx, viewer, Role::administrator);
        if (!standing) return standing.problem();
        auto const was = find_role_set(tx, viewer.org, set);
        if (!was) return no_such_set();
        auto const before = standings_with(tx, viewer.org, set);
        erase_role_set(tx, viewer.org, set);
        set_changed(tx, viewer.org, *was, {.id = set, .name = was->name, .permissions = {}}, before,
                    {actor_of(viewer), viewer.person, needs_.clock.now(), needs_.also_appoint});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Appointments::give_set_of(OrgId org, NewRoleSet set,
                                             std::vector<PersonId> people) const {
    auto const id = needs_.ids.make<RoleSetId>(needs_.clock.now().ms);
    auto write = [&](Tx& tx) -> Result<Done> {
        lock_org(tx, org);
        Appointing const with{audit::the_operator, std::nullopt, needs_.clock.now(),
                              needs_.also_appoint};
        auto const known = role_sets(tx, org);
        auto const same = std::ranges::find(known, set.name, &RoleSet::name);
        auto const given = same == known.end()
                               ? write_new_set(tx, org, {id, set.name, set.permissions}, with)
                               : Result<RoleSetId>{same->id};
        if (!given) return given.problem();
        for (auto const person : people) {
            auto const found = find_person(tx, org, person);
            if (!found) return Problem{.status = 404, .code = "directory.no_such_person"};
            Appointed now{person, found->role, sets_of(tx, org, person)};
            if (std::ranges::find(now.sets, *given) == now.sets.end()) now.sets.push_back(*given);
            auto const written = write_appointment(tx, org, *found, now, with);
            if (!written) return written;
        }
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
