#include "platform/time/japanese_date.hpp"
#include "services/jobs/jobs.hpp"
#include "services/jobs/lease.hpp"

namespace horenso::jobs {
namespace {

constexpr Sql upsert{R"(
    INSERT INTO job (org_id, kind, key, payload, due_at, attempts, lease_token, lease_until)
    VALUES          ($1,     $2,   $3,  $4,      $5,     0,        0,           0)
    ON CONFLICT (org_id, kind, key)
    DO UPDATE SET payload = excluded.payload, due_at = excluded.due_at, attempts = 0,
                  lease_token = 0, lease_until = 0, last_error_code = NULL)"};

constexpr Sql upsert_if_earlier{R"(
    INSERT INTO job (org_id, kind, key, payload, due_at, attempts, lease_token, lease_until)
    VALUES          ($1,     $2,   $3,  $4,      $5,     0,        0,           0)
    ON CONFLICT (org_id, kind, key)
    DO UPDATE SET payload = excluded.payload, due_at = excluded.due_at, attempts = 0,
                  lease_token = 0, lease_until = 0, last_error_code = NULL
            WHERE job.due_at > excluded.due_at)"};

constexpr Sql delete_row{R"(
    DELETE FROM job WHERE org_id = $1 AND kind = $2 AND key = $3)"};

void write(Tx& tx, Sql const& sql, Job const& job) {
    tx.run(sql, job.org, job.kind, job.key, job.payload, job.due_at);
    tx.tell({.stream = scheduled(job.org)});
}

}  // namespace

void schedule(Tx& tx, Job const& job) { write(tx, upsert, job); }

void schedule_at_latest(Tx& tx, Job const& job) { write(tx, upsert_if_earlier, job); }

bool cancel(Tx& tx, OrgId org, std::string_view kind, std::string_view key) {
    return tx.run(delete_row, org, kind, key) > 0;
}

Instant next_daily(Instant now, std::chrono::minutes after_midnight) {
    auto const today = local_midnight(local_date(now)) + after_midnight;
    if (today > now) return today;
    return local_midnight(local_date(now + std::chrono::hours{24})) + after_midnight;
}

}  // namespace horenso::jobs
