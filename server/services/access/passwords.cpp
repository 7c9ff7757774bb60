#include "platform/crypto/hasher.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/opening.hpp"
#include "services/access/password_rules.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_hash{R"(
    SELECT hash FROM access_password WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql upsert_hash{R"(
    INSERT INTO access_password (org_id, person_id, hash, changed_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at)"};

// Locks the row: whoever sets another meanwhile waits, and then ends what this one opened.
constexpr Sql lock_hash{R"(
    UPDATE access_password SET hash = hash WHERE org_id = $1 AND person_id = $2 AND hash = $3)"};

/// What decides whether somebody may set a password.
struct Standing {
    PasswordOwner owner;
    std::string hash;  ///< of the present one; empty: there is none
    Opening opening;
    bool may_change = true;
    bool has_passkey = false;
};

Problem bad_current_password() { return {.status = 403, .code = "access.bad_current_password"}; }

PasswordOwner owner_of(SessionView const& view) {
    return {view.org.name, view.org.slug, view.person.name, view.person.kana, view.person.login};
}

}  // namespace

std::string password_hash_of(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_hash, org, person);
    return row.next() ? row.get<std::string>(0) : std::string{};
}

bool is_still_password(Tx& tx, OrgId org, PersonId person, std::string const& hash) {
    if (hash.empty()) return password_hash_of(tx, org, person).empty();
    return tx.run(lock_hash, org, person, hash) == 1;
}

bool Access::may_change_password(Tx& tx, OrgId org) const {
    return !needs_.may_change_password || needs_.may_change_password(tx, org);
}

Task<Result<Done>> Access::check_current_password(Viewer const& viewer, std::string typed,
                                                  std::string const& hash) {
    auto const attempt = Attempt{viewer.org, "own:" + std::to_string(viewer.person.value), ""};
    auto count = [&](Tx& tx) { return begin_attempt(tx, attempt, needs_.clock.now()); };
    auto const counted = co_await needs_.store.write(count);
    if (!counted) co_return counted.problem();
    auto const right = co_await needs_.hasher.verify(std::move(typed), hash);
    if (!right) co_return right.problem();
    if (!*right) co_return bad_current_password();
    auto forget = [&](Tx& tx) -> Result<Done> {
        attempt_succeeded(tx, attempt);
        return Done{};
    };
    co_return co_await needs_.store.write(forget);
}

Task<Result<Done>> Access::require_recent(Viewer const& viewer, Proof proof) {
    auto look = [&](Tx& tx) {
        return std::pair{opening_of(tx, viewer), password_hash_of(tx, viewer.org, viewer.person)};
    };
    auto const known = co_await needs_.store.read(look);
    auto const& opening = known.first;
    auto const& hash = known.second;
    if (opening.is_by_pin()) co_return pin_is_not_enough();
    if (opening.is_recent(needs_.clock.now())) co_return Done{};
    if (!proof.password || hash.empty())
        co_return Problem{.status = 403, .code = "access.sign_in_again"};
    auto const proven = co_await check_proof(viewer, std::move(proof), hash);
    if (!proven) co_return proven.problem();
    // A code is good once: what is done one after the other asks for it once.
    auto reopen = [&](Tx& tx) -> Result<Done> {
        if (!is_still_password(tx, viewer.org, viewer.person, hash)) return bad_current_password();
        note_reopening(tx, viewer, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(reopen);
}

/// The same two steps as at the door.
Task<Result<Done>> Access::check_proof(Viewer const& viewer, Proof proof, std::string const& hash) {
    auto const right = co_await check_current_password(viewer, *std::move(proof.password), hash);
    if (!right) co_return right.problem();
    auto look = [&](Tx& tx) { return has_second_factor(tx, viewer.org, viewer.person); };
    bool const has_second = co_await needs_.store.read(look);
    if (!has_second) co_return Done{};
    auto code = std::move(proof.code).value_or("");
    auto passed = co_await pass_second(viewer.org, viewer.person, std::move(code));
    if (passed) co_return Done{};
    auto refused = passed.problem();
    if (refused.status == 401) refused.status = 403;  // the session itself is good
    co_return refused;
}

Task<Result<Done>> Access::set_password(Viewer const& viewer, std::optional<std::string> current,
                                        std::string password) {
    auto look = [&](Tx& tx) -> Result<Standing> {
        auto const view = find_view(tx, viewer.org, viewer.person);
        if (!view) return Problem{.status = 401, .code = "access.signed_out"};
        return Standing{owner_of(*view), password_hash_of(tx, viewer.org, viewer.person),
                        opening_of(tx, viewer), may_change_password(tx, viewer.org),
                        view->has_passkey};
    };
    auto const standing = co_await needs_.store.read(look);
    if (!standing) co_return standing.problem();
    if (standing->opening.is_by_pin()) co_return pin_is_not_enough();
    auto const is_vouched_for = standing->opening.is_by_recent_card(needs_.clock.now());
    auto const is_change = !standing->hash.empty() && !is_vouched_for;
    if (is_change && !standing->may_change)
        co_return Problem{.status = 403, .code = "access.password_stays", .clause = "7.2"};
    auto const is_recent = standing->opening.is_recent(needs_.clock.now());
    if (standing->hash.empty() && standing->has_passkey && !is_recent)
        co_return Problem{.status = 403, .code = "access.sign_in_again"};
    if (auto refused = refuse_password(password, standing->owner)) co_return *std::move(refused);
    if (is_change) {
        auto typed = std::move(current).value_or("");
        auto const right =
            co_await check_current_password(viewer, std::move(typed), standing->hash);
        if (!right) co_return right.problem();
    }
    auto const hash = co_await needs_.hasher.hash(std::move(password));
    if (!hash) co_return hash.problem();
    auto keep = [&](Tx& tx) { return keep_password(tx, viewer, standing->hash, *hash); };
    co_return co_await needs_.store.write(keep);
}

Result<Done> Access::keep_password(Tx& tx, Viewer const& viewer, std::string const& before,
                                   std::string const& hash) const {
    if (!is_still_password(tx, viewer.org, viewer.person, before))  // changed elsewhere meanwhile
        return Problem{.status = 409, .code = "access.password_changed_elsewhere"};
    record_password(tx, viewer, write_password(tx, viewer, hash), needs_.clock.now());
    return Done{};
}

std::int64_t Access::write_password(Tx& tx, Viewer const& viewer, std::string const& hash) const {
    tx.run(upsert_hash, viewer.org, viewer.person, hash, needs_.clock.now());
    erase_first_password(tx, viewer.org, viewer.person);
    end_pin_places(tx, viewer.org, viewer.person);
    return end_other_sessions(tx, viewer.org, viewer.person, viewer.session);
}

void Access::record_password(Tx& tx, Viewer const& viewer, std::int64_t ended, Instant now) const {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::password_set,
                   .subject = subject_of(viewer.person),
                   .details = audit::Details{}.number("sessions_ended", ended)});
}

}  // namespace horenso::access
