#include "services/access/revocations.hpp"

#include "platform/base/log.hpp"

namespace horenso::access {
namespace {

constexpr Sql insert_row{
    R"(
    INSERT INTO access_revocation (org_id, ended_at, person_id, session_id)
    VALUES ($1, CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER), $2, $3)
    ON CONFLICT DO NOTHING)",
    R"(
    INSERT INTO access_revocation (org_id, ended_at, person_id, session_id)
    VALUES ($1, CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT), $2, $3)
    ON CONFLICT DO NOTHING)"};

constexpr Sql delete_old{
    R"(
    DELETE FROM access_revocation
     WHERE org_id = $1 AND ended_at < CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER) - 3600000)",
    R"(
    DELETE FROM access_revocation
     WHERE org_id = $1
       AND ended_at < CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) - 3600000)"};

// The node's own look, for all organisations it serves: nothing of it is shown to anybody.
constexpr Sql select_all{R"(
    SELECT org_id, ended_at, person_id, session_id FROM access_revocation)"};

}  // namespace

void note_revocation(Tx& tx, OrgId org, PersonId person, SessionId session) {
    tx.run(insert_row, org, person, session);
    tx.run(delete_old, org);
}

// Nobody is remembered by this node before it has looked once, so what is there then is no news.
Task<> Access::Revocations::start() {
    auto const ended = std::exchange(watch_.ended, nullptr);
    co_await look();
    watch_.ended = ended;
    watch_.loops.every(0, period, [this] {
        if (!looking_) watch_.loops.spawn(0, "access.revocations", [this] { return look_again(); });
    });
}

bool Access::Revocations::is_current() const {
    auto const looked_at = looked_at_.load();
    if (looked_at == Time::min())
        return false;  // never yet, which is longer ago than can be counted
    return std::chrono::steady_clock::now() - looked_at <= longest_blindness;
}

Task<> Access::Revocations::look_again() {
    looking_ = true;
    try {
        co_await look();
    } catch (std::exception const& error) {
        log::warning("access.blind", {{"what", error.what()}});
    }
    looking_ = false;
}

Task<> Access::Revocations::look() {
    auto const began = std::chrono::steady_clock::now();
    auto read = [](Tx& tx) {
        std::set<Row> rows;
        auto row = tx.query(select_all);
        while (row.next())
            rows.insert({row.get<OrgId>(0), row.get<std::int64_t>(1), row.get<PersonId>(2),
                         row.get<SessionId>(3)});
        return rows;
    };
    auto rows = co_await watch_.store.read(read);
    for (auto const& row : rows)
        if (!known_.contains(row) && watch_.ended) watch_.ended(row.org, row.person, row.session);
    known_ = std::move(rows);
    looked_at_ = began;
}

Task<> Access::watch(Watch watch) {
    revocations_ = std::make_unique<Revocations>(std::move(watch));
    co_await revocations_->start();
}

bool Access::is_current() const { return !revocations_ || revocations_->is_current(); }

}  // namespace horenso::access
