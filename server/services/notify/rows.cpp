#include "services/notify/rows.hpp"

#include <chrono>

#include "services/live/events.hpp"

namespace horenso::notify {
namespace {

constexpr std::chrono::hours kept{24 * 90};

constexpr Sql select_notices{R"(
    SELECT notice_id, told_at, closed_from, closed_until
      FROM notify_notice
     WHERE org_id = $1 AND person_id = $2
     ORDER BY notice_id DESC
     LIMIT 50)"};
constexpr Sql select_waiting{R"(
    SELECT place, messages
      FROM notify_waiting
     WHERE org_id = $1 AND person_id = $2 AND notice_id = $3
     ORDER BY messages DESC, place)"};
constexpr Sql select_seen{R"(
    SELECT notice_id FROM notify_seen WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql select_quiet{R"(
    SELECT what FROM notify_quiet WHERE org_id = $1 AND person_id = $2 ORDER BY what)"};
constexpr Sql insert_notice{R"(
    INSERT INTO notify_notice (org_id, person_id, notice_id, told_at, closed_from, closed_until)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Sql insert_waiting{R"(
    INSERT INTO notify_waiting (org_id, person_id, notice_id, place, messages)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Sql delete_old_waiting{R"(
    DELETE FROM notify_waiting
     WHERE org_id = $1 AND person_id = $2
       AND notice_id IN (SELECT notice_id FROM notify_notice
                          WHERE org_id = $1 AND person_id = $2 AND told_at < $3))"};
constexpr Sql delete_old_notices{R"(
    DELETE FROM notify_notice WHERE org_id = $1 AND person_id = $2 AND told_at < $3)"};

}  // namespace

std::vector<Notice> newest_notices(Tx& tx, OrgId org, PersonId person) {
    std::vector<Notice> all;
    auto row = tx.query(select_notices, org, person);
    while (row.next())
        all.push_back({.id = row.get<std::int64_t>(0),
                       .told_at = row.get<Instant>(1),
                       .closed_from = row.get<Instant>(2),
                       .closed_until = row.get<Instant>(3),
                       .waiting = {}});
    for (auto& notice : all) {
        auto place = tx.query(select_waiting, org, person, notice.id);
        while (place.next())
            notice.waiting.push_back({place.get<std::string>(0), place.get<std::int64_t>(1)});
    }
    return all;
}

std::int64_t seen_up_to(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_seen, org, person);
    return row.next() ? row.get<std::int64_t>(0) : 0;
}

std::vector<std::string> quiet_of(Tx& tx, OrgId org, PersonId person) {
    std::vector<std::string> all;
    auto row = tx.query(select_quiet, org, person);
    while (row.next()) all.push_back(row.get<std::string>(0));
    return all;
}

void add_notice(Tx& tx, OrgId org, PersonId person, Notice notice) {
    auto const oldest = notice.told_at - kept;
    tx.run(delete_old_waiting, org, person, oldest);
    tx.run(delete_old_notices, org, person, oldest);
    auto const stream = notices_stream(org, person);
    auto const version = tx.advance(stream);
    tx.run(insert_notice, org, person, version, notice.told_at, notice.closed_from,
           notice.closed_until);
    for (auto const& waiting : notice.waiting)
        tx.run(insert_waiting, org, person, version, waiting.place, waiting.messages);
    tx.tell(live::changed(changed_event, stream, version));
}

}  // namespace horenso::notify
