#include "features/talk/missed.hpp"

#include "features/talk/events.hpp"
#include "features/talk/messages.hpp"
#include "features/talk/rooms.hpp"

namespace horenso::talk {
namespace {

constexpr std::int64_t most_told = 200;

// Messages grow in version as they grow in place, so the changed ones are the newest.
constexpr Sql select_since{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, urgent
      FROM (SELECT * FROM talk_message
             WHERE org_id = $1 AND room_id = $2 ORDER BY seq DESC LIMIT $4) newest
     WHERE version > $3
     ORDER BY version)"};

std::vector<std::int64_t> readers(Tx& tx, Stream const& stream) {
    std::vector<std::int64_t> people;
    for (auto const person : read_members(tx, stream.org, RoomId{stream.id}))
        people.push_back(person.value);
    return people;
}

}  // namespace

// A version without a message was a change of the room. After very many only the last is told: whoever
// sees the hole asks /sync.
live::Missed missed_in_room(Tx& tx, Stream const& room, std::int64_t since) {
    live::Missed missed{.version = tx.head(room).version, .readers = readers(tx, room)};
    if (missed.version - since > most_told) {
        missed.told.push_back(room_changed(room, missed.version));
        return missed;
    }
    auto next = since + 1;
    auto changed_until = [&](std::int64_t version) {
        for (; next < version; ++next) missed.told.push_back(room_changed(room, next));
    };
    auto row = tx.query(select_since, room.org, RoomId{room.id}, since, most_told);
    while (row.next()) {
        auto const message = message_of(row);
        changed_until(message.version);
        missed.told.push_back(message_posted(room, message));
        next = message.version + 1;
    }
    changed_until(missed.version + 1);
    return missed;
}

live::Missed missed_marks(Tx& tx, Stream const& marks, std::int64_t) {
    live::Missed missed{.version = tx.head(marks).version, .readers = readers(tx, marks)};
    missed.told.push_back(marks_changed(marks, missed.version));
    return missed;
}

}  // namespace horenso::talk
