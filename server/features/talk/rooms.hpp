#pragma once
#include <vector>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// One room as the member sees it.
Room read_room(Tx& tx, Entered const& in);
/// All of a person's rooms, the newest word first.
std::vector<Room> read_rooms(Tx& tx, OrgId org, PersonId person);

std::vector<PersonId> read_members(Tx& tx, OrgId org, RoomId room);
std::vector<Mark> read_marks(Tx& tx, OrgId org, RoomId room);

}  // namespace horenso::talk
