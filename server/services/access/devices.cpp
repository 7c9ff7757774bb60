// The devices people sign in on: whose one is, what it is called, and how it ends.
#include <algorithm>

#include "platform/text/limits.hpp"
#include "services/access/known.hpp"
#include "services/access/opening.hpp"
#include "services/access/pin_places.hpp"

namespace horenso::access {
namespace {

constexpr text::Limits longest_name{.graphemes = 50, .bytes = 400};
constexpr std::chrono::hours fresh_days{24 * 30};

constexpr Sql select_session{R"(
    SELECT device, created_at, device_id FROM access_session
     WHERE org_id = $1 AND session_id = $2)"};
constexpr Sql update_session{R"(
    UPDATE access_session SET device = $3, device_since = $4, last_seen_at = $4
     WHERE org_id = $1 AND session_id = $2)"};
constexpr Sql select_times{R"(
    SELECT device_id, device, created_at, last_seen_at, device_since FROM access_session
     WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql select_of_person{R"(
    SELECT device_id, name, class, owner_id, registered_at, last_used_at, network, approved_at,
           lost_at
      FROM access_device d
     WHERE org_id = $1
       AND (owner_id = $2
            OR device_id IN (SELECT s.device_id FROM access_session s
                              WHERE s.org_id = $1 AND s.person_id = $2))
     ORDER BY last_used_at DESC, device_id DESC)"};
constexpr Sql select_fresh{R"(
    SELECT device_id, name, class, owner_id, registered_at, last_used_at, network, approved_at,
           lost_at
      FROM access_device
     WHERE org_id = $1 AND (approved_at IS NULL OR registered_at > $2)
     ORDER BY approved_at IS NOT NULL, registered_at DESC, device_id DESC
     LIMIT 500)"};
// SQLite has one writer: nobody to wait for.
constexpr Sql lock_row{R"(
    SELECT device_id FROM access_device WHERE org_id = $1 AND device_id = $2)",
                       R"(
    SELECT device_id FROM access_device WHERE org_id = $1 AND device_id = $2 FOR UPDATE)"};
constexpr Sql update_name{R"(
    UPDATE access_device SET name = $3 WHERE org_id = $1 AND device_id = $2)"};
constexpr Sql approve_row{R"(
    UPDATE access_device SET approved_at = $3
     WHERE org_id = $1 AND device_id = $2 AND approved_at IS NULL)"};

Problem no_such_device() { return {.status = 404, .code = "access.no_such_device"}; }

struct Sitting {
    DeviceClass kind;
    Instant since;
    DeviceId device;
};

std::optional<Sitting> sitting_of(Tx& tx, Viewer const& viewer) {
    auto row = tx.query(select_session, viewer.org, viewer.session);
    if (!row.next()) return std::nullopt;
    return Sitting{device_of(row.get<std::string_view>(0)), row.get<Instant>(1),
                   row.get<DeviceId>(2)};
}

/// Where the person has a session that is good now.
std::vector<DeviceId> in_use_by(Tx& tx, OrgId org, PersonId person, Instant now) {
    std::vector<DeviceId> devices;
    auto row = tx.query(select_times, org, person);
    while (row.next()) {
        SessionTimes const times{device_of(row.get<std::string_view>(1)), row.get<Instant>(2),
                                 row.get<Instant>(3), row.get<Instant>(4)};
        if (!is_over(times, now)) devices.push_back(row.get<DeviceId>(0));
    }
    return devices;
}

std::vector<KnownDevice> devices_of(Tx& tx, OrgId org, PersonId person, Instant now) {
    auto const in_use = in_use_by(tx, org, person, now);
    std::vector<KnownDevice> devices;
    auto row = tx.query(select_of_person, org, person);
    while (row.next()) {
        auto device = known_of(row);
        device.is_signed_in = std::find(in_use.begin(), in_use.end(), device.id) != in_use.end();
        if (device.owner || device.is_signed_in) devices.push_back(std::move(device));
    }
    return devices;
}

/// A shared device is nobody's.
std::optional<Problem> refuse_owner(Tx& tx, directory::Permitted const& permit,
                                    KnownDevice const& device) {
    if (!device.owner) return std::nullopt;
    return directory::refuse_out_of_reach(tx, permit, *device.owner);
}

/// Tells whoever has to do with it, and records it.
void tell_about(Tx& tx, Viewer const& viewer, KnownDevice const& device, audit::Action action,
                Instant now) {
    auto people = directory::permitted_people(tx, viewer.org, Permission::sign_in);
    if (device.owner) people.push_back(*device.owner);
    tell_devices(tx, viewer.org, std::move(people));
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = device.owner ? subject_of(*device.owner) : subject_of(viewer.org),
                   .details = audit::Details{}.id("device", device.id)});
}

