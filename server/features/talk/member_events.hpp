#pragma once
#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Where the two streams of a room stand after a change of its members.
struct Versions {
    std::int64_t room;
    std::int64_t marks;
};
Versions advance_room(Tx& tx, OrgId org, RoomId room);

/// For who comes or goes. What they may see (`directory::change_access`) is counted up besides.
void tell_joined(Tx& tx, OrgId org, RoomId room, PersonId person, Versions at);
void tell_left(Tx& tx, OrgId org, RoomId room, PersonId person, Versions at);
/// For those who were in and stay.
void tell_changed(Tx& tx, OrgId org, RoomId room, Versions at);

}  // namespace horenso::talk
