#include <algorithm>

#include "platform/crypto/card_code.hpp"
#include "platform/crypto/hasher.hpp"
#include "platform/crypto/token.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/cards.hpp"
#include "services/access/known.hpp"
#include "services/access/known_login.hpp"
#include "services/access/opening.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr Sql delete_card{R"(
    DELETE FROM access_card WHERE org_id = $1 AND person_id = $2 AND code_hash = $3)"};

Problem bad_code() { return {.status = 401, .code = "access.bad_code"}; }

Problem bad_password() { return {.status = 401, .code = "access.bad_password"}; }

/// What is known of a login now. Without a person, or without any password, there is no hash.
KnownLogin look_up(Tx& tx, std::string_view login, Instant now) {
    auto const org = directory::find_org_of_login(tx, login);
    if (!org) return {};
    auto const person = directory::find_login(tx, *org, login);
    if (!person) return {};
    KnownLogin known{.org = org->id, .person = person->id};
    known.hash = password_hash_of(tx, org->id, person->id);
    known.first = first_password_of(tx, org->id, person->id, now);
    known.has_second = has_second_factor(tx, org->id, person->id);
    auto const over_at = find_password_over(tx, org->id, person->id);
    known.is_over = over_at && *over_at <= now;
    known.owner = {org->name, org->slug, person->name, person->kana, person->login};
    return known;
}

/// Whether the person was on that device before. Anybody can call a browser one that many use: there it is who signed in
/// in full lately.
bool was_on(Tx& tx, KnownLogin const& known, KnownDevice const& device, Instant now) {
    if (device.owner) return device.owner == known.person;
    auto const places = pin_places_on(tx, known.org, device.id, now);
    return std::ranges::find(places, known.person, &PinPlace::person) != places.end();
}

/// Where tries are counted: on a device where the person was before, those from elsewhere keep nobody out.
Result<Done> count_try(Tx& tx, Arrival const& arrival, std::string const& subject,
                       KnownLogin& known, Instant now) {
    auto const token = DeviceToken::parse(arrival.cookie);
    auto const device = token && token->org == known.org ? device_with(tx, arrival.cookie)
                                                         : std::optional<KnownDevice>{};
    bool const was_here =
        device && known.has_any() && !device->lost_at && was_on(tx, known, *device, now);
    auto const network = network_of(arrival.address);
    known.attempt = {
        {}, subject, was_here ? "device:" + std::to_string(device->id.value) : network};
    auto counted = begin_attempt(tx, known.attempt, now);
    if (!counted || was_here) return counted;
    known.of_network = Attempt{{}, "password", network, password_network_throttle};
    return begin_attempt(tx, *known.of_network, now);
}

/// Who sees to devices is told of one that is new (clause 3.6), and its person's other screens.
void tell_of_new_device(Tx& tx, OrgId org, PersonId person) {
    auto people = directory::permitted_people(tx, org, Permission::sign_in);
    people.push_back(person);
    tell_devices(tx, org, std::move(people));
}

}  // namespace

Result<SignedIn> Access::open_session(Tx& tx, OrgId org, PersonId person, Arrival const& arrival,
                                      audit::Word by) const {
    if (auto refused = refuse_absent(tx, org, person, needs_.clock)) return *std::move(refused);
    auto const now = needs_.clock.now();
    Arriving const arriving{org, person, arrival, needs_.rules, now};
    auto on = register_device(tx, needs_.ids, arriving);
    if (!on) return on.problem();
    auto const token = Token{org, needs_.ids.make<SessionId>(now.ms), crypto::random_token()};
    insert_session(tx, token, {person, arrival.device, on->device.id}, now);
    note_opening(tx, token, by);
    bool const is_by_pin = Opening{by.text()}.is_by_pin();
    if (arrival.device == DeviceClass::shared && !is_by_pin)
        add_pin_place(tx, org, on->device.id, person, now);
    auto view = find_view(tx, org, person);
    if (!view) return bad_code();
    view->device = arrival.device;
    view->is_by_pin = is_by_pin;
    view->may_download = on->place.allowed.download;
    view->may_administer = on->place.allowed.administration && !is_by_pin && !view->owes_second;
    view->may_change_password = may_change_password(tx, org);
    if (on->cookie) tell_of_new_device(tx, org, person);
    audit::record(tx, now,
                  {.org = org,
                   .actor = {audit::Actor::Kind::person, person.value, token.id.value},
                   .action = audit::Action::signed_in,
                   .subject = subject_of(person),
                   .details = audit::Details{}.word("by", by).id("device", on->device.id)});
    return SignedIn{token.text(), std::move(*view), std::move(on->cookie)};
}

