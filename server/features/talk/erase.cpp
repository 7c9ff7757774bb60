// Somebody who retires leaves their groups (clause 3.9).
#include "features/talk/group_rows.hpp"
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

constexpr Sql select_asked{R"(
    SELECT room_id FROM talk_request WHERE org_id = $1 AND person_id = $2 ORDER BY room_id)"};

constexpr Sql delete_later{"DELETE FROM talk_later WHERE org_id = $1 AND author_id = $2"};

std::vector<RoomId> rooms_in(Rows row) {
    std::vector<RoomId> rooms;
    while (row.next()) rooms.push_back(row.get<RoomId>(0));
    return rooms;
}

}  // namespace

std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person) {
    directory::Erased rooms{"rooms"};
    Viewer const leaving{org, person, {}};
    auto const groups = rooms_in(tx.query(select_groups, org, person));
    for (auto const room : groups) {
        auto const in = enter_to_change(tx, leaving, room);
        if (in && take_out(tx, *in, person)) ++rooms.rows;
    }
    tx.run(leave_direct, org, person);
    auto const asked = rooms_in(tx.query(select_asked, org, person));
    for (auto const room : asked) drop_request(tx, org, room, person);
    return {rooms,
            {"join_requests", static_cast<std::int64_t>(asked.size())},
            {"later_messages", tx.run(delete_later, org, person)}};
}

}  // namespace horenso::talk
