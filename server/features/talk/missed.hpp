#pragma once
#include "services/live/live.hpp"

namespace horenso::talk {

/// What happened in a room (or to its marks) after `since`, told again for a node that missed it.
live::Missed missed_in_room(Tx& tx, Stream const& room, std::int64_t since);
live::Missed missed_marks(Tx& tx, Stream const& marks, std::int64_t since);

}  // namespace horenso::talk
