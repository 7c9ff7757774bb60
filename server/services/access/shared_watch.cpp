#include "services/access/shared_watch.hpp"

#include "platform/base/log.hpp"
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

// For all organisations together: nothing of it is shown to anybody.
constexpr Sql select_over{R"(
    SELECT org_id, person_id, session_id FROM access_session
     WHERE device = 'shared' AND (device_since <= $1 OR last_seen_at <= $2))"};

}  // namespace

void Access::SharedWatch::start() {
    needs_.loops.every(0, needs_.period, [this] {
        if (!looking_) needs_.loops.spawn(0, "access.shared", [this] { return look_again(); });
    });
}

Task<> Access::SharedWatch::look_again() {
    looking_ = true;
    try {
        co_await look();
    } catch (std::exception const& error) {
        log::warning("access.shared_not_seen", {{"what", error.what()}});
    }
    looking_ = false;
}

std::set<Access::SharedWatch::Row> Access::SharedWatch::over(Tx& tx, Instant now) {
    std::set<Row> rows;
    auto row = tx.query(select_over, now - shared_life, now - shared_idle);
    while (row.next())
        rows.insert({row.get<OrgId>(0), row.get<PersonId>(1), row.get<SessionId>(2)});
    return rows;
}

// The rows stay until the night, so only what wasn't over the last time is told.
Task<> Access::SharedWatch::look() {
    auto const now = needs_.clock.now();
    auto read = [now](Tx& tx) { return over(tx, now); };
    auto rows = co_await needs_.store.read(read);
    for (auto const& row : rows)
        if (!known_.contains(row)) needs_.ended(row.org, row.person, row.session);
    known_ = std::move(rows);
}

void Access::watch_shared(net::Loops& loops, Ended ended, std::chrono::milliseconds period) {
    shared_ = std::make_unique<SharedWatch>(
        SharedWatch::Needs{needs_.store, needs_.clock, loops, std::move(ended), period});
    shared_->start();
}

}  // namespace horenso::access
