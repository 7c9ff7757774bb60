// Whether rooms have all that was said in them.
#include "features/talk/talk.hpp"

namespace horenso::talk {
namespace {

// (room, seq) is unique, so as many messages as the counter says, none above it and none below 1, are
// one for each place.
constexpr Sql select_broken{R"(
    SELECT r.org_id, r.room_id, COALESCE(h.seq, 0), COALESCE(m.number, 0), COALESCE(m.newest, 0)
      FROM talk_room r
      LEFT JOIN stream_head h ON h.org_id = r.org_id AND h.kind = 'room' AND h.id = r.room_id
      LEFT JOIN (SELECT org_id, room_id,
                        COUNT(*) AS number, MIN(seq) AS oldest, MAX(seq) AS newest
                   FROM talk_message
                  GROUP BY org_id, room_id) m
        ON m.org_id = r.org_id AND m.room_id = r.room_id
     WHERE COALESCE(m.number, 0) <> COALESCE(h.seq, 0)
        OR COALESCE(m.newest, 0) <> COALESCE(h.seq, 0)
        OR m.oldest < 1
     ORDER BY r.org_id, r.room_id
     LIMIT 100
)"};

constexpr Sql select_homeless{R"(
    SELECT m.org_id, m.room_id, 0, COUNT(*), MAX(m.seq)
      FROM talk_message m
     WHERE NOT EXISTS (SELECT 1 FROM talk_room r
                        WHERE r.org_id = m.org_id AND r.room_id = m.room_id)
     GROUP BY m.org_id, m.room_id
     LIMIT 100
)"};

void add(std::vector<BrokenRoom>& broken, Rows&& rows) {
    while (rows.next())
        broken.push_back({rows.get<OrgId>(0), rows.get<RoomId>(1), rows.get<std::int64_t>(2),
                          rows.get<std::int64_t>(3), rows.get<std::int64_t>(4)});
}

}  // namespace

Task<std::vector<BrokenRoom>> Talk::broken_rooms() {
    auto look = [](Tx& tx) {
        std::vector<BrokenRoom> broken;
        add(broken, tx.query(select_broken));
        add(broken, tx.query(select_homeless));
        return broken;
    };
    return needs_.store.read(look);
}

}  // namespace horenso::talk
