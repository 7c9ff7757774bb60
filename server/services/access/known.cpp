#include "services/access/known.hpp"

#include <algorithm>

#include "platform/base/json_writer.hpp"
#include "platform/crypto/token.hpp"
#include "services/access/pin_places.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_known{R"(
    SELECT device_id, name, class, owner_id, registered_at, last_used_at, network, approved_at,
           lost_at, secret_hash
      FROM access_device
     WHERE org_id = $1 AND device_id = $2)"};
constexpr Sql insert_known{R"(
    INSERT INTO access_device
           (org_id, device_id, secret_hash, class, owner_id, name, registered_at, last_used_at,
            network, approved_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9))"};
constexpr Sql update_class{R"(
    UPDATE access_device SET class = $3, owner_id = $4, approved_at = $5
     WHERE org_id = $1 AND device_id = $2)"};
constexpr Sql update_used{R"(
    UPDATE access_device SET last_used_at = $3, network = $4
     WHERE org_id = $1 AND device_id = $2 AND lost_at IS NULL)"};
constexpr Sql delete_known{"DELETE FROM access_device WHERE org_id = $1 AND device_id = $2"};
constexpr Sql select_sessions{R"(
    SELECT session_id, person_id FROM access_session
     WHERE org_id = $1 AND device_id = $2
     ORDER BY session_id)"};
// For all organisations together: nothing of it is shown to anybody. One whose session is still there is in use, and one
// that is lost stays so: what was made on it would be good again.
constexpr Sql delete_unused{R"(
    DELETE FROM access_device
     WHERE (org_id, device_id) IN (
               SELECT d.org_id, d.device_id FROM access_device d
                WHERE d.last_used_at <= $1 AND d.lost_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM access_session s
                                   WHERE s.org_id = d.org_id AND s.device_id = d.device_id)
                LIMIT $2)
       AND last_used_at <= $1 AND lost_at IS NULL)"};
constexpr Sql note_shown{R"(
    UPDATE access_loss SET showed_up_at = $3
     WHERE org_id = $1 AND device_id = $2 AND showed_up_at IS NULL AND found_at IS NULL)"};

Problem lost() { return {.status = 403, .code = "access.device_lost", .clause = "3.7"}; }

std::optional<KnownDevice> first(Rows& row) {
    if (!row.next()) return std::nullopt;
    return known_of(row);
}

bool is_of(KnownDevice const& known, Arriving const& arriving) {
    if (known.kind == DeviceClass::shared) return arriving.arrival.device == DeviceClass::shared;
    return known.owner == arriving.person && arriving.arrival.device != DeviceClass::shared;
}

std::optional<PersonId> owner_of(DeviceClass kind, PersonId person) {
    if (kind == DeviceClass::shared) return std::nullopt;
    return person;
}

Registered make(Tx& tx, IdSource& ids, Arriving const& arriving) {
    auto const& [org, person, arrival, rules, now] = arriving;
    auto const network = place_of(tx, org, rules, arrival.device, arrival.address).network;
    bool const is_approved = is_believed(arrival.device, network, rules_by(rules, tx, org));
    DeviceToken const token{org, ids.make<DeviceId>(now.ms), crypto::random_token()};
    KnownDevice device{.id = token.id,
                       .name = browser_name(arrival.browser),
                       .kind = arrival.device,
                       .owner = owner_of(arrival.device, person),
                       .registered_at = now,
                       .last_used_at = now,
                       .network = network,
                       .is_approved = is_approved};
    tx.run(insert_known, org, token.id, crypto::sha256(token.secret), word_of(device.kind),
           device.owner, device.name, now, word_of(network),
           is_approved ? std::optional{now} : std::nullopt);
    return {.device = std::move(device), .cookie = token.text()};
}

/// The same browser of the same person, said to be another kind of device today.
void rename_kind(Tx& tx, Arriving const& arriving, KnownDevice& known) {
    auto const& [org, person, arrival, rules, now] = arriving;
    if (known.kind == arrival.device) return;
    auto const network = place_of(tx, org, rules, arrival.device, arrival.address).network;
    known.kind = arrival.device;
    known.is_approved = is_believed(known.kind, network, rules_by(rules, tx, org));
    set_class(tx, {org, known.id, known.kind, person, known.is_approved}, now);
}

}  // namespace

