// 紛失: what happens when a device is lost or stolen (clause 3.7).
#include "platform/crypto/card_code.hpp"
#include "services/access/attempts.hpp"
#include "services/access/known.hpp"
#include "services/access/opening.hpp"
#include "services/access/pin_places.hpp"

namespace horenso::access {
namespace {

/// So often a colleague stops devices of others, until somebody asks them why.
constexpr std::int64_t most_reports = 3;
constexpr std::chrono::hours reports_count_for{24};

constexpr Sql select_private{R"(
    SELECT device_id FROM access_device
     WHERE org_id = $1 AND owner_id = $2 AND class = 'own'
     ORDER BY device_id)"};
constexpr Sql mark_lost{R"(
    UPDATE access_device SET lost_at = $3
     WHERE org_id = $1 AND device_id = $2 AND lost_at IS NULL)"};
constexpr Sql select_on_none{R"(
    SELECT session_id FROM access_session
     WHERE org_id = $1 AND person_id = $2 AND device_id = 0 AND device <> 'shared'
     ORDER BY session_id)"};
// Whoever has the device may have what unlocks it.
constexpr Sql delete_passkeys{"DELETE FROM access_passkey WHERE org_id = $1 AND device_id = $2"};
constexpr Sql insert_loss{R"(
    INSERT INTO access_loss
           (org_id, loss_id, device_id, person_id, device_name, reported_by, reported_at,
            last_used_at, network, sessions)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
constexpr Sql insert_seen{R"(
    INSERT INTO access_loss_seen (org_id, loss_id, place, kind, name, count)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Sql select_open{R"(
    SELECT device_id, person_id FROM access_loss
     WHERE org_id = $1 AND loss_id = $2 AND found_at IS NULL)"};
constexpr Sql mark_found{R"(
    UPDATE access_loss SET found_at = $3
     WHERE org_id = $1 AND device_id = $2 AND found_at IS NULL)"};
constexpr Sql upsert_wallet_card{R"(
    INSERT INTO access_wallet_card (org_id, person_id, number_hash, made_at)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET number_hash = excluded.number_hash, made_at = excluded.made_at)"};
// How often somebody stopped devices of others. All that one report stops bears the same time.
constexpr Sql count_reports{R"(
    SELECT COUNT(*) FROM (SELECT DISTINCT person_id, reported_at FROM access_loss
                           WHERE org_id = $1 AND reported_by = $2 AND person_id <> $2
                             AND reported_at > $3) reports)"};
constexpr Sql delete_wallet_card{R"(
    DELETE FROM access_wallet_card WHERE org_id = $1 AND person_id = $2 AND number_hash = $3)"};
// Whoever asks isn't signed in: the number itself names the organisation.
constexpr Sql select_wallet_card{R"(
    SELECT org_id, person_id FROM access_wallet_card WHERE number_hash = $1)"};

Problem no_such_device() { return {.status = 404, .code = "access.no_such_device"}; }
Problem no_such_loss() { return {.status = 404, .code = "access.no_such_loss"}; }

/// Whether it is the viewer's to decide about this person's ways in: their own, unless a PIN is all that says who they
/// are, or those of somebody they see to.
bool may_decide(Tx& tx, Viewer const& viewer, PersonId person) {
    if (person == viewer.person) return !opening_of(tx, viewer).is_by_pin();
    auto const permit = directory::require<Permission::sign_in>(tx, viewer);
    return permit && !directory::refuse_out_of_reach(tx, *permit, person);
}

/// Of somebody who has just reported one more.
std::optional<Problem> refuse_too_many(Tx& tx, Viewer const& viewer, Instant now) {
    auto row = tx.query(count_reports, viewer.org, viewer.person, now - reports_count_for);
    row.next();
    if (row.get<std::int64_t>(0) <= most_reports) return std::nullopt;
    return Problem{.status = 409,
                   .code = "access.too_many_losses",
                   .arguments = {{"limit", std::to_string(most_reports)}},
                   .clause = "3.7"};
}

struct Holder {
    OrgId org;
    PersonId person;
};

std::optional<Holder> find_holder(Tx& tx, crypto::Digest const& number) {
    auto row = tx.query(select_wallet_card, number);
    if (!row.next()) return std::nullopt;
    return Holder{row.get<OrgId>(0), row.get<PersonId>(1)};
}

template <class I>
std::vector<I> ids_of(Rows row) {
    std::vector<I> ids;
    while (row.next()) ids.push_back(row.get<I>(0));
    return ids;
}

/// Sessions that an older program opened may be on the lost device, so they end with it.
std::int64_t end_unplaced_sessions(Tx& tx, OrgId org, PersonId person) {
    std::int64_t ended = 0;
    for (auto const session : ids_of<SessionId>(tx.query(select_on_none, org, person)))
        ended += end_session(tx, org, person, session);
    return ended;
}

/// The owner, and who sees to devices.
void tell_of_loss(Tx& tx, OrgId org, PersonId owner) {
    auto people = directory::permitted_people(tx, org, Permission::sign_in);
    people.push_back(owner);
    tell_devices(tx, org, std::move(people));
}

}  // namespace

/// Whose devices are lost, and who says so.
struct Devices::Reported {
    OrgId org;
    PersonId person;
    std::vector<DeviceId> devices = {};
    bool is_all = false;      ///< all private ones
    bool is_decided = false;  ///< by somebody whose word ends passkeys too
    std::optional<PersonId> by = {};
    audit::Actor actor;
};

Lost Devices::lose(Tx& tx, Reported const& reported) const {
    auto const& org = reported.org;
    auto const now = needs_.clock.now();
    auto const seen =
        needs_.could_see ? needs_.could_see(tx, org, reported.person) : std::vector<Seen>{};
    Lost lost;
    for (auto const id : reported.devices) {
        auto const device = find_known(tx, org, id);
        bool const is_news = device && tx.run(mark_lost, org, id, now) > 0;
        // Also where a colleague reported it before.
        if (reported.is_decided) tx.run(delete_passkeys, org, id);
        if (!is_news) continue;
        auto const sessions = end_sessions_on(tx, org, id);
        auto const loss = needs_.ids.make<LossId>(now.ms);
        tx.run(insert_loss, org, loss, id, reported.person, device->name, reported.by, now,
               device->last_used_at, word_of(device->network), sessions);
        std::int64_t place = 0;
        for (auto const& one : seen)
            tx.run(insert_seen, org, loss, ++place, one.kind, one.name, one.count);
        ++lost.devices;
        lost.sessions += sessions;
    }
    if (reported.is_decided || lost.devices > 0) end_pin_places(tx, org, reported.person);
    if (reported.is_all) lost.sessions += end_unplaced_sessions(tx, org, reported.person);
    tell_of_loss(tx, org, reported.person);
    audit::record(
        tx, now,
        {.org = org,
         .actor = reported.actor,
         .action = audit::Action::device_lost,
         .subject = subject_of(reported.person),
         .details =
             audit::Details{}.number("devices", lost.devices).number("sessions", lost.sessions)});
    return lost;
}

Task<Result<Lost>> Devices::report_loss(Viewer const& viewer, PersonId person,
                                        std::optional<DeviceId> device) {
    auto write = [&](Tx& tx) -> Result<Lost> {
        if (!directory::is_person(tx, viewer.org, person))
            return Problem{.status = 404, .code = "directory.no_such_person"};
        Reported reported{.org = viewer.org,
                          .person = person,
                          .is_all = !device,
                          .is_decided = may_decide(tx, viewer, person),
                          .by = viewer.person,
                          .actor = actor_of(viewer)};
        if (!device) {
            // A colleague's reports go one after the other, so that each is counted.
            if (!reported.is_decided) directory::lock_person(tx, viewer.org, viewer.person);
            reported.devices = ids_of<DeviceId>(tx.query(select_private, viewer.org, person));
            auto const lost = lose(tx, reported);
            if (reported.is_decided || lost.devices == 0) return lost;
            if (auto refused = refuse_too_many(tx, viewer, needs_.clock.now()))
                return *std::move(refused);
            return lost;
        }
        bool const may = person == viewer.person || directory::may(tx, viewer, Permission::sign_in);
        auto const known = find_known(tx, viewer.org, *device);
        if (!may || !known || known->owner != person) return no_such_device();
        reported.devices = {*device};
        return lose(tx, reported);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Lost>> Devices::report_by_number(std::string number, std::string address) {
    auto const letters = crypto::typed_card_code(number);
    auto const hash = crypto::sha256(letters.value_or(""));
    auto const attempt = Attempt{{}, "wallet", network_of(address), card_throttle};
    auto look = [&](Tx& tx) -> Result<bool> {
        if (letters && find_holder(tx, hash)) return true;
        auto const may = may_try(tx, attempt, needs_.clock.now());
        if (!may) return may.problem();
        return false;
    };
    auto const is_good = co_await needs_.store.read(look);
    if (!is_good) co_return is_good.problem();
    if (!*is_good) {
        auto count = [&](Tx& tx) { return begin_attempt(tx, attempt, needs_.clock.now()); };
        auto const counted = co_await needs_.store.write(count);
        if (!counted) co_return counted.problem();
    }
    auto write = [&](Tx& tx) -> Result<Lost> {
        auto const holder = letters ? find_holder(tx, hash) : std::nullopt;
        // Whoever deletes it uses it: good once, whoever finds the card afterwards.
        if (!holder || tx.run(delete_wallet_card, holder->org, holder->person, hash) == 0)
            return Problem{.status = 401, .code = "access.bad_wallet_number"};
        Reported const reported{
            .org = holder->org,
            .person = holder->person,
            .devices = ids_of<DeviceId>(tx.query(select_private, holder->org, holder->person)),
            .is_all = true,
            .is_decided = true,
            .actor = {audit::Actor::Kind::person, holder->person.value, 0}};
        return lose(tx, reported);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Devices::found(Viewer const& viewer, LossId loss) {
    auto write = [&](Tx& tx) -> Result<Done> {
        DeviceId device;
        PersonId owner;
        {
            auto row = tx.query(select_open, viewer.org, loss);
            if (!row.next()) return no_such_loss();
            device = row.get<DeviceId>(0);
            owner = row.get<PersonId>(1);
        }
        if (owner != viewer.person) {
            auto const permit = directory::require<Permission::sign_in>(tx, viewer);
            if (!permit) return no_such_loss();
            if (auto refused = directory::refuse_out_of_reach(tx, *permit, owner))
                return *std::move(refused);
        }
        auto const now = needs_.clock.now();
        tx.run(mark_found, viewer.org, device, now);
        forget_device(tx, viewer.org, device);
        tell_of_loss(tx, viewer.org, owner);
        audit::record(tx, now,
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::device_found,
                       .subject = subject_of(owner),
                       .details = audit::Details{}.id("device", device)});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::string>> Devices::make_wallet_card(Viewer const& viewer) {
    auto const letters = crypto::random_card_code();
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const now = needs_.clock.now();
        tx.run(upsert_wallet_card, viewer.org, viewer.person, crypto::sha256(letters), now);
        audit::record(tx, now,
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::wallet_card_made,
                       .subject = subject_of(viewer.person)});
        return Done{};
    };
    auto const made = co_await needs_.store.write(write);
    if (!made) co_return made.problem();
    co_return crypto::card_code_as_shown(letters);
}

}  // namespace horenso::access
