#include "services/access/second_factor.hpp"

#include "platform/crypto/recovery_code.hpp"
#include "platform/crypto/totp.hpp"
#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/opening.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr int codes_on_paper = 10;

constexpr Sql select_totp{R"(
    SELECT secret, confirmed_at, last_step FROM access_totp WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql upsert_totp{R"(
    INSERT INTO access_totp (org_id, person_id, secret, confirmed_at, last_step) VALUES ($1, $2, $3, 0, 0)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET secret = excluded.secret, last_step = 0
     WHERE access_totp.confirmed_at = 0)"};

constexpr Sql update_confirmed{R"(
    UPDATE access_totp SET confirmed_at = $3
     WHERE org_id = $1 AND person_id = $2 AND confirmed_at = 0)"};

// Two who type the same code at the same time are told apart here, and a code of a secret that is another's by now.
constexpr Sql update_step{R"(
    UPDATE access_totp SET last_step = $3
     WHERE org_id = $1 AND person_id = $2 AND last_step < $3 AND secret = $4)"};

// Locks the row: whoever writes other codes meanwhile, or ends all, waits.
constexpr Sql lock_confirmed{R"(
    UPDATE access_totp SET confirmed_at = confirmed_at
     WHERE org_id = $1 AND person_id = $2 AND confirmed_at > 0)"};

constexpr Sql delete_totp{"DELETE FROM access_totp WHERE org_id = $1 AND person_id = $2"};

constexpr Sql insert_code{R"(
    INSERT INTO access_recovery (org_id, person_id, code_hash) VALUES ($1, $2, $3))"};

constexpr Sql count_codes{R"(
    SELECT COUNT(*) FROM access_recovery WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql delete_code{R"(
    DELETE FROM access_recovery WHERE org_id = $1 AND person_id = $2 AND code_hash = $3)"};

constexpr Sql delete_codes{"DELETE FROM access_recovery WHERE org_id = $1 AND person_id = $2"};

struct Totp {
    std::string secret;
    Instant confirmed_at;
    std::int64_t last_step = 0;
};

std::optional<Totp> find_totp(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_totp, org, person);
    if (!row.next()) return std::nullopt;
    auto const bytes = row.get<Bytes>(0);
    return Totp{{reinterpret_cast<char const*>(bytes.data()), bytes.size()},
                row.get<Instant>(1),
                row.get<std::int64_t>(2)};
}

bool use_totp(Tx& tx, OrgId org, PersonId person, Totp const& totp, std::string_view typed,
              Instant now) {
    auto const step = crypto::totp_step_of(totp.secret, typed, now.ms, totp.last_step);
    return step &&
           tx.run(update_step, org, person, *step, std::as_bytes(std::span{totp.secret})) == 1;
}

std::vector<std::string> write_codes(Tx& tx, OrgId org, PersonId person) {
    tx.run(delete_codes, org, person);
    std::vector<std::string> shown;
    for (int i = 0; i < codes_on_paper; ++i) {
        auto const code = crypto::random_recovery_code();
        tx.run(insert_code, org, person, crypto::sha256(code));
        shown.push_back(crypto::recovery_code_as_shown(code));
    }
    return shown;
}

void record(Tx& tx, Viewer const& viewer, audit::Action action, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = subject_of(viewer.person)});
}

}  // namespace

bool has_second_factor(Tx& tx, OrgId org, PersonId person) {
    auto const totp = find_totp(tx, org, person);
    return totp && totp->confirmed_at.ms > 0;
}

bool use_second_factor(Tx& tx, OrgId org, PersonId person, std::string_view typed, Instant now) {
    auto const totp = find_totp(tx, org, person);
    if (!totp || totp->confirmed_at.ms == 0) return false;
    if (use_totp(tx, org, person, *totp, typed, now)) return true;
    auto const code = crypto::typed_recovery_code(typed);
    return code && tx.run(delete_code, org, person, crypto::sha256(*code)) == 1;
}