Task<Result<SignedIn>> Access::sign_in_by_code(std::string code, Arrival arrival) {
    auto const letters = crypto::typed_card_code(code);
    auto const hash = crypto::sha256(letters.value_or(""));
    auto const attempt = Attempt{{}, "card", network_of(arrival.address), card_throttle};

    // A right code is never told to wait, whatever others try from the same office: it is no guess.
    auto look = [&](Tx& tx) -> Result<bool> {
        if (letters && find_card(tx, hash, needs_.clock.now())) return true;
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
        co_return bad_code();
    }

    auto redeem = [&](Tx& tx) -> Result<SignedIn> {
        auto const card = find_card(tx, hash, needs_.clock.now());
        // Whoever deletes the row redeems the code; a second one at the same time finds none to
        // delete, nor does one whose card was replaced meanwhile.
        if (!card || tx.run(delete_card, card->org, card->person, hash) == 0) return bad_code();
        return open_session(tx, card->org, card->person, arrival, "card");
    };
    co_return co_await needs_.store.write(redeem);
}

/// Counted for the person, from wherever: only whoever knows the password comes here.
Task<Result<Done>> Access::pass_second(OrgId org, PersonId person, std::string typed) {
    if (typed.empty()) co_return Problem{.status = 401, .code = "access.second_needed"};
    auto const attempt = Attempt{org, "second:" + std::to_string(person.value), ""};
    auto count = [&](Tx& tx) { return begin_attempt(tx, attempt, needs_.clock.now()); };
    auto const counted = co_await needs_.store.write(count);
    if (!counted) co_return counted.problem();
    auto use = [&](Tx& tx) -> Result<Done> {
        if (!use_second_factor(tx, org, person, typed, needs_.clock.now()))
            return Problem{.status = 401, .code = "access.bad_second"};
        attempt_succeeded(tx, attempt);
        return Done{};
    };
    co_return co_await needs_.store.write(use);
}

Task<Result<SignedIn>> Access::sign_in_by_password(std::string login, std::string password,
                                                   Arrival arrival, std::string second,
                                                   std::string next) {
    auto const normalised = directory::normalised_login(login);
    // What can't be a login is counted and answered like one that nobody has.
    auto const subject = crypto::sha256_hex(normalised.value_or(login));
    auto begin = [&](Tx& tx) -> Result<KnownLogin> {
        auto const now = needs_.clock.now();
        auto known = normalised ? look_up(tx, *normalised, now) : KnownLogin{};
        auto const counted = count_try(tx, arrival, subject, known, now);
        if (!counted) return counted.problem();
        return known;
    };
    auto const known = co_await needs_.store.write(begin);
    if (!known) co_return known.problem();
    auto const which = co_await match(*known, password);
    if (!which) co_return which.problem();
    if (*which == WhichPassword::none) co_return bad_password();
    auto forget = [&](Tx& tx) -> Result<Done> {
        attempt_succeeded(tx, known->attempt);
        if (known->of_network) take_back(tx, *known->of_network);
        return Done{};
    };
    auto const forgotten = co_await needs_.store.write(forget);
    if (!forgotten) co_return forgotten.problem();
    std::string chosen;
    if (*which == WhichPassword::first || known->is_over) {
        auto const hash = co_await choose_next(*known, *which, std::move(next));
        if (!hash) co_return hash.problem();
        chosen = *hash;
    }
    if (known->has_second) {
        auto const passed = co_await pass_second(known->org, known->person, std::move(second));
        if (!passed) co_return passed.problem();
    }

    auto open = [&](Tx& tx) -> Result<SignedIn> {
        if (!chosen.empty()) return open_with_next(tx, *known, chosen, arrival);
        if (!is_still_password(tx, known->org, known->person, known->hash))
            return bad_password();  // changed while this one was compared
        return open_session(tx, known->org, known->person, arrival, "password");
    };
    co_return co_await needs_.store.write(open);
}

}  // namespace horenso::access
