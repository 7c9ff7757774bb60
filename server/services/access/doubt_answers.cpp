// What somebody says of use that can't be one person's, and what follows from it (clause 3.3).
#include <algorithm>

#include "services/access/doubts.hpp"
#include "services/access/known.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sessions.hpp"
#include "services/audit/audit.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_open{R"(
    SELECT doubt_id, person_id, kind, told_at, first_at, first_name, first_client, first_site,
           first_session, second_at, second_name, second_client, second_site, second_session,
           answered_at, sessions
      FROM access_doubt
     WHERE org_id = $1 AND person_id = $2 AND answer = '' AND told_at > $3
     ORDER BY told_at DESC, doubt_id DESC)"};
constexpr Sql select_denied{R"(
    SELECT doubt_id, person_id, kind, told_at, first_at, first_name, first_client, first_site,
           first_session, second_at, second_name, second_client, second_site, second_session,
           answered_at, sessions
      FROM access_doubt
     WHERE org_id = $1 AND answer = 'not_mine'
     ORDER BY answered_at DESC, doubt_id DESC
     LIMIT 200)"};
constexpr Sql select_one{R"(
    SELECT kind, first_device, second_device FROM access_doubt
     WHERE org_id = $1 AND doubt_id = $2 AND person_id = $3 AND answer = '')"};
constexpr Sql update_answer{R"(
    UPDATE access_doubt SET answer = $3, answered_at = $4
     WHERE org_id = $1 AND doubt_id = $2 AND answer = '')"};
constexpr Sql update_sessions{R"(
    UPDATE access_doubt SET sessions = $3 WHERE org_id = $1 AND doubt_id = $2)"};
constexpr Sql delete_passkeys{R"(
    DELETE FROM access_passkey WHERE org_id = $1 AND person_id = $2 AND device_id = $3)"};
constexpr Sql delete_sightings_of{
    "DELETE FROM access_sighting WHERE org_id = $1 AND person_id = $2"};
constexpr Sql delete_doubts_of{"DELETE FROM access_doubt WHERE org_id = $1 AND person_id = $2"};
// For all organisations together: nothing of it is shown to anybody.
constexpr Sql sweep_sightings{R"(
    DELETE FROM access_sighting
     WHERE (org_id, person_id, session_id, seen_at) IN (
               SELECT org_id, person_id, session_id, seen_at FROM access_sighting
                WHERE seen_at < $1 LIMIT $2))"};
constexpr Sql sweep_settled{R"(
    DELETE FROM access_doubt
     WHERE (org_id, doubt_id) IN (
               SELECT org_id, doubt_id FROM access_doubt
                WHERE answer <> 'not_mine' AND told_at < $1 LIMIT $2)
       AND answer <> 'not_mine')"};

std::string_view word_of(Claim claim) { return claim == Claim::mine ? "mine" : "not_mine"; }

Doubtful::Kind kind_of(std::string_view word) {
    return word == "copied" ? Doubtful::Kind::copied : Doubtful::Kind::places;
}

Doubt doubt_of(Rows const& row, Instant now, SessionId here) {
    Doubt doubt;
    doubt.id = row.get<DoubtId>(0);
    doubt.person = row.get<PersonId>(1);
    doubt.kind = kind_of(row.get<std::string_view>(2));
    doubt.told_at = row.get<Instant>(3);
    doubt.asks = now < doubt.told_at + Doubt::asks_for;
    auto const use = [&](int from) {
        return DoubtfulUse{row.get<Instant>(from), row.get<std::string>(from + 1),
                           row.get<std::string>(from + 2), row.get<std::string>(from + 3),
                           row.get<SessionId>(from + 4) == here};
    };
    doubt.first = use(4);
    doubt.second = use(9);
    doubt.answered_at = row.get<std::optional<Instant>>(14);
    doubt.sessions = row.get<std::int64_t>(15);
    return doubt;
}

}  // namespace

/// What somebody was asked about.
struct Doubts::Asked {
    Doubtful::Kind kind;
    DeviceId first, second;
};

Task<std::vector<Doubt>> Doubts::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        auto const now = needs_.clock.now();
        std::vector<Doubt> doubts;
        auto row = tx.query(select_open, viewer.org, viewer.person, now - Doubt::quiet_for);
        while (row.next()) doubts.push_back(doubt_of(row, now, viewer.session));
        return doubts;
    };
    co_return co_await needs_.store.read(read);
}

Settled Doubts::deny(Tx& tx, Viewer const& viewer, DoubtId doubt, Asked const& asked) const {
    auto const now = needs_.clock.now();
    bool const is_copied = asked.kind == Doubtful::Kind::copied;
    // Of a copied session nobody can say which passkey the copy made.
    auto const trusted = is_copied ? DeviceId{} : device_under(tx, viewer);
    for (auto const device : {asked.first, asked.second})
        if (device != trusted && device.value != 0)
            tx.run(delete_passkeys, viewer.org, viewer.person, device);
    end_pin_places(tx, viewer.org, viewer.person);  // first: who takes over meanwhile is then seen
    auto const ended =
        end_other_sessions(tx, viewer.org, viewer.person, is_copied ? SessionId{} : viewer.session);
    tx.run(update_sessions, viewer.org, doubt, ended);
    auto told = directory::permitted_people(tx, viewer.org, Permission::sign_in);
    told.push_back(viewer.person);
    tell_devices(tx, viewer.org, std::move(told));
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::doubt_denied,
                   .subject = subject_of(viewer.person),
                   .details = audit::Details{}.id("doubt", doubt).number("sessions", ended)});
    return {.signed_out = is_copied};
}

Task<Result<Settled>> Doubts::settle(Viewer const& viewer, DoubtId doubt, Claim claim) {
    auto find = [&](Tx& tx) -> std::optional<Asked> {
        auto row = tx.query(select_one, viewer.org, doubt, viewer.person);
        if (!row.next()) return std::nullopt;
        return Asked{kind_of(row.get<std::string_view>(0)), row.get<DeviceId>(1),
                     row.get<DeviceId>(2)};
    };
    auto write = [&](Tx& tx) -> Result<Settled> {
        auto const now = needs_.clock.now();
        auto const asked = find(tx);
        // Of two answers at the same time the first one holds.
        if (!asked || tx.run(update_answer, viewer.org, doubt, word_of(claim), now) == 0)
            return Problem{.status = 404, .code = "access.no_such_doubt"};
        if (claim == Claim::not_mine) return deny(tx, viewer, doubt, *asked);
        tell_devices(tx, viewer.org, {viewer.person});
        audit::record(tx, now,
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::doubt_settled,
                       .subject = subject_of(viewer.person),
                       .details = audit::Details{}.id("doubt", doubt)});
        return Settled{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::vector<Doubt>>> Doubts::denied(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<Doubt>> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        std::vector<Doubt> doubts;
        auto row = tx.query(select_denied, permit->org());
        while (row.next()) doubts.push_back(doubt_of(row, needs_.clock.now(), viewer.session));
        return doubts;
    };
    co_return co_await needs_.store.read(read);
}

std::int64_t erase_doubts(Tx& tx, OrgId org, PersonId person) {
    return tx.run(delete_sightings_of, org, person) + tx.run(delete_doubts_of, org, person);
}

std::int64_t sweep_doubts(Tx& tx, Instant now, int most) {
    return std::max(tx.run(sweep_sightings, now - sighting_life, most),
                    tx.run(sweep_settled, now - Doubt::quiet_for, most));
}

}  // namespace horenso::access
