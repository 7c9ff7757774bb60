#pragma once
#include <optional>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Why `person` can't be taken out by whoever entered, or can't leave: 403 `talk.not_master`, 403 `talk.only_master`, 409
/// `talk.needs_successor` for a master who isn't the last.
std::optional<Problem> refuse_going(Tx& tx, Entered const& in, PersonId person);

/// Takes `person` out of a group room, and tells. Gives who is master instead, if it was them: the deputy, or else
/// the member of longest standing. nullopt without any; 404 `talk.not_a_member`.
Result<std::optional<PersonId>> take_out(Tx& tx, Entered const& in, PersonId person);

}  // namespace horenso::talk
