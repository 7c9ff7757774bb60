#include "features/talk/enter.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_membership{R"(
    SELECT r.kind, r.master_id, m.from_seq, m.read_seq, r.deputy_id
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE m.org_id = $1 AND m.room_id = $2 AND m.person_id = $3)"};

// SQLite has one writer: nothing to lock. On PostgreSQL the counters' row is what all writers of a
// room meet at, and a membership that is being deleted makes this wait and then find nothing.
constexpr Sql lock_membership{
    R"(
    SELECT r.kind, r.master_id, m.from_seq, m.read_seq, r.deputy_id
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE m.org_id = $1 AND m.room_id = $2 AND m.person_id = $3)",
    R"(
    SELECT r.kind, r.master_id, m.from_seq, m.read_seq, r.deputy_id
      FROM stream_head h
      JOIN talk_member m ON m.org_id = h.org_id AND m.room_id = h.id
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE h.org_id = $1 AND h.kind = 'room' AND h.id = $2 AND m.person_id = $3
       FOR UPDATE OF h, m)"};

constexpr Sql select_left_alone{R"(
    SELECT 1 FROM talk_room WHERE org_id = $1 AND room_id = $2 AND direct_key IS NULL)"};

}  // namespace

Stream room_stream(OrgId org, RoomId room) { return {org, "room", room.value}; }

Stream marks_stream(OrgId org, RoomId room) { return {org, "marks", room.value}; }

std::string_view kind_name(RoomKind kind) { return kind == RoomKind::direct ? "direct" : "group"; }

RoomKind kind_of(std::string_view name) {
    return name == "direct" ? RoomKind::direct : RoomKind::group;
}

Result<Entered> Entered::from(Rows row, Viewer const& viewer, RoomId room) {
    if (!row.next()) return Problem{.status = 404, .code = "talk.room_not_found"};
    Entered in;
    in.org_ = viewer.org;
    in.room_ = room;
    in.person_ = viewer.person;
    in.kind_ = kind_of(row.get<std::string_view>(0));
    in.master_ = row.get<PersonId>(1);
    in.from_seq_ = row.get<std::int64_t>(2);
    in.read_seq_ = row.get<std::int64_t>(3);
    in.deputy_ = row.get<std::optional<PersonId>>(4);
    return in;
}

Result<Entered> enter(Tx& tx, Viewer const& viewer, RoomId room) {
    return Entered::from(tx.query(select_membership, viewer.org, room, viewer.person), viewer,
                         room);
}

Result<Entered> enter_to_write(Tx& tx, Viewer const& viewer, RoomId room) {
    return Entered::from(tx.query(lock_membership, viewer.org, room, viewer.person), viewer, room);
}

Result<Entered> enter_to_change(Tx& tx, Viewer const& viewer, RoomId room) {
    auto const locked = enter_to_write(tx, viewer, room);
    if (!locked) return locked.problem();
    return enter(tx, viewer, room);
}

std::optional<Problem> refuse_alone(Tx& tx, Entered const& in) {
    if (in.kind() != RoomKind::direct) return std::nullopt;
    if (!tx.query(select_left_alone, in.org(), in.room()).next()) return std::nullopt;
    return Problem{.status = 409, .code = "talk.other_retired"};
}

}  // namespace horenso::talk
