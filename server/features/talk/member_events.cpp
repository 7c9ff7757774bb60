#include "features/talk/member_events.hpp"

#include "features/talk/events.hpp"

namespace horenso::talk {

Versions advance_room(Tx& tx, OrgId org, RoomId room) {
    auto const of_room = tx.advance(room_stream(org, room));
    return {of_room, tx.advance(marks_stream(org, room))};
}

void tell_joined(Tx& tx, OrgId org, RoomId room, PersonId person, Versions at) {
    tx.tell(reader_joined(room_stream(org, room), at.room, person));
    tx.tell(reader_joined(marks_stream(org, room), at.marks, person));
}

void tell_left(Tx& tx, OrgId org, RoomId room, PersonId person, Versions at) {
    tx.tell(reader_left(room_stream(org, room), at.room, person));
    tx.tell(reader_left(marks_stream(org, room), at.marks, person));
}

void tell_changed(Tx& tx, OrgId org, RoomId room, Versions at) {
    tx.tell(room_changed(room_stream(org, room), at.room));
    tx.tell(marks_changed(marks_stream(org, room), at.marks));
}

}  // namespace horenso::talk
