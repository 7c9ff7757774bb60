// The guideline's first passwords (clause 7.1), for an organisation that insists: anybody who sees the ID can guess
// one, so each lets in once only, and only along with a password of one's own.
#include "platform/crypto/hasher.hpp"
#include "services/access/access.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sessions.hpp"
#include "services/access/sign_in_rules.hpp"

namespace horenso::access {
namespace {

constexpr std::size_t year_digits = 4;

constexpr Sql upsert_first{R"(
    INSERT INTO access_first_password (org_id, person_id, hash, expires_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at)"};
constexpr Sql select_first{R"(
    SELECT hash FROM access_first_password
     WHERE org_id = $1 AND person_id = $2 AND expires_at > $3)"};
constexpr Sql delete_this{R"(
    DELETE FROM access_first_password WHERE org_id = $1 AND person_id = $2 AND hash = $3)"};
constexpr Sql delete_first{
    "DELETE FROM access_first_password WHERE org_id = $1 AND person_id = $2"};
constexpr Sql delete_card{"DELETE FROM access_card WHERE org_id = $1 AND person_id = $2"};
// For all organisations together: nothing of it is shown to anybody.
constexpr Sql delete_over{R"(
    DELETE FROM access_first_password
     WHERE (org_id, person_id) IN (
               SELECT org_id, person_id FROM access_first_password WHERE expires_at <= $1 LIMIT $2)
       AND expires_at <= $1)"};

bool are_digits(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

}  // namespace

std::optional<std::string> pattern_password(std::string_view login) {
    auto const at = login.find('@');
    if (at == login.npos) return std::nullopt;
    auto name = login.substr(0, at);
    if (auto const hyphen = name.rfind('-');
        hyphen != name.npos && are_digits(name.substr(hyphen + 1)))
        name = name.substr(0, hyphen);  // of a second one with the same ID
    if (name.size() <= year_digits) return std::nullopt;
    auto const year = name.substr(name.size() - year_digits);
    bool const is_year = are_digits(year) && (year.starts_with("19") || year.starts_with("20"));
    if (!is_year) return std::nullopt;
    return std::string{login.substr(at + 1)} + std::string{year};
}

std::string first_password_of(Tx& tx, OrgId org, PersonId person, Instant now) {
    auto row = tx.query(select_first, org, person, now);
    return row.next() ? row.get<std::string>(0) : std::string{};
}

bool use_first_password(Tx& tx, OrgId org, PersonId person, std::string const& hash) {
    return tx.run(delete_this, org, person, hash) == 1;
}

std::int64_t erase_first_password(Tx& tx, OrgId org, PersonId person) {
    return tx.run(delete_first, org, person);
}

std::int64_t sweep_first_passwords(Tx& tx, Instant now, int most) {
    return tx.run(delete_over, now, most);
}

/// Who gets one, and what it is.
Result<SignInRuleBook::First> SignInRuleBook::find_first(Tx& tx, Viewer const& viewer,
                                                         PersonId person) const {
    auto const permit = directory::require<Permission::sign_in>(tx, viewer);
    if (!permit) return permit.problem();
    auto const org = permit->org();
    auto found = directory::find_in_reach(tx, *permit, person);
    if (!found) return found.problem();
    if (!sign_in_rules(tx, org).pattern_passwords)
        return Problem{.status = 409, .code = "access.no_patterns", .clause = "7.1"};
    auto password = pattern_password(found->login);
    if (!password) return Problem{.status = 409, .code = "access.no_birth_year", .clause = "7.1"};
    return First{*std::move(found), *std::move(password), needs_.clock.now() + card_life};
}

Task<Result<SignInRuleBook::First>> SignInRuleBook::issue_first(Viewer const& viewer,
                                                                PersonId person, Proof proof) {
    auto look = [&](Tx& tx) { return find_first(tx, viewer, person); };
    auto const wanted = co_await needs_.store.read(look);
    if (!wanted) co_return wanted.problem();
    auto const recent = co_await needs_.access.require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto password = wanted->password;
    auto const hash = co_await needs_.hasher.hash(std::move(password));
    if (!hash) co_return hash.problem();
    auto keep = [&](Tx& tx) -> Result<First> {
        directory::lock_org(tx, viewer.org);  // as for a card
        auto first = find_first(tx, viewer, person);
        if (!first) return first;
        tx.run(upsert_first, viewer.org, person, *hash, first->expires_at);
        tx.run(delete_card, viewer.org, person);
        end_pin_places(tx, viewer.org, person);
        audit::record(tx, needs_.clock.now(),
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::first_password_issued,
                       .subject = subject_of(person)});
        return first;
    };
    co_return co_await needs_.store.write(keep);
}

}  // namespace horenso::access
