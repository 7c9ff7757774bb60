// Whoever is on leave doesn't use any of this (clause B5).
#include "platform/time/japanese_date.hpp"
#include "services/access/access.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sessions.hpp"
#include "services/jobs/jobs.hpp"

namespace horenso::access {
namespace {

constexpr std::string_view kind = "access.leave";

bool is_on_leave(std::optional<directory::Leave> const& leave, Instant now) {
    return leave && leave->includes(iso_text(local_date(now)));
}

void end_all_sessions(Tx& tx, OrgId org, PersonId person) {
    end_other_sessions(tx, org, person, SessionId{});
    end_pin_places(tx, org, person);
}

}  // namespace

std::optional<Problem> refuse_absent(Tx& tx, OrgId org, PersonId person, Clock const& clock) {
    if (!directory::hold_person(tx, org, person, iso_text(local_date(clock.now()))))
        return Problem{.status = 403, .code = "access.retired", .clause = "3.9"};
    auto const leave = directory::leave_of(tx, org, person);
    // The time from now on: who has waited for the job that begins the leave came before midnight.
    if (!is_on_leave(leave, clock.now())) return std::nullopt;
    auto const until = leave->until ? parse_japanese_date(*leave->until) : std::nullopt;
    if (!until) return Problem{.status = 403, .code = "access.on_leave", .clause = "B5"};
    return Problem{
        .status = 403,
        .code = "access.on_leave_until",
        .arguments = {{"year", std::to_string(until->year)}, {"day", month_day_weekday(*until)}},
        .clause = "B5"};
}

void leave_changed(Tx& tx, OrgId org, PersonId person, Instant now) {
    auto const leave = directory::leave_of(tx, org, person);
    auto const key = std::to_string(person.value);
    if (is_on_leave(leave, now)) end_all_sessions(tx, org, person);
    auto const from = leave ? parse_japanese_date(leave->from) : std::nullopt;
    if (from && local_midnight(*from) > now)
        jobs::schedule(
            tx,
            {.org = org, .kind = std::string{kind}, .key = key, .due_at = local_midnight(*from)});
    else
        jobs::cancel(tx, org, kind, key);
}

void begin_leave(Tx& tx, jobs::Job const& job, Instant now) {
    PersonId const person{std::stoll(job.key)};
    directory::lock_person(tx, job.org, person);  // who signs in at this moment is in, or waits
    if (is_on_leave(directory::leave_of(tx, job.org, person), now))
        end_all_sessions(tx, job.org, person);
}

void add_leave_job(jobs::Jobs& jobs, Clock const& clock) {
    auto effect = [&clock](Tx& tx, jobs::Job const& job) -> Result<jobs::Next> {
        begin_leave(tx, job, clock.now());
        return jobs::Next{};
    };
    jobs.on(std::string{kind}, effect);
}

}  // namespace horenso::access
