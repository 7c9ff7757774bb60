#include "services/jobs/lease.hpp"

#include <algorithm>

namespace horenso::jobs {
namespace {

constexpr std::int64_t most_doublings = 10;

// The clocks of nodes differ, so leases and pauses go by the database's. None lasts three hours: where
// one seems to, that clock went back. The look is the node's own, for all organisations it serves.
constexpr Sql select_due{
    R"(
    SELECT 1 FROM job
     WHERE due_at <= $1
       AND kind IN (SELECT value FROM json_each($2))
       AND (lease_until <= CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) OR
            lease_until > CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) + 10800000)
     LIMIT 1)",
    R"(
    SELECT 1 FROM job
     WHERE due_at <= $1
       AND kind IN (SELECT json_array_elements_text(CAST($2 AS json)))
       AND (lease_until <= CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) OR
            lease_until > CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) + 10800000)
     LIMIT 1)"};

// A job whose attempts end the process, again and again, is held longer each time.
constexpr Sql lease_due{
    R"(
    UPDATE job
       SET attempts = attempts + 1, lease_token = $4,
           lease_until = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
                       + $5 + $6 * ((1 << MIN(attempts, $7)) - 1),
           last_error_code = CASE WHEN lease_token <> 0 THEN 'jobs.left' ELSE last_error_code END
     WHERE (org_id, kind, key) IN (
               SELECT org_id, kind, key FROM job
                WHERE due_at <= $1
                  AND kind IN (SELECT value FROM json_each($2))
                  AND (lease_until <= CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) OR
                       lease_until > CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) + 10800000)
                ORDER BY due_at
                LIMIT $3)
    RETURNING org_id, kind, key, due_at, payload, attempts, last_error_code)",
    R"(
    WITH due AS MATERIALIZED (
        SELECT org_id, kind, key FROM job
         WHERE due_at <= $1
           AND kind IN (SELECT json_array_elements_text(CAST($2 AS json)))
           AND (lease_until <= CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) OR
                lease_until > CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) + 10800000)
         ORDER BY due_at
         LIMIT $3
           FOR UPDATE SKIP LOCKED)
    UPDATE job
       SET attempts = attempts + 1, lease_token = $4,
           lease_until = CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)
                       + $5 + $6 * ((1 << CAST(LEAST(attempts, $7) AS INTEGER)) - 1),
           last_error_code = CASE WHEN lease_token <> 0 THEN 'jobs.left' ELSE last_error_code END
      FROM due
     WHERE job.org_id = due.org_id AND job.kind = due.kind AND job.key = due.key
    RETURNING job.org_id, job.kind, job.key, due_at, payload, attempts, last_error_code)"};

constexpr Sql lock_mine{
    R"(
    SELECT 1 FROM job WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4)",
    R"(
    SELECT 1 FROM job WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4 FOR UPDATE)"};

constexpr Sql delete_mine{R"(
    DELETE FROM job WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4)"};

constexpr Sql repeat_mine{R"(
    UPDATE job
       SET due_at = $5, attempts = 0, lease_token = 0, lease_until = 0, last_error_code = NULL
     WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4)"};

constexpr Sql give_back_mine{
    R"(
    UPDATE job
       SET lease_token = 0, last_error_code = $5,
           lease_until = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) + $6
     WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4)",
    R"(
    UPDATE job
       SET lease_token = 0, last_error_code = $5,
           lease_until = CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) + $6
     WHERE org_id = $1 AND kind = $2 AND key = $3 AND lease_token = $4)"};

// Whether it is still the runner's; it stays so until the transaction ends.
bool is_held(Tx& tx, Jobs::Leased const& leased) {
    auto const& job = leased.job;
    return tx.query(lock_mine, job.org, job.kind, job.key, leased.token).next();
}

}  // namespace

bool is_any_due(Tx& tx, Taking const& taking) {
    return tx.query(select_due, taking.now, taking.kinds).next();
}

std::vector<Jobs::Leased> lease(Tx& tx, Taking const& taking, Pace const& pace) {
    std::vector<Jobs::Leased> taken;
    auto row = tx.query(lease_due, taking.now, taking.kinds, taking.most, taking.token,
                        pace.lease.count(), pace.first_pause.count(), most_doublings);
    while (row.next()) {
        Job job{row.get<OrgId>(0), row.get<std::string>(1), row.get<std::string>(2),
                row.get<Instant>(3), row.get<std::string>(4)};
        auto const was_left = row.get<std::optional<std::string>>(6) == "jobs.left";
        taken.push_back({std::move(job), taking.token, row.get<std::int64_t>(5), was_left});
    }
    auto const earlier = [](auto const& a, auto const& b) { return a.job.due_at < b.job.due_at; };
    std::stable_sort(taken.begin(), taken.end(), earlier);
    return taken;
}

void finish(Tx& tx, Jobs::Leased const& leased, Next const& next) {
    auto const& job = leased.job;
    if (next.due_at)
        tx.run(repeat_mine, job.org, job.kind, job.key, leased.token, *next.due_at);
    else
        tx.run(delete_mine, job.org, job.kind, job.key, leased.token);
}

Result<Done> carry_out(Tx& tx, Jobs::Leased const& leased, Effect const& effect) {
    if (!is_held(tx, leased)) return Done{};
    auto const next = effect(tx, leased.job);
    if (!next) return next.problem();
    finish(tx, leased, *next);
    return Done{};
}

void give_back(Tx& tx, Jobs::Leased const& leased, std::string_view code, Pace const& pace) {
    auto const& job = leased.job;
    tx.run(give_back_mine, job.org, job.kind, job.key, leased.token, code,
           pause_after(leased.attempts, pace).count());
}

std::chrono::milliseconds pause_after(std::int64_t attempts, Pace const& pace) {
    auto const doublings = std::clamp<std::int64_t>(attempts - 1, 0, most_doublings);
    return std::min(pace.first_pause * (std::int64_t{1} << doublings), pace.longest_pause);
}

}  // namespace horenso::jobs
