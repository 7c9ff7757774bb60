#pragma once
#include <vector>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Puts people into a group room, by the viewer, and tells; gives those who weren't in already. What they asked is
/// answered thereby. 422 `talk.too_many_members`.
Result<std::vector<PersonId>> bring_in(Tx& tx, Entered const& in, std::vector<PersonId> people,
                                       Came came, Instant now);

}  // namespace horenso::talk
