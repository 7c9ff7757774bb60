#include "services/access/attempts.hpp"

#include <algorithm>

namespace horenso::access {
namespace {

constexpr std::int64_t free_tries = 3;

// Locks the row, which may be new, so that tries at the same time are counted one after the other.
constexpr Sql lock_attempt{R"(
    INSERT INTO access_attempt (org_id, subject, network, failures, wait_until)
    VALUES ($1, $2, $3, 0, 0)
    ON CONFLICT (org_id, subject, network) DO UPDATE SET failures = access_attempt.failures
    RETURNING failures, wait_until)"};

constexpr Sql update_attempt{R"(
    UPDATE access_attempt SET failures = $4, wait_until = $5
     WHERE org_id = $1 AND subject = $2 AND network = $3)"};

constexpr Sql delete_attempt{R"(
    DELETE FROM access_attempt WHERE org_id = $1 AND subject = $2 AND network = $3)"};

std::chrono::milliseconds wait_after(std::int64_t failures, std::chrono::milliseconds longest) {
    if (failures < free_tries) return std::chrono::milliseconds{0};
    auto const doublings = std::min<std::int64_t>(failures - free_tries, 20);
    return std::min(longest, std::chrono::milliseconds{1000 * (std::int64_t{1} << doublings)});
}

}  // namespace

std::string network_of(std::string_view address) {
    auto const separator = address.find(':') == address.npos ? '.' : ':';
    std::size_t end = 0;
    for (int part = 0; part < 3 && end != address.npos; ++part)
        end = address.find(separator, part == 0 ? 0 : end + 1);
    return std::string{address.substr(0, end)};
}

Result<Done> begin_attempt(Tx& tx, Attempt const& attempt, Instant now) {
    std::int64_t failures = 0;
    {
        auto row = tx.query(lock_attempt, attempt.org, attempt.subject, attempt.network);
        if (row.next()) {
            failures = row.get<std::int64_t>(0);
            auto const left = row.get<Instant>(1).ms - now.ms;
            if (left > 0) {
                auto const seconds = static_cast<int>((left + 999) / 1000);
                return Problem{.status = 429,
                               .code = "access.wait",
                               .arguments = {{"seconds", std::to_string(seconds)}},
                               .retry_after_s = seconds};
            }
        }
    }
    auto const until = now + wait_after(failures + 1, attempt.longest_wait);
    tx.run(update_attempt, attempt.org, attempt.subject, attempt.network, failures + 1, until);
    return Done{};
}

void attempt_succeeded(Tx& tx, Attempt const& attempt) {
    tx.run(delete_attempt, attempt.org, attempt.subject, attempt.network);
}

}  // namespace horenso::access
