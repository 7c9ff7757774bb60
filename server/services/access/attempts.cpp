#include "services/access/attempts.hpp"

#include <algorithm>

#include "services/access/addresses.hpp"

namespace horenso::access {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t most_doublings = 10;
constexpr milliseconds half_life = std::chrono::hours{1};
constexpr milliseconds remembered = 8 * half_life;
static_assert((std::max({card_throttle.free_tries, passkey_throttle.free_tries,
                         password_network_throttle.free_tries}) +
               most_doublings) >>
                      (remembered / half_life) ==
                  0,
              "nothing is deleted that still counts");

constexpr Sql select_wait{R"(
    SELECT wait_until FROM access_attempt WHERE org_id = $1 AND subject = $2 AND network = $3)"};

// Locks the row, which may be new, so that tries at the same time are counted one after the other.
constexpr Sql lock_attempt{R"(
    INSERT INTO access_attempt (org_id, subject, network, failures, wait_until)
    VALUES ($1, $2, $3, 0, 0)
    ON CONFLICT (org_id, subject, network) DO UPDATE SET failures = access_attempt.failures
    RETURNING failures, wait_until)"};

constexpr Sql update_attempt{R"(
    UPDATE access_attempt SET failures = $4, wait_until = $5
     WHERE org_id = $1 AND subject = $2 AND network = $3)"};

constexpr Sql update_taken_back{R"(
    UPDATE access_attempt SET failures = failures - 1
     WHERE org_id = $1 AND subject = $2 AND network = $3 AND failures > 0)"};

constexpr Sql delete_attempt{R"(
    DELETE FROM access_attempt WHERE org_id = $1 AND subject = $2 AND network = $3)"};

// More than one try can add, so that there are never more rows than tries in the time remembered. On
// PostgreSQL a row that somebody else holds is left to the next: two who wait for each other's are none.
constexpr Sql delete_faded{R"(
    DELETE FROM access_attempt
     WHERE org_id = $1 AND (subject, network) IN
           (SELECT subject, network FROM access_attempt
             WHERE org_id = $1 AND wait_until < $2
             ORDER BY wait_until LIMIT 4))",
                           R"(
    DELETE FROM access_attempt
     WHERE org_id = $1 AND (subject, network) IN
           (SELECT subject, network FROM access_attempt
             WHERE org_id = $1 AND wait_until < $2
             ORDER BY wait_until LIMIT 4 FOR UPDATE SKIP LOCKED))"};

milliseconds wait_after(std::int64_t failures, Throttle const& throttle) {
    if (failures < throttle.free_tries) return milliseconds{0};
    auto const doublings = std::min(failures - throttle.free_tries, most_doublings);
    return std::min(throttle.longest_wait, milliseconds{1000 * (std::int64_t{1} << doublings)});
}

/// What is left of `failures` whose wait ended at `wait_until`.
std::int64_t faded(std::int64_t failures, Instant wait_until, Instant now) {
    auto const idle = std::clamp(milliseconds{now.ms - wait_until.ms}, milliseconds{0}, remembered);
    return failures >> (idle / half_life);
}

/// Nobody waits longer than the longest wait, even if the clock was set back.
Result<Done> refuse_until(Instant wait_until, Throttle const& throttle, Instant now) {
    auto const left = wait_until.ms - now.ms;
    if (left <= 0 || left > throttle.longest_wait.count()) return Done{};
    auto const seconds = static_cast<int>((left + 999) / 1000);
    return Problem{.status = 429,
                   .code = "access.wait",
                   .arguments = {{"seconds", std::to_string(seconds)}},
                   .retry_after_s = seconds};
}

}  // namespace

std::string network_of(std::string_view address) {
    auto const known = Addresses::parse(address);
    return known ? known->around(24, 48).text() : std::string{address};
}

Result<Done> may_try(Tx& tx, Attempt const& attempt, Instant now) {
    auto row = tx.query(select_wait, attempt.org, attempt.subject, attempt.network);
    if (!row.next()) return Done{};
    return refuse_until(row.get<Instant>(0), attempt.throttle, now);
}

Result<Done> begin_attempt(Tx& tx, Attempt const& attempt, Instant now) {
    // Most of a flood ends here, with nothing locked and nothing to roll back.
    auto may = may_try(tx, attempt, now);
    if (!may) return may;
    std::int64_t failures = 0;
    {
        auto row = tx.query(lock_attempt, attempt.org, attempt.subject, attempt.network);
        row.next();
        auto const wait_until = row.get<Instant>(1);
        may = refuse_until(wait_until, attempt.throttle, now);
        if (!may) return may;
        failures = faded(row.get<std::int64_t>(0), wait_until, now) + 1;
    }
    failures = std::min(failures, attempt.throttle.free_tries + most_doublings);
    auto const until = now + wait_after(failures, attempt.throttle);
    tx.run(update_attempt, attempt.org, attempt.subject, attempt.network, failures, until);
    tx.run(delete_faded, attempt.org, now - remembered);
    return Done{};
}

void attempt_succeeded(Tx& tx, Attempt const& attempt) {
    tx.run(delete_attempt, attempt.org, attempt.subject, attempt.network);
}

void take_back(Tx& tx, Attempt const& attempt) {
    tx.run(update_taken_back, attempt.org, attempt.subject, attempt.network);
}

}  // namespace horenso::access
