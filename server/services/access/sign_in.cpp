#include "platform/crypto/card_code.hpp"
#include "platform/crypto/hasher.hpp"
#include "platform/crypto/token.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/opening.hpp"
#include "services/access/sessions.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

// Before sign-in the organisation isn't known: the code itself names it.
constexpr Sql select_card{R"(
    SELECT org_id, person_id, expires_at FROM access_card WHERE code_hash = $1)"};

constexpr Sql delete_card{R"(
    DELETE FROM access_card WHERE org_id = $1 AND person_id = $2 AND code_hash = $3)"};

constexpr Sql select_password{R"(
    SELECT hash FROM access_password WHERE org_id = $1 AND person_id = $2)"};

Problem bad_code() { return {.status = 401, .code = "access.bad_code"}; }

Problem bad_password() { return {.status = 401, .code = "access.bad_password"}; }

/// What the database knows of a login. Without a person, or without a password, `hash` is empty.
struct Known {
    OrgId org;
    PersonId person;
    std::string hash;
    bool has_second = false;
};

Known look_up(Tx& tx, std::string_view login) {
    auto const org = directory::find_org_of_login(tx, login);
    if (!org) return {};
    auto const person = directory::find_login(tx, *org, login);
    if (!person) return {};
    auto row = tx.query(select_password, org->id, person->id);
    if (!row.next()) return {};
    return {org->id, person->id, row.get<std::string>(0),
            has_second_factor(tx, org->id, person->id)};
}

/// Whom a card's code lets in today.
struct Holder {
    OrgId org;
    PersonId person;
};

std::optional<Holder> find_card(Tx& tx, crypto::Digest const& hash, Instant now) {
    auto row = tx.query(select_card, hash);
    if (!row.next() || row.get<Instant>(2) <= now) return std::nullopt;
    return Holder{row.get<OrgId>(0), row.get<PersonId>(1)};
}

}  // namespace

Result<SignedIn> Access::open_session(Tx& tx, OrgId org, PersonId person, DeviceClass device,
                                      audit::Word by) const {
    auto const now = needs_.clock.now();
    if (auto refused = refuse_absent(tx, org, person, now)) return *std::move(refused);
    auto const token = Token{org, needs_.ids.make<SessionId>(now.ms), crypto::random_token()};
    insert_session(tx, token, person, device, now);
    note_opening(tx, token, by);
    auto view = find_view(tx, org, person);
    if (!view) return bad_code();
    view->device = device;
    view->may_change_password = may_change_password(tx, org);
    audit::record(tx, now,
                  {.org = org,
                   .actor = {audit::Actor::Kind::person, person.value, token.session.value},
                   .action = audit::Action::signed_in,
                   .subject = subject_of(person),
                   .details = audit::Details{}.word("by", by)});
    return SignedIn{token.text(), std::move(*view)};
}

Task<Result<SignedIn>> Access::sign_in_by_code(std::string code, std::string address,
                                               DeviceClass device) {
    auto const letters = crypto::typed_card_code(code);
    auto const hash = crypto::sha256(letters.value_or(""));
    auto const attempt = Attempt{{}, "card", network_of(address), card_throttle};

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
        return open_session(tx, card->org, card->person, device, "card");
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
                                                   std::string address, DeviceClass device,
                                                   std::string second) {
    auto const normalised = directory::normalised_login(login);
    // What can't be a login is counted and answered like one that nobody has.
    auto const subject = crypto::sha256_hex(normalised.value_or(login));
    auto const attempt = Attempt{{}, subject, network_of(address)};
    auto begin = [&](Tx& tx) -> Result<Known> {
        auto const counted = begin_attempt(tx, attempt, needs_.clock.now());
        if (!counted) return counted.problem();
        return normalised ? look_up(tx, *normalised) : Known{};
    };
    auto const known = co_await needs_.store.write(begin);
    if (!known) co_return known.problem();
    if (known->hash.empty()) {  // take as long as if there were one
        auto const wasted = co_await needs_.hasher.hash(std::move(password));
        if (!wasted) co_return wasted.problem();
        co_return bad_password();
    }
    auto const right = co_await needs_.hasher.verify(std::move(password), known->hash);
    if (!right) co_return right.problem();
    if (!*right) co_return bad_password();
    if (known->has_second) {
        auto const passed = co_await pass_second(known->org, known->person, std::move(second));
        if (!passed) co_return passed.problem();
    }

    auto open = [&](Tx& tx) {
        attempt_succeeded(tx, attempt);
        return open_session(tx, known->org, known->person, device, "password");
    };
    co_return co_await needs_.store.write(open);
}

}  // namespace horenso::access
