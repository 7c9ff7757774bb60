#pragma once
#include <vector>

#include "features/talk/talk.hpp"

namespace horenso::talk {

/// What rooms tell (api/live.yaml).
Told message_posted(Stream const& stream, Message const& message);
Told room_changed(Stream const& stream, std::int64_t version);
/// `version`: of the stream after the change that this is part of.
Told reader_joined(Stream const& stream, std::int64_t version, PersonId person);
Told reader_left(Stream const& stream, std::int64_t version, PersonId person);
/// All marks at once, when their turn comes.
Told marks_changed(Stream const& stream, std::int64_t version);
Told marks(Stream const& stream, std::int64_t version, std::vector<Mark> const& all);

}  // namespace horenso::talk
