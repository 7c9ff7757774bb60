#include "platform/crypto/card_code.hpp"
#include "platform/crypto/hasher.hpp"
#include "platform/crypto/token.hpp"
#include "platform/text/fold.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
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
};

Known look_up(Tx& tx, std::string_view login) {
    auto const org = directory::find_org_of_login(tx, login);
    if (!org) return {};
    auto const person = directory::find_login(tx, *org, login);
    if (!person) return {};
    auto row = tx.query(select_password, org->id, person->id);
    if (!row.next()) return {};
    return {org->id, person->id, row.get<std::string>(0)};
}

}  // namespace

Result<SignedIn> Access::open_session(Tx& tx, OrgId org, PersonId person) const {
    auto const now = needs_.clock.now();
    auto const token = Token{org, needs_.ids.make<SessionId>(now.ms), crypto::random_token()};
    insert_session(tx, token, person, now);
    auto view = find_view(tx, org, person);
    if (!view) return bad_code();
    return SignedIn{token.text(), std::move(*view)};
}

Task<Result<SignedIn>> Access::sign_in_by_code(std::string code, std::string address) {
    auto const letters = crypto::typed_card_code(code);
    auto const attempt = Attempt{{}, "card", network_of(address), std::chrono::seconds{10}};
    auto count = [&](Tx& tx) { return begin_attempt(tx, attempt, needs_.clock.now()); };
    auto const counted = co_await needs_.store.write(count);
    if (!counted) co_return counted.problem();
    if (!letters) co_return bad_code();
    auto const hash = crypto::sha256(*letters);

    auto redeem = [&](Tx& tx) -> Result<SignedIn> {
        auto const card = [&]() -> std::optional<std::pair<OrgId, PersonId>> {
            auto row = tx.query(select_card, hash);
            if (!row.next() || row.get<Instant>(2) <= needs_.clock.now()) return std::nullopt;
            return std::pair{row.get<OrgId>(0), row.get<PersonId>(1)};
        }();
        // Whoever deletes the row redeems the code; a second one at the same time finds none to
        // delete, nor does one whose card was replaced meanwhile.
        if (!card || tx.run(delete_card, card->first, card->second, hash) == 0) return bad_code();
        attempt_succeeded(tx, attempt);
        return open_session(tx, card->first, card->second);
    };
    co_return co_await needs_.store.write(redeem);
}

Task<Result<SignedIn>> Access::sign_in_by_password(std::string login, std::string password,
                                                   std::string address) {
    login = text::fold_for_comparison(login);
    auto const subject = crypto::sha256_hex(login);
    auto const attempt = Attempt{{}, subject, network_of(address)};
    auto begin = [&](Tx& tx) -> Result<Known> {
        auto counted = begin_attempt(tx, attempt, needs_.clock.now());
        if (!counted) return counted.problem();
        return look_up(tx, login);
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

    auto open = [&](Tx& tx) {
        attempt_succeeded(tx, attempt);
        return open_session(tx, known->org, known->person);
    };
    co_return co_await needs_.store.write(open);
}

}  // namespace horenso::access
