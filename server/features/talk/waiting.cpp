#include <algorithm>

#include "features/talk/talk.hpp"

namespace horenso::talk {
namespace {

constexpr std::int64_t counted_to = 100;

constexpr Sql select_waiting{R"(
    SELECT m.room_id, COUNT(*)
      FROM talk_member m
      JOIN stream_head h ON h.org_id = m.org_id AND h.kind = 'room' AND h.id = m.room_id
      JOIN talk_message t ON t.org_id = m.org_id AND t.room_id = m.room_id
                         AND t.seq > m.read_seq AND t.seq > h.seq - 200
     WHERE m.org_id = $1 AND m.person_id = $2 AND h.seq > m.read_seq
       AND t.author_id <> m.person_id AND t.posted_at >= $3 AND t.posted_at < $4
     GROUP BY m.room_id
     ORDER BY COUNT(*) DESC, m.room_id)"};

}  // namespace

std::vector<notify::Waiting> find_waiting(Tx& tx, OrgId org, PersonId person,
                                          hours::Opening during) {
    std::vector<notify::Waiting> all;
    auto row = tx.query(select_waiting, org, person, during.opens, during.closes);
    while (row.next())
        all.push_back({room_stream(org, row.get<RoomId>(0)).name(),
                       std::min(row.get<std::int64_t>(1), counted_to)});
    return all;
}

}  // namespace horenso::talk
