#pragma once
#include <vector>

#include "features/talk/talk.hpp"

namespace horenso::talk {

/// What rooms tell (api/live.yaml).
Told message_posted(Stream const& stream, Message const& message);
Told room_changed(Stream const& stream, std::int64_t version);
Told reader_joined(Stream const& stream, PersonId person);
Told reader_left(Stream const& stream, PersonId person);
Told marks_changed(Stream const& stream);

}  // namespace horenso::talk
