#pragma once
#include <string>
#include <vector>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// Reads room_id, seq, version, author_id, body, client_key, posted_at, from column `first` on.
Message message_of(Rows const& row, int first = 0);

/// Messages in the member's part of the room, oldest first.
std::vector<Message> read_page(Tx& tx, Entered const& in, Page const& page);

/// Wire form (api/talk.yaml).
void write_message(json::Writer& out, Message const& message);
void write_room(json::Writer& out, Room const& room);
void write_marks(json::Writer& out, std::vector<Mark> const& marks);
std::string message_json(Message const& message);
std::string room_json(Room const& room);

/// Why a text can't be posted, if it can't: empty, too long, not UTF-8, control characters.
std::optional<Problem> refuse_text(std::string_view text);
/// The first eight bytes of the SHA-256, to know a repeated draft again.
std::int64_t draft_hash(std::string_view draft);

}  // namespace horenso::talk
