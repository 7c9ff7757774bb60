// Who opens, who closes, and what waited for them: a job that is due whenever somebody's operating time begins or ends.
#include <algorithm>
#include <chrono>
#include <map>

#include "services/notify/rows.hpp"

namespace horenso::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kind = "notify.look";
/// A clause may have been turned on or off meanwhile.
constexpr auto longest_pause = 1h;

constexpr Sql select_look{"SELECT looked_at, due_at FROM notify_look WHERE org_id = $1"};
constexpr Sql upsert_look{R"(
    INSERT INTO notify_look (org_id, looked_at, due_at) VALUES ($1, $2, $3)
    ON CONFLICT (org_id)
    DO UPDATE SET looked_at = excluded.looked_at, due_at = excluded.due_at)"};
constexpr Sql select_told_until{R"(
    SELECT COALESCE(MAX(closed_until), 0) FROM notify_notice WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql make_due{"UPDATE notify_look SET due_at = 0 WHERE org_id = $1"};
constexpr Sql select_closed{"SELECT person_id, since FROM notify_closed WHERE org_id = $1"};
constexpr Sql insert_closed{
    "INSERT INTO notify_closed (org_id, person_id, since) VALUES ($1, $2, $3)"};
constexpr Sql delete_closed{"DELETE FROM notify_closed WHERE org_id = $1 AND person_id = $2"};

struct LastLook {
    Instant at;
    Instant due_at;
};

/// Of an organisation that was never looked at: now, and due.
LastLook last_look(Tx& tx, OrgId org, Instant now) {
    auto row = tx.query(select_look, org);
    return row.next() ? LastLook{row.get<Instant>(0), row.get<Instant>(1)} : LastLook{now, now};
}

std::map<std::int64_t, Instant> closed_people(Tx& tx, OrgId org) {
    std::map<std::int64_t, Instant> all;
    auto row = tx.query(select_closed, org);
    while (row.next()) all[row.get<std::int64_t>(0)] = row.get<Instant>(1);
    return all;
}

/// One organisation, looked at now.
class Look {
public:
    Look(Tx& tx, OrgId org, Instant last, Instant now, hours::Hours const& hours)
        : tx_(tx),
          org_(org),
          now_(now),
          last_(std::min(last, now)),
          people_(directory::person_ids(tx, org)),
          closed_(closed_people(tx, org)),
          calendar_(hours.calendar(tx, org, people_)) {}

    /// Calls `opened(person, closed time)` for everybody who can be rung again.
    template <class Opened>
    void each(Opened opened) {
        for (auto const person : people_) {
            auto const opening = calendar_.opening(person, now_);
            auto const is_open = opening && opening->opens <= now_;
            auto const before = closed_.find(person.value);
            auto const since =
                before != closed_.end() ? std::optional{before->second} : closed_unseen(person);
            if (opening) next_ = std::min(next_, is_open ? opening->closes : opening->opens);
            if (is_open && since) {
                // Whoever opens earlier than they had said was closed until now.
                auto const until = opening->opens > *since ? opening->opens : now_;
                opened(person, hours::Opening{*since, until});
                if (before != closed_.end()) tx_.run(delete_closed, org_, person);
            } else if (!is_open && before == closed_.end()) {
                tx_.run(insert_closed, org_, person, since.value_or(now_));
            }
        }
        tx_.run(upsert_look, org_, now_, next_);
    }

    Instant next() const { return next_; }
    std::string const& department_of(PersonId person) const {
        return calendar_.department_of(person);
    }

private:
    /// When somebody closed who was open at the last look, and of whom nobody saw it.
    std::optional<Instant> closed_unseen(PersonId person) const {
        auto const then = calendar_.opening(person, last_);
        if (!then || then->opens > last_ || then->closes > now_) return std::nullopt;
        auto const after = calendar_.opening(person, then->closes);
        if (after && after->opens <= then->closes) return std::nullopt;  // one after the other
        return then->closes;
    }

    Tx& tx_;
    OrgId org_;
    Instant now_;
    Instant last_;
    Instant next_ = now_ + longest_pause;
    std::vector<PersonId> people_;
    std::map<std::int64_t, Instant> closed_;
    hours::Calendar calendar_;
};

/// Whether it was told already: a clock that was set back makes a night come twice.
bool was_told(Tx& tx, OrgId org, PersonId person, hours::Opening closed) {
    auto row = tx.query(select_told_until, org, person);
    return row.next() && row.get<Instant>(0) >= closed.closes;
}

/// Without what the person wants to hear nothing of.
void leave_out_quiet(std::vector<Waiting>& waiting, std::vector<std::string> const& quiet) {
    auto const is_quiet = [&](std::string_view what) {
        return std::ranges::find(quiet, what) != quiet.end();
    };
    if (is_quiet("talk")) waiting.clear();
    std::erase_if(waiting, [&](Waiting const& one) { return is_quiet(one.place); });
}

}  // namespace

Instant Notify::look(Tx& tx) const {
    auto const now = needs_.clock.now();
    auto next = now + longest_pause;
    for (auto const org : directory::org_ids(tx)) {
        auto const last = last_look(tx, org, now);
        // A clock that was set back must not leave everybody unrung until it is there again.
        if (now >= last.at && now < last.due_at) {
            next = std::min(next, last.due_at);
            continue;
        }
        Look look{tx, org, last.at, now, needs_.hours};
        auto const settings = needs_.policy.settings(tx, org);
        look.each([&](PersonId person, hours::Opening closed) {
            if (!settings.is_on("B3", look.department_of(person))) return;
            auto waiting = needs_.find_waiting(tx, org, person, closed);
            leave_out_quiet(waiting, quiet_of(tx, org, person));
            if (waiting.empty() || was_told(tx, org, person, closed)) return;
            add_notice(tx, org, person, {0, now, closed.opens, closed.closes, std::move(waiting)});
        });
        next = std::min(next, look.next());
    }
    return next;
}

void Notify::add_jobs(jobs::Jobs& jobs) const {
    auto effect = [this](Tx& tx, jobs::Job const&) -> Result<jobs::Next> {
        return jobs::Next{look(tx)};
    };
    jobs.on(std::string{kind}, effect);
    jobs.keep({.org = jobs::installation, .kind = std::string{kind}, .due_at = needs_.clock.now()});
}

void Notify::look_soon(Tx& tx, OrgId org, Instant now) {
    tx.run(make_due, org);
    jobs::schedule(tx, {.org = jobs::installation, .kind = std::string{kind}, .due_at = now});
}

}  // namespace horenso::notify
