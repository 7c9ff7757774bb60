#pragma once
#include <optional>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Takes `person` out of a group room, and tells. Gives who is master instead, if it was them: the deputy, or else
/// the member of longest standing. nullopt without any; 404 `talk.not_a_member`.
Result<std::optional<PersonId>> take_out(Tx& tx, Entered const& in, PersonId person);

}  // namespace horenso::talk
