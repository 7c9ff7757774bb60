#pragma once
#include "platform/base/id.hpp"

namespace horenso {

using RoomId = Id<struct RoomTag>;

}  // namespace horenso
