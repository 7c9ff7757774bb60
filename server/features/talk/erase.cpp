// Somebody who retires leaves their groups (clause 3.9).
#include "features/talk/leaving.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_groups{R"(
    SELECT m.room_id
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE m.org_id = $1 AND m.person_id = $2 AND r.kind = 'group'
     ORDER BY m.room_id)"};

// A direct room without its key is one that somebody was left in.
constexpr Sql leave_direct{R"(
    UPDATE talk_room SET direct_key = NULL
     WHERE org_id = $1 AND kind = 'direct'
       AND room_id IN (SELECT room_id FROM talk_member WHERE org_id = $1 AND person_id = $2))"};

constexpr Sql delete_later{"DELETE FROM talk_later WHERE org_id = $1 AND author_id = $2"};

std::vector<RoomId> groups_of(Tx& tx, OrgId org, PersonId person) {
    std::vector<RoomId> rooms;
    auto row = tx.query(select_groups, org, person);
    while (row.next()) rooms.push_back(row.get<RoomId>(0));
    return rooms;
}

}  // namespace

std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person) {
    directory::Erased rooms{"rooms"};
    Viewer const leaving{org, person, {}};
    for (auto const room : groups_of(tx, org, person)) {
        auto const in = enter_to_write(tx, leaving, room);
        if (in && take_out(tx, *in, person)) ++rooms.rows;
    }
    tx.run(leave_direct, org, person);
    return {rooms, {"later_messages", tx.run(delete_later, org, person)}};
}

}  // namespace horenso::talk
