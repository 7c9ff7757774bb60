#include "platform/crypto/card_code.hpp"
#include "platform/crypto/token.hpp"
#include "services/access/access.hpp"
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

constexpr Sql upsert_card{R"(
    INSERT INTO access_card (org_id, person_id, code_hash, expires_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at)"};

Problem no_such_person() { return {.status = 404, .code = "directory.no_such_person"}; }

}  // namespace

Card Access::write_card(Tx& tx, OrgId org, directory::Person const& person,
                        audit::Actor const& actor) const {
    auto const letters = crypto::random_card_code();
    auto const now = needs_.clock.now();
    auto const expires_at = now + card_life;
    tx.run(upsert_card, org, person.id, crypto::sha256(letters), expires_at);
    audit::record(tx, now,
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::card_issued,
                   .subject = subject_of(person.id)});
    return {person, crypto::card_code_as_shown(letters), expires_at};
}

Task<Result<Card>> Access::issue_card(Viewer const& viewer, PersonId person) {
    auto issue = [&](Tx& tx) -> Result<Card> {
        auto administrator = directory::require_administrator(tx, viewer);
        if (!administrator) return administrator.problem();
        auto const found = directory::find_person(tx, administrator->org(), person);
        if (!found) return no_such_person();
        return write_card(tx, administrator->org(), *found, actor_of(viewer));
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