std::int64_t erase_second_factor(Tx& tx, OrgId org, PersonId person) {
    auto const ended = tx.run(delete_totp, org, person);
    tx.run(delete_codes, org, person);  // also those that somebody was still writing
    return ended;
}

Task<SecondFactorView> SecondFactor::view(Viewer const& viewer) {
    auto read = [&](Tx& tx) -> SecondFactorView {
        auto const totp = find_totp(tx, viewer.org, viewer.person);
        if (!totp || totp->confirmed_at.ms == 0) return {};
        auto row = tx.query(count_codes, viewer.org, viewer.person);
        row.next();
        return {totp->confirmed_at, row.get<std::int64_t>(0)};
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<std::string>> SecondFactor::begin(Viewer const& viewer, Proof proof) {
    auto const recent = co_await needs_.access.require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto make = [&](Tx& tx) -> Result<std::string> {
        if (password_hash_of(tx, viewer.org, viewer.person).empty())
            return Problem{.status = 409, .code = "access.second_without_password"};
        auto const secret = crypto::random_totp_secret();
        auto const bytes = std::as_bytes(std::span{secret});
        if (tx.run(upsert_totp, viewer.org, viewer.person, bytes) == 0)
            return Problem{.status = 409, .code = "access.second_there"};
        return crypto::base32(secret);
    };
    co_return co_await needs_.store.write(make);
}

Task<Result<std::vector<std::string>>> SecondFactor::confirm(Viewer const& viewer,
                                                             std::string code) {
    auto keep = [&](Tx& tx) -> Result<std::vector<std::string>> {
        auto const now = needs_.clock.now();
        auto const totp = find_totp(tx, viewer.org, viewer.person);
        if (!totp) return Problem{.status = 404, .code = "access.no_second"};
        if (totp->confirmed_at.ms > 0) return Problem{.status = 409, .code = "access.second_there"};
        if (!use_totp(tx, viewer.org, viewer.person, *totp, code, now))
            return Problem{.status = 422, .code = "access.bad_second_code"};
        if (tx.run(update_confirmed, viewer.org, viewer.person, now) == 0)
            return Problem{.status = 409, .code = "access.second_there"};
        end_pin_places(tx, viewer.org, viewer.person);  // who got in by less has to come anew
        record(tx, viewer, audit::Action::second_factor_set, now);
        return write_codes(tx, viewer.org, viewer.person);
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<std::vector<std::string>>> SecondFactor::renew_codes(Viewer const& viewer,
                                                                 Proof proof) {
    auto const recent = co_await needs_.access.require_recent(viewer, std::move(proof));
    if (!recent) co_return recent.problem();
    auto renew = [&](Tx& tx) -> Result<std::vector<std::string>> {
        if (tx.run(lock_confirmed, viewer.org, viewer.person) == 0)
            return Problem{.status = 404, .code = "access.no_second"};
        record(tx, viewer, audit::Action::recovery_codes_made, needs_.clock.now());
        return write_codes(tx, viewer.org, viewer.person);
    };
    co_return co_await needs_.store.write(renew);
}

Task<Result<Done>> SecondFactor::end(Viewer const& viewer) {
    auto end = [&](Tx& tx) -> Result<Done> {
        auto const now = needs_.clock.now();
        if (!has_second_factor(tx, viewer.org, viewer.person))
            return Problem{.status = 404, .code = "access.no_second"};
        auto const opening = opening_of(tx, viewer);
        if (opening.is_by_pin()) return pin_is_not_enough();
        if (!opening.is_recent(now)) return Problem{.status = 403, .code = "access.sign_in_again"};
        erase_second_factor(tx, viewer.org, viewer.person);
        record(tx, viewer, audit::Action::second_factor_removed, now);
        return Done{};
    };
    co_return co_await needs_.store.write(end);
}

}  // namespace horenso::access
