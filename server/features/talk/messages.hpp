#pragma once
#include <string>
#include <vector>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// The longest text as the longest JSON: 5,000 characters of one byte each and marks of two or four bytes
/// on them up to 40 KB, all written as \uXXXX: 30,000 + 3 * 35,960 bytes, and the fields around them.
inline constexpr std::size_t message_bytes = 144 * 1024;

/// Reads room_id, seq, version, author_id, body, client_key, posted_at, urgent, from column `first` on.
Message message_of(Rows const& row, int first = 0);

/// Messages in the member's part of the room, oldest first.
std::vector<Message> read_page(Tx& tx, Entered const& in, Page const& page);

/// Wire form (api/talk.yaml).
void write_message(json::Writer& out, Message const& message);
void write_room(json::Writer& out, Room const& room);
void write_request(json::Writer& out, JoinRequest const& request);
void write_marks(json::Writer& out, std::vector<Mark> const& marks);
std::string message_json(Message const& message);
std::string room_json(Room const& room);

/// Why a text can't be posted, if it can't: blank, too long, too large, not UTF-8, control characters.
std::optional<Problem> refuse_text(std::string_view text);
/// The first eight bytes of the SHA-256, to know a repeated draft again.
std::int64_t draft_hash(std::string_view draft);

/// Posts what was kept, at `now`, unless its key was used already.
Result<Message> post_kept(Tx& tx, Viewer const& author, Later const& later,
                          policy::Policy const& policy, Instant now);

}  // namespace horenso::talk