KnownDevice known_of(Rows const& row) {
    KnownDevice device;
    device.id = row.get<DeviceId>(0);
    device.name = row.get<std::string>(1);
    device.kind = device_of(row.get<std::string_view>(2));
    device.owner = row.get<std::optional<PersonId>>(3);
    device.registered_at = row.get<Instant>(4);
    device.last_used_at = row.get<Instant>(5);
    device.network = network_of_word(row.get<std::string_view>(6));
    device.is_approved = row.get<std::optional<Instant>>(7).has_value();
    device.lost_at = row.get<std::optional<Instant>>(8);
    return device;
}

std::optional<KnownDevice> find_known(Tx& tx, OrgId org, DeviceId device) {
    auto row = tx.query(select_known, org, device);
    return first(row);
}

std::optional<KnownDevice> device_with(Tx& tx, std::string_view cookie) {
    auto const token = DeviceToken::parse(cookie);
    if (!token) return std::nullopt;
    auto row = tx.query(select_known, token->org, token->id);
    auto known = first(row);
    if (!known || !is_secret_of(token->secret, row.get<crypto::Digest>(9))) return std::nullopt;
    return known;
}

DeviceClass trusted_class(DeviceClass said, bool is_approved) {
    return is_approved ? said : DeviceClass::personal;
}

bool is_believed(DeviceClass said, NetworkClass network, DeviceRules const& rules) {
    if (said == DeviceClass::personal) return !rules.asks_first;
    return network == NetworkClass::office;
}

Result<Registered> register_device(Tx& tx, IdSource& ids, Arriving const& arriving) {
    auto const& [org, person, arrival, rules, now] = arriving;
    auto const token = DeviceToken::parse(arrival.cookie);
    auto known = token && token->org == org ? device_with(tx, arrival.cookie) : std::nullopt;
    if (known && known->lost_at) return lost();
    Registered registered;
    if (known && is_of(*known, arriving)) {
        rename_kind(tx, arriving, *known);
        registered.device = *std::move(known);
    } else {
        registered = make(tx, ids, arriving);
    }
    auto const& device = registered.device;
    registered.place =
        place_of(tx, org, rules, trusted_class(device.kind, device.is_approved), arrival.address);
    if (!registered.place.allowed.sign_in)
        return Problem{.status = 403, .code = "access.not_from_here", .clause = "3.4"};
    if (!touch_device(tx, org, device.id, registered.place.network, now)) return lost();
    return registered;
}

bool touch_device(Tx& tx, OrgId org, DeviceId device, NetworkClass network, Instant now) {
    return tx.run(update_used, org, device, now, word_of(network)) > 0;
}

void set_class(Tx& tx, ClassSaid const& said, Instant now) {
    if (said.kind != DeviceClass::shared) end_pin_places_on(tx, said.org, said.device);
    tx.run(update_class, said.org, said.device, word_of(said.kind),
           owner_of(said.kind, said.person), said.is_approved ? std::optional{now} : std::nullopt);
}

std::int64_t end_sessions_on(Tx& tx, OrgId org, DeviceId device, std::optional<PersonId> person) {
    struct One {
        SessionId session;
        PersonId person;
    };
    std::vector<One> sessions;
    {
        auto row = tx.query(select_sessions, org, device);
        while (row.next()) sessions.push_back({row.get<SessionId>(0), row.get<PersonId>(1)});
    }
    std::int64_t ended = 0;
    for (auto const& one : sessions)
        if (!person || *person == one.person)
            ended += end_session(tx, org, one.person, one.session);
    return ended;
}

void forget_device(Tx& tx, OrgId org, DeviceId device) {
    end_pin_places_on(tx, org, device);
    tx.run(delete_known, org, device);
}

std::int64_t sweep_devices(Tx& tx, Instant now, int most) {
    return tx.run(delete_unused, now - device_life, most);
}

bool is_lost(Tx& tx, std::string_view cookie) {
    auto const known = device_with(tx, cookie);
    return known && known->lost_at;
}

void note_shown_up(Tx& tx, std::string_view cookie, Instant now) {
    if (!is_lost(tx, cookie)) return;
    auto const token = DeviceToken::parse(cookie);
    tx.run(note_shown, token->org, token->id, now);
}

void tell_devices(Tx& tx, OrgId org, std::vector<PersonId> people) {
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    for (auto const person : people) {
        auto const stream = directory::person_stream(org, person);
        auto const version = tx.advance(stream);
        json::Writer event;
        event.open_object()
            .field("type", "access.devices_changed")
            .field("stream", stream.name())
            .field("version", version)
            .close_object();
        tx.tell({.stream = stream, .version = version, .json = event.take()});
    }
}

}  // namespace horenso::access
