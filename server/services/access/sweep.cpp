#include "services/access/access.hpp"
#include "services/access/known.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/jobs/jobs.hpp"

namespace horenso::access {
namespace {

constexpr int most_at_once = 100;
constexpr std::chrono::minutes at_three{180};
constexpr std::chrono::hours shortest_night{6};
constexpr std::chrono::hours longest_night{24 * 4};  // a server may be off over a long weekend

// For all organisations together: nothing of it is shown to anybody.
constexpr Sql select_over{R"(
    SELECT org_id, person_id, session_id FROM access_session
     WHERE created_at <= $1 OR last_seen_at <= $2
        OR device = 'shared' AND (device_since <= $3 OR last_seen_at <= $4)
     LIMIT $5)"};

constexpr Sql delete_over{R"(
    DELETE FROM access_card
     WHERE (org_id, person_id) IN (
               SELECT org_id, person_id FROM access_card WHERE expires_at <= $1 LIMIT $2)
       AND expires_at <= $1)"};

struct Over {
    OrgId org;
    PersonId person;
    SessionId session;
};

std::vector<Over> sessions_over(Tx& tx, Instant now) {
    std::vector<Over> over;
    auto row = tx.query(select_over, now - session_life, now - session_idle, now - shared_life,
                        now - shared_idle, most_at_once);
    while (row.next())
        over.push_back({row.get<OrgId>(0), row.get<PersonId>(1), row.get<SessionId>(2)});
    return over;
}

/// Whether a clock that showed `last` when everything was swept and shows `now` may be believed. One that
/// went years ahead makes everything look over; it has to stay there until the second night.
bool is_another_night(std::string const& last, Instant now) {
    if (last.empty()) return false;
    auto const slept = std::chrono::milliseconds{now.ms - std::stoll(last)};
    return slept >= shortest_night && slept <= longest_night;
}

}  // namespace

bool sweep(Tx& tx, Instant now) {
    auto const sessions = sessions_over(tx, now);
    for (auto const& [org, person, session] : sessions) end_session(tx, org, person, session);
    auto const cards = tx.run(delete_over, now, most_at_once);
    auto const devices = sweep_devices(tx, now, most_at_once);
    auto const doubts = sweep_doubts(tx, now, most_at_once);
    auto const pin_places = sweep_pin_places(tx, now, most_at_once);
    auto const firsts = sweep_first_passwords(tx, now, most_at_once);
    return sessions.size() == most_at_once || cards == most_at_once || devices == most_at_once ||
           pin_places == most_at_once || doubts == most_at_once || firsts == most_at_once;
}

void add_jobs(jobs::Jobs& jobs, Clock const& clock) {
    auto effect = [&clock](Tx& tx, jobs::Job const& job) -> Result<jobs::Next> {
        auto const now = clock.now();
        auto next = job;
        if (is_another_night(job.payload, now) && sweep(tx, now)) {
            next.due_at = now;
        } else {
            next.due_at = jobs::next_daily(now, at_three);
            next.payload = std::to_string(now.ms);
        }
        jobs::schedule(tx, next);
        return jobs::Next{};
    };
    add_leave_job(jobs, clock);
    jobs.on("access.sweep", effect);
    jobs.keep({.org = jobs::installation,
               .kind = "access.sweep",
               .due_at = jobs::next_daily(clock.now(), at_three)});
}

}  // namespace horenso::access
