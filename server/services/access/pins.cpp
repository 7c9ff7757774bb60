// 交代する: who takes over a device that many use, by a PIN (clause 3.3).
#include "services/access/pins.hpp"

#include <algorithm>

#include "platform/crypto/hasher.hpp"
#include "services/access/attempts.hpp"
#include "services/access/known.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/pin_rules.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_pin{R"(
    SELECT hash, set_at, closed_at, closed_on FROM access_pin WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql upsert_pin{R"(
    INSERT INTO access_pin (org_id, person_id, hash, set_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at)"};
constexpr Sql update_closing{R"(
    UPDATE access_pin SET closed_at = $3, closed_on = $4 WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql delete_pin{"DELETE FROM access_pin WHERE org_id = $1 AND person_id = $2"};

struct Kept {
    std::string hash;
    Instant set_at;
    Instant closed_at;
    std::string closed_on;
};

std::optional<Kept> find_pin(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_pin, org, person);
    if (!row.next()) return std::nullopt;
    return Kept{row.get<std::string>(0), row.get<Instant>(1), row.get<Instant>(2),
                row.get<std::string>(3)};
}

/// Tries that can't be right, whatever is typed, are counted like wrong cards: it only keeps floods from the database.
Attempt unknown_at(std::string_view address) {
    return {{}, "pin", network_of(address), card_throttle};
}

Problem bad_pin() { return {.status = 401, .code = "access.bad_pin"}; }
Problem closed() { return {.status = 403, .code = "access.pin_closed"}; }

/// The device of the cookie, if many use it and it may be used.
std::optional<KnownDevice> shared_device(Tx& tx, std::string_view cookie) {
    auto known = device_with(tx, cookie);
    bool const is_good =
        known && known->kind == DeviceClass::shared && known->is_approved && !known->lost_at;
    return is_good ? std::move(known) : std::nullopt;
}

void record(Tx& tx, Viewer const& viewer, audit::Action action, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = subject_of(viewer.person)});
}

}  // namespace

/// Who is meant, and what is known of the PIN; without a hash there is none to be right.
struct Pins::Candidate {
    OrgId org;
    PinPlace place;
    std::string device;
    std::string hash = {};
};

bool has_pin(Tx& tx, OrgId org, PersonId person) { return find_pin(tx, org, person).has_value(); }

std::int64_t erase_pin(Tx& tx, OrgId org, PersonId person) {
    end_pin_places(tx, org, person);
    return tx.run(delete_pin, org, person);
}

