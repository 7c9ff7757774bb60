#pragma once
#include <optional>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// 409 `talk.automatic_room` in a room whose members follow the directory: nobody changes them, or its name, by hand.
std::optional<Problem> refuse_automatic(Tx& tx, Entered const& in);

}  // namespace horenso::talk
