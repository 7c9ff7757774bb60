#include "services/access/passkeys.hpp"

#include "platform/text/measure.hpp"
#include "platform/webauthn/webauthn.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/challenges.hpp"
#include "services/access/known.hpp"
#include "services/access/opening.hpp"
#include "services/access/passkey_rows.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr std::int64_t most_passkeys = 20;
constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_credential = 1023;

Problem not_made() { return {.status = 422, .code = "access.passkey_not_made"}; }

Problem no_such_passkey() { return {.status = 404, .code = "access.no_such_passkey"}; }

std::optional<Problem> refuse_name(std::string_view name) {
    auto const is_blank = name.find_first_not_of(' ') == name.npos;
    if (!is_blank && text::at_most_graphemes(name, longest_name)) return std::nullopt;
    return Problem{.status = 422,
                   .code = "json.bad_fields",
                   .fields = {{.path = "name", .code = "access.bad_passkey_name"}}};
}

/// The handle says who it is, so that a device needs no ID typed: "<organisation>-<person>".
std::string handle_of(OrgId org, PersonId person) {
    return std::to_string(org.value) + '-' + std::to_string(person.value);
}

Attempt asking_from(std::string_view address) {
    return {{}, "passkey", network_of(address), passkey_throttle};
}

void record(Tx& tx, Viewer const& viewer, audit::Action action, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = subject_of(viewer.person)});
}

}  // namespace

Task<Result<PasskeyOffer>> Passkeys::offer(Viewer const& viewer, RelyingParty const& place,
                                           Proof proof) {
    auto const recent = co_await needs_.access.require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto ask = [&](Tx& tx) -> Result<PasskeyOffer> {
        auto view = find_view(tx, viewer.org, viewer.person);
        if (!view) return Problem{.status = 401, .code = "access.signed_out"};
        auto present = credentials_of(tx, viewer.org, viewer.person, place.rp_id);
        if (count_passkeys(tx, viewer.org, viewer.person) >= most_passkeys)
            return Problem{.status = 409, .code = "access.too_many_passkeys"};
        auto challenge = ask_to_sign(tx, {viewer.org, viewer.person}, needs_.clock.now());
        return PasskeyOffer{std::move(challenge), handle_of(viewer.org, viewer.person),
                            std::move(view->org), std::move(view->person), std::move(present)};
    };
    co_return co_await needs_.store.write(ask);
}

Task<Result<Passkey>> Passkeys::add(Viewer const& viewer, RelyingParty const& place,
                                    NewPasskey passkey) {
    if (auto refused = refuse_name(passkey.name)) co_return *std::move(refused);
    auto challenge = webauthn::challenge_of(passkey.client_data);
    if (!challenge) co_return not_made();
    auto take = [&](Tx& tx) {
        return take_challenge(tx, {viewer.org, viewer.person}, *challenge, needs_.clock.now());
    };
    auto const taken = co_await needs_.store.write(take);
    if (!taken) co_return taken.problem();
    webauthn::Expected const expected{*std::move(challenge), place.origin, place.rp_id};
    auto const checked = webauthn::check_new(passkey.client_data, passkey.attestation, expected);
    auto const* credential = std::get_if<webauthn::NewCredential>(&checked);
    if (!credential) co_return not_made();
    auto keep = [&](Tx& tx) -> Result<Passkey> {
        auto const now = needs_.clock.now();
        // A device that was lost meanwhile has ended the session, and leaves no way in behind.
        lock_device(tx, viewer.org, device_under(tx, viewer));
        if (!is_signed_in(tx, viewer)) return Problem{.status = 401, .code = "access.signed_out"};
        if (count_passkeys(tx, viewer.org, viewer.person) >= most_passkeys)
            return Problem{.status = 409, .code = "access.too_many_passkeys"};
        Passkey const made{needs_.ids.make<PasskeyId>(now.ms), passkey.name, now, {}, place.rp_id};
        if (!insert_passkey(tx, viewer, made, *credential))
            return Problem{.status = 409, .code = "access.passkey_there"};
        record(tx, viewer, audit::Action::passkey_added, now);
        return made;
    };
    co_return co_await needs_.store.write(keep);
}

Task<std::vector<Passkey>> Passkeys::list(Viewer const& viewer) {
    auto read = [&](Tx& tx) { return passkeys_of(tx, viewer.org, viewer.person); };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Passkeys::rename(Viewer const& viewer, PasskeyId passkey, std::string name) {
    if (auto refused = refuse_name(name)) co_return *std::move(refused);
    auto write = [&](Tx& tx) -> Result<Done> {
        if (!rename_passkey(tx, viewer.org, viewer.person, passkey, name)) return no_such_passkey();
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Passkeys::remove(Viewer const& viewer, PasskeyId passkey) {
    auto write = [&](Tx& tx) -> Result<Done> {
        if (opening_of(tx, viewer).is_by_pin()) return pin_is_not_enough();
        if (!delete_passkey(tx, viewer.org, viewer.person, passkey)) return no_such_passkey();
        record(tx, viewer, audit::Action::passkey_removed, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::string>> Passkeys::challenge(std::string_view address) {
    auto const attempt = asking_from(address);
    auto ask = [&](Tx& tx) -> Result<std::string> {
        auto const may = begin_attempt(tx, attempt, needs_.clock.now());
        if (!may) return may.problem();
        return ask_to_sign(tx, {}, needs_.clock.now());
    };
    co_return co_await needs_.store.write(ask);
}

Task<Result<SignedIn>> Passkeys::sign_in(RelyingParty const& place, SignedByPasskey signed_by,
                                         Arrival arrival) {
    auto const bad_passkey = Problem{.status = 401, .code = "access.bad_passkey"};
    auto challenge = webauthn::challenge_of(signed_by.client_data);
    auto const holder = read_handle(signed_by.handle);
    if (!challenge || !holder || signed_by.credential_id.size() > longest_credential)
        co_return bad_passkey;
    auto take = [&](Tx& tx) { return take_challenge(tx, {}, *challenge, needs_.clock.now()); };
    auto const taken = co_await needs_.store.write(take);
    if (!taken) co_return taken.problem();
    auto find = [&](Tx& tx) {
        return find_passkey(tx, *holder, signed_by.credential_id, place.rp_id);
    };
    auto const kept = co_await needs_.store.read(find);
    auto const key =
        kept ? webauthn::PublicKey::from_der(kept->algorithm, kept->public_key) : std::nullopt;
    if (!key) co_return bad_passkey;
    webauthn::Expected const expected{*std::move(challenge), place.origin, place.rp_id};
    webauthn::Signed const what{signed_by.client_data, signed_by.authenticator_data,
                                signed_by.signature};
    auto const checked = webauthn::check_signed(what, *key, expected);
    auto const* counter = std::get_if<std::uint32_t>(&checked);
    if (!counter) co_return bad_passkey;
    auto open = [&](Tx& tx) -> Result<SignedIn> {
        // Whoever deletes or copies a passkey meanwhile is seen here.
        if (!use_passkey(tx, holder->org, kept->id, *counter, needs_.clock.now()))
            return bad_passkey;
        attempt_succeeded(tx, asking_from(arrival.address));
        return needs_.access.open_session(tx, holder->org, holder->person, arrival, "passkey");
    };
    co_return co_await needs_.store.write(open);
}

}  // namespace horenso::access