Task<PinView> Pins::view(Viewer const& viewer) {
    auto read = [&](Tx& tx) -> PinView {
        auto const pin = find_pin(tx, viewer.org, viewer.person);
        if (!pin) return {};
        PinView view{.since = pin->set_at};
        for (auto const& place : pin_places_of(tx, viewer.org, viewer.person, needs_.clock.now()))
            if (auto const device = find_known(tx, viewer.org, place.device))
                view.places.push_back({device->name, place.over_at(), place.is_closed()});
        if (pin->closed_at.ms > 0) view.closing = {pin->closed_on, pin->closed_at};
        return view;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Pins::set(Viewer const& viewer, std::string pin, Proof proof) {
    auto look = [&](Tx& tx) { return directory::find_person(tx, viewer.org, viewer.person); };
    auto const owner = co_await needs_.store.read(look);
    if (!owner) co_return Problem{.status = 401, .code = "access.signed_out"};
    if (auto refused = refuse_pin(pin, *owner)) co_return *std::move(refused);
    auto const recent = co_await needs_.access.require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto const hash = co_await needs_.hasher.hash(std::move(pin));
    if (!hash) co_return hash.problem();
    auto keep = [&](Tx& tx) -> Result<Done> {
        auto const now = needs_.clock.now();
        tx.run(upsert_pin, viewer.org, viewer.person, *hash, now);
        record(tx, viewer, audit::Action::pin_set, now);
        return Done{};
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<Done>> Pins::remove(Viewer const& viewer) {
    auto write = [&](Tx& tx) -> Result<Done> {
        if (tx.run(delete_pin, viewer.org, viewer.person) == 0) return Done{};
        record(tx, viewer, audit::Action::pin_removed, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Pins::know(Viewer const& viewer) {
    auto write = [&](Tx& tx) -> Result<Done> {
        tx.run(update_closing, viewer.org, viewer.person, 0, "");
        tell_devices(tx, viewer.org, {viewer.person});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<std::vector<Colleague>> Pins::colleagues(Arrival const& arrival) {
    auto read = [&](Tx& tx) {
        std::vector<Colleague> found;
        auto const device = shared_device(tx, arrival.cookie);
        if (!device) return found;
        auto const org = DeviceToken::parse(arrival.cookie)->org;
        auto const place =
            place_of(tx, org, needs_.access.needs_.rules, device->kind, arrival.address);
        if (!place.allowed.sign_in) return found;
        for (auto const& one : pin_places_on(tx, org, device->id, needs_.clock.now())) {
            auto person = directory::find_person(tx, org, one.person);
            if (person && has_pin(tx, org, one.person))
                found.push_back({*std::move(person), one.is_closed()});
        }
        std::stable_sort(found.begin(), found.end(), [](Colleague const& a, Colleague const& b) {
            return a.person.kana < b.person.kana;
        });
        return found;
    };
    co_return co_await needs_.store.read(read);
}

Pins::Candidate Pins::look_up(Tx& tx, TakeOver const& wish, Arrival const& arrival) const {
    auto const device = shared_device(tx, arrival.cookie);
    if (!device) return {};
    Candidate candidate{DeviceToken::parse(arrival.cookie)->org, {}, device->name};
    for (auto const& place : pin_places_on(tx, candidate.org, device->id, needs_.clock.now()))
        if (place.person == wish.person) candidate.place = place;
    auto const pin = find_pin(tx, candidate.org, candidate.place.person);
    if (pin) candidate.hash = pin->hash;
    return candidate;
}

Task<Result<SignedIn>> Pins::take_over(TakeOver wish, Arrival arrival) {
    auto const now = needs_.clock.now();
    auto begin = [&](Tx& tx) -> Result<Candidate> {
        auto candidate = look_up(tx, wish, arrival);
        if (candidate.hash.empty()) {
            auto const counted = begin_attempt(tx, unknown_at(arrival.address), now);
            if (!counted) return counted.problem();
            return candidate;
        }
        if (!begin_pin_try(tx, candidate.place, candidate.org, now)) return closed();
        return candidate;
    };
    auto const candidate = co_await needs_.store.write(begin);
    if (!candidate) co_return candidate.problem();
    if (candidate->hash.empty()) {  // take as long as if there were one
        auto const wasted = co_await needs_.hasher.hash(std::move(wish.pin));
        if (!wasted) co_return wasted.problem();
        co_return bad_pin();
    }
    auto const right = co_await needs_.hasher.verify(std::move(wish.pin), candidate->hash);
    if (!right) co_return right.problem();
    if (!*right) {
        auto note = [&](Tx& tx) { return note_wrong(tx, *candidate); };
        auto const is_closed = co_await needs_.store.write(note);
        if (!is_closed) co_return is_closed.problem();
        if (*is_closed) co_return closed();
        co_return bad_pin();
    }
    auto enter = [&](Tx& tx) { return open(tx, *candidate, wish.former, arrival); };
    co_return co_await needs_.store.write(enter);
}

/// The last of the tries closes the way, and its owner is told.
Result<bool> Pins::note_wrong(Tx& tx, Candidate const& candidate) const {
    auto const& [org, place, device, hash] = candidate;
    if (!is_pin_closed(tx, place, org)) return false;
    auto const now = needs_.clock.now();
    tx.run(update_closing, org, place.person, now, device);
    tell_devices(tx, org, {place.person});
    audit::record(tx, now,
                  {.org = org,
                   .actor = audit::the_server,
                   .action = audit::Action::pin_closed,
                   .subject = subject_of(place.person),
                   .details = audit::Details{}.id("device", place.device)});
    return true;
}

Result<SignedIn> Pins::open(Tx& tx, Candidate const& candidate, std::string const& former,
                            Arrival const& arrival) const {
    auto const& [org, place, device, hash] = candidate;
    auto const now = needs_.clock.now();
    auto const pin = find_pin(tx, org, place.person);
    // What ended the PIN meanwhile is seen here.
    if (!pin || pin->hash != hash || !pin_was_right(tx, place, org, now)) return bad_pin();
    auto const token = Token::parse(former);
    auto const left = token ? find_session(tx, *token, now) : std::nullopt;
    if (left) end_session(tx, token->org, left->person, token->id);
    auto in = needs_.access.open_session(tx, org, place.person, arrival, "pin");
    if (in && left)
        audit::record(tx, now,
                      {.org = token->org,
                       .actor = {audit::Actor::Kind::person, left->person.value, token->id.value},
                       .action = audit::Action::signed_out,
                       .subject = subject_of(left->person)});
    return in;
}

}  // namespace horenso::access
