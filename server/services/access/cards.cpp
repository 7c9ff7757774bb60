#include "services/access/cards.hpp"

#include "platform/crypto/card_code.hpp"
#include "platform/crypto/token.hpp"
#include "services/access/access.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sessions.hpp"
#include "services/access/sign_in_rules.hpp"

namespace horenso::access {
namespace {

// Before sign-in the organisation isn't known: the code itself names it.
constexpr Sql select_card{R"(
    SELECT org_id, person_id, expires_at FROM access_card WHERE code_hash = $1)"};

constexpr Sql upsert_card{R"(
    INSERT INTO access_card (org_id, person_id, code_hash, expires_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at)"};

constexpr Sql delete_card{"DELETE FROM access_card WHERE org_id = $1 AND person_id = $2"};

Problem no_such_person() { return {.status = 404, .code = "directory.no_such_person"}; }

/// For whom the viewer may make a card.
Result<directory::Person> find_holder(Tx& tx, Viewer const& viewer, PersonId person) {
    auto const permit = directory::require<Permission::sign_in>(tx, viewer);
    if (!permit) return permit.problem();
    return directory::find_in_reach(tx, *permit, person);
}

}  // namespace

void drop_card(Tx& tx, OrgId org, PersonId person) {
    tx.run(delete_card, org, person);
    erase_first_password(tx, org, person);
}

std::optional<CardHolder> find_card(Tx& tx, crypto::Digest const& hash, Instant now) {
    auto row = tx.query(select_card, hash);
    if (!row.next() || row.get<Instant>(2) <= now) return std::nullopt;
    return CardHolder{row.get<OrgId>(0), row.get<PersonId>(1)};
}

Card Access::write_card(Tx& tx, OrgId org, directory::Person const& person,
                        audit::Actor const& actor) const {
    auto const letters = crypto::random_card_code();
    auto const now = needs_.clock.now();
    auto const expires_at = now + card_life;
    tx.run(upsert_card, org, person.id, crypto::sha256(letters), expires_at);
    erase_first_password(tx, org, person.id);
    end_pin_places(tx, org, person.id);
    audit::record(tx, now,
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::card_issued,
                   .subject = subject_of(person.id)});
    return {person, crypto::card_code_as_shown(letters), expires_at};
}

Task<Result<Card>> Access::issue_card(Viewer const& viewer, PersonId person, Proof proof) {
    // Whoever may not is told so, and isn't asked for a password first.
    auto look = [&](Tx& tx) { return find_holder(tx, viewer, person); };
    auto const wanted = co_await needs_.store.read(look);
    if (!wanted) co_return wanted.problem();
    auto const recent = co_await require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto issue = [&](Tx& tx) -> Result<Card> {
        // Who rises meanwhile drops the card, or is out of reach.
        directory::lock_org(tx, viewer.org);
        auto const found = find_holder(tx, viewer, person);
        if (!found) return found.problem();
        return write_card(tx, viewer.org, *found, actor_of(viewer));
    };
    co_return co_await needs_.store.write(issue);
}

Task<Result<Card>> Access::issue_card_of(OrgId org, PersonId person) {
    auto issue = [&](Tx& tx) -> Result<Card> {
        auto const found = directory::find_person(tx, org, person);
        if (!found) return no_such_person();
        return write_card(tx, org, *found, audit::the_operator);
    };
    co_return co_await needs_.store.write(issue);
}

}  // namespace horenso::access
