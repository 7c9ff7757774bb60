#pragma once
#include <optional>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Somebody is no longer in the room: nothing about them is to be reviewed there. `new_master`: if there is one now, what
/// else is open there is theirs.
void close_reviews(Tx& tx, Entered const& in, PersonId gone,
                   std::optional<PersonId> const& new_master);

/// The room has another master: what is open there is theirs from now on, and no longer of who was it.
void hand_on_reviews(Tx& tx, Entered const& in, PersonId new_master);

}  // namespace horenso::talk