/// A shared device becomes one's own only while nobody else is likely to sit there.
Result<Done> change_device(Tx& tx, Viewer const& viewer, DeviceClass device,
                           DeviceRules const& rules, Instant now) {
    auto const sitting = sitting_of(tx, viewer);
    if (!sitting) return Problem{.status = 401, .code = "access.signed_out"};
    if (sitting->kind == device) return Done{};
    bool const leaves_shared = sitting->kind == DeviceClass::shared;
    if (leaves_shared && opening_of(tx, viewer).is_by_pin()) return pin_is_not_enough();
    if (leaves_shared && now >= sitting->since + fresh_for)
        return Problem{.status = 403, .code = "access.device_later"};
    tx.run(update_session, viewer.org, viewer.session, word_of(device), now);
    bool const believed = is_believed(device, viewer.network, rules);
    set_class(tx, {viewer.org, sitting->device, device, viewer.person, believed}, now);
    if (device == DeviceClass::shared)
        add_pin_place(tx, viewer.org, sitting->device, viewer.person, sitting->since);
    auto told = believed ? std::vector<PersonId>{}
                         : directory::permitted_people(tx, viewer.org, Permission::sign_in);
    told.push_back(viewer.person);
    tell_devices(tx, viewer.org, std::move(told));
    return Done{};
}

}  // namespace

DeviceClass find_device(Tx& tx, Viewer const& viewer) {
    auto const sitting = sitting_of(tx, viewer);
    return sitting ? sitting->kind : viewer.device;
}

DeviceId device_under(Tx& tx, Viewer const& viewer) {
    auto const sitting = sitting_of(tx, viewer);
    return sitting ? sitting->device : DeviceId{};
}

void lock_device(Tx& tx, OrgId org, DeviceId device) { tx.query(lock_row, org, device).next(); }

bool is_signed_in(Tx& tx, Viewer const& viewer) { return sitting_of(tx, viewer).has_value(); }

Task<Result<Done>> Access::set_device(Viewer const& viewer, DeviceClass device) {
    auto change = [&](Tx& tx) {
        auto const rules = rules_by(needs_.rules, tx, viewer.org);
        return change_device(tx, viewer, device, rules, needs_.clock.now());
    };
    auto const changed = co_await needs_.store.write(change);
    if (changed) cache_->forget(viewer.org, viewer.person, viewer.session);
    co_return changed;
}

Task<std::vector<KnownDevice>> Devices::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        auto devices = devices_of(tx, viewer.org, viewer.person, needs_.clock.now());
        auto const here = device_under(tx, viewer);
        for (auto& device : devices) device.is_here = device.id == here;
        return devices;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Devices::rename(Viewer const& viewer, DeviceId device, std::string name) {
    if (text::what_is_wrong(name, longest_name) || name.find('\n') != name.npos)
        co_return Problem{.status = 422, .code = "access.bad_device_name"};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const known = find_known(tx, viewer.org, device);
        if (!known || known->owner != viewer.person) return no_such_device();
        tx.run(update_name, viewer.org, device, name);
        tell_devices(tx, viewer.org, {viewer.person});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Devices::end(Viewer const& viewer, DeviceId device) {
    auto write = [&](Tx& tx) -> Result<Done> {
        lock_device(tx, viewer.org, device);
        auto const known = find_known(tx, viewer.org, device);
        bool const is_mine = known && known->owner == viewer.person;
        auto const ended =
            known ? end_sessions_on(tx, viewer.org, device, viewer.person) : std::int64_t{0};
        if (!is_mine && ended == 0) return no_such_device();
        end_pin_place(tx, viewer.org, device, viewer.person);
        if (is_mine && !known->lost_at) forget_device(tx, viewer.org, device);
        tell_devices(tx, viewer.org, {viewer.person});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Devices::end_others(Viewer const& viewer) {
    auto write = [&](Tx& tx) -> Result<Done> {
        // Places first: who takes one over meanwhile is then seen.
        end_pin_places(tx, viewer.org, viewer.person, device_under(tx, viewer));
        end_other_sessions(tx, viewer.org, viewer.person, viewer.session);
        tell_devices(tx, viewer.org, {viewer.person});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::vector<KnownDevice>>> Devices::of(Viewer const& viewer, PersonId person) const {
    auto read = [&](Tx& tx) -> Result<std::vector<KnownDevice>> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        if (!directory::find_person(tx, permit->org(), person))
            return Problem{.status = 404, .code = "directory.no_such_person"};
        return devices_of(tx, permit->org(), person, needs_.clock.now());
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<std::vector<KnownDevice>>> Devices::fresh(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<KnownDevice>> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        std::vector<KnownDevice> devices;
        auto row = tx.query(select_fresh, permit->org(), needs_.clock.now() - fresh_days);
        while (row.next()) devices.push_back(known_of(row));
        return devices;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Devices::approve(Viewer const& viewer, DeviceId device) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        auto const known = find_known(tx, permit->org(), device);
        if (!known) return no_such_device();
        if (auto refused = refuse_owner(tx, *permit, *known)) return *std::move(refused);
        auto const now = needs_.clock.now();
        if (tx.run(approve_row, permit->org(), device, now) == 0) return Done{};
        tell_about(tx, viewer, *known, audit::Action::device_approved, now);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Devices::remove(Viewer const& viewer, DeviceId device) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        lock_device(tx, permit->org(), device);
        auto const known = find_known(tx, permit->org(), device);
        if (!known) return no_such_device();
        if (auto refused = refuse_owner(tx, *permit, *known)) return *std::move(refused);
        if (known->lost_at) return Problem{.status = 409, .code = "access.device_is_lost"};
        end_sessions_on(tx, permit->org(), device);
        forget_device(tx, permit->org(), device);
        tell_about(tx, viewer, *known, audit::Action::device_removed, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::access
