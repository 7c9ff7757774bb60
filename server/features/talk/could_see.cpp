// What somebody can see in their rooms, for the report of a lost device (clause 3.7).
#include "features/talk/enter.hpp"

namespace horenso::talk {
namespace {

// Places are dense, so what a member may see is counted without looking at messages.
constexpr Sql select_seen{R"(
    SELECT r.kind, r.name, h.seq - m.from_seq + 1
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
      JOIN stream_head h ON h.org_id = m.org_id AND h.kind = 'room' AND h.id = m.room_id
     WHERE m.org_id = $1 AND m.person_id = $2
     ORDER BY r.name, r.room_id)"};

}  // namespace

std::vector<access::Seen> could_see(Tx& tx, OrgId org, PersonId person) {
    std::vector<access::Seen> rooms;
    std::int64_t direct = 0;
    auto row = tx.query(select_seen, org, person);
    while (row.next()) {
        auto const messages = row.get<std::int64_t>(2);
        if (kind_of(row.get<std::string_view>(0)) == RoomKind::direct)
            direct += messages;
        else
            rooms.push_back({"room", row.get<std::string>(1), messages});
    }
    if (direct > 0) rooms.push_back({"direct", "", direct});
    return rooms;
}

}  // namespace horenso::talk
