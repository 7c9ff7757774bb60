// Reading rooms. Making and changing them stands in membership.cpp.
#include "features/talk/rooms.hpp"

#include <algorithm>
#include <unordered_map>

#include "features/talk/group_rows.hpp"
#include "features/talk/messages.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_rooms{R"(
    SELECT r.room_id, r.kind, r.name, r.master_id, r.created_at, m.read_seq,
           (SELECT COUNT(*)
              FROM (SELECT 1 FROM talk_message u
                     WHERE u.org_id = m.org_id AND u.room_id = m.room_id
                       AND u.seq > m.read_seq AND u.seq >= m.from_seq AND u.author_id <> m.person_id
                     LIMIT 100) AS counted),
           h.seq,
           t.room_id, t.seq, t.version, t.author_id, t.body, t.client_key, t.posted_at,
           t.urgent,
           m.from_seq, r.visibility, r.purpose, r.ends_on, r.shows_past, r.deputy_id, r.edited,
           r.origin, COALESCE(r.origin_name, '')
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
      JOIN stream_head h ON h.org_id = m.org_id AND h.kind = 'room' AND h.id = m.room_id
      LEFT JOIN talk_message t ON t.org_id = m.org_id AND t.room_id = m.room_id
                              AND t.seq = h.seq AND t.seq >= m.from_seq
     WHERE m.org_id = $1 AND m.person_id = $2 AND ($3 = 0 OR m.room_id = $3))"};

constexpr Sql select_members_of_rooms{R"(
    SELECT o.room_id, o.person_id
      FROM talk_member m
      JOIN talk_member o ON o.org_id = m.org_id AND o.room_id = m.room_id
     WHERE m.org_id = $1 AND m.person_id = $2 AND ($3 = 0 OR m.room_id = $3)
     ORDER BY o.room_id, o.joined_at, o.person_id)"};

constexpr Sql select_members{R"(
    SELECT person_id FROM talk_member
     WHERE org_id = $1 AND room_id = $2
     ORDER BY joined_at, person_id)"};

constexpr Sql select_marks{R"(
    SELECT person_id, read_seq, joined_seq FROM talk_member
     WHERE org_id = $1 AND room_id = $2 AND read_seq > 0
     ORDER BY person_id)"};

Room room_of(Rows const& row) {
    Room room;
    room.id = row.get<RoomId>(0);
    room.kind = kind_of(row.get<std::string_view>(1));
    room.name = row.get<std::string>(2);
    room.master = row.get<PersonId>(3);
    room.created_at = row.get<Instant>(4);
    room.read_seq = row.get<std::int64_t>(5);
    room.unread = row.get<std::int64_t>(6);
    room.last_seq = row.get<std::int64_t>(7);
    if (row.get<std::optional<std::int64_t>>(8)) room.last = message_of(row, 8);
    room.from_seq = row.get<std::int64_t>(16);
    room.group = {visibility_of(row.get<std::string_view>(17)), row.get<std::string>(18),
                  row.get<std::optional<std::string>>(19),      row.get<std::int64_t>(20) != 0,
                  row.get<std::optional<PersonId>>(21),         row.get<std::int64_t>(22)};
    if (auto const origin = row.get<std::optional<std::string>>(23))
        room.origin = {origin_kind_of(*origin), row.get<std::string>(24)};
    return room;
}

/// `only` 0: all of the person's rooms.
std::vector<Room> read(Tx& tx, OrgId org, PersonId person, RoomId only) {
    std::vector<Room> rooms;
    std::unordered_map<RoomId, std::size_t> places;
    auto row = tx.query(select_rooms, org, person, only);
    while (row.next()) {
        rooms.push_back(room_of(row));
        places.emplace(rooms.back().id, rooms.size() - 1);
    }
    auto member = tx.query(select_members_of_rooms, org, person, only);
    while (member.next())
        if (auto const place = places.find(member.get<RoomId>(0)); place != places.end())
            rooms[place->second].members.push_back(member.get<PersonId>(1));
    for (auto& room : rooms)
        if (room.group.visibility == Visibility::listed &&
            (room.master == person || room.group.deputy == person))
            room.requests = read_requests(tx, org, room.id);
    return rooms;
}

Instant newest_word(Room const& room) { return room.last ? room.last->posted_at : room.created_at; }

}  // namespace

Room read_room(Tx& tx, Entered const& in) {
    return std::move(read(tx, in.org(), in.person(), in.room()).at(0));
}

std::vector<Room> read_rooms(Tx& tx, OrgId org, PersonId person) {
    auto rooms = read(tx, org, person, RoomId{0});
    std::sort(rooms.begin(), rooms.end(), [](Room const& a, Room const& b) {
        return std::pair{newest_word(b), b.id} < std::pair{newest_word(a), a.id};
    });
    return rooms;
}

std::vector<PersonId> read_members(Tx& tx, OrgId org, RoomId room) {
    std::vector<PersonId> members;
    auto row = tx.query(select_members, org, room);
    while (row.next()) members.push_back(row.get<PersonId>(0));
    return members;
}

std::vector<Mark> read_marks(Tx& tx, OrgId org, RoomId room) {
    std::vector<Mark> marks;
    auto row = tx.query(select_marks, org, room);
    while (row.next())
        marks.push_back({row.get<PersonId>(0), row.get<std::int64_t>(1), row.get<std::int64_t>(2)});
    return marks;
}

Task<std::vector<Room>> Talk::rooms(Viewer const& viewer) {
    auto read = [&](Tx& tx) { return read_rooms(tx, viewer.org, viewer.person); };
    co_return co_await needs_.store.read(read);
}

Task<Result<Room>> Talk::room(Viewer const& viewer, RoomId room) {
    auto read = [&](Tx& tx) -> Result<Room> {
        auto in = enter(tx, viewer, room);
        if (!in) return in.problem();
        return read_room(tx, *in);
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<std::vector<Message>>> Talk::history(Viewer const& viewer, RoomId room, Page page) {
    auto read = [&](Tx& tx) -> Result<std::vector<Message>> {
        auto in = enter(tx, viewer, room);
        if (!in) return in.problem();
        return read_page(tx, *in, page);
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::talk
