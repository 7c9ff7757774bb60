// Rooms and their marks as streams, for /sync.
#include "features/talk/messages.hpp"
#include "features/talk/missed.hpp"
#include "features/talk/rooms.hpp"

namespace horenso::talk {
namespace {

constexpr std::int64_t snapshot_messages = 40;
constexpr std::int64_t most_changes = 200;

// The newest word first, so that a bounded reply brings what is looked at first.
constexpr Sql select_standing{R"(
    SELECT m.room_id, s.version
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
      JOIN stream_head s ON s.org_id = m.org_id AND s.kind = $3 AND s.id = m.room_id
      JOIN stream_head h ON h.org_id = m.org_id AND h.kind = 'room' AND h.id = m.room_id
      LEFT JOIN talk_message t ON t.org_id = m.org_id AND t.room_id = m.room_id AND t.seq = h.seq
     WHERE m.org_id = $1 AND m.person_id = $2
     ORDER BY COALESCE(t.posted_at, r.created_at) DESC, m.room_id DESC)"};

std::vector<live::Standing> standing(Tx& tx, live::Reader reader,
                                     Stream (*stream_of)(OrgId, RoomId)) {
    std::vector<live::Standing> all;
    auto const kind = stream_of(reader.org, RoomId{}).kind;
    auto row = tx.query(select_standing, reader.org, reader.person, kind);
    while (row.next())
        all.push_back({stream_of(reader.org, row.get<RoomId>(0)), row.get<std::int64_t>(1)});
    return all;
}

Result<Entered> enter_as(Tx& tx, live::Reader reader, Stream const& stream) {
    Viewer viewer;
    viewer.org = reader.org;
    viewer.person = PersonId{reader.person};
    return enter(tx, viewer, RoomId{stream.id});
}

void write_messages(json::Writer& out, std::vector<Message> const& messages) {
    out.key("messages").open_array();
    for (auto const& message : messages) write_message(out, message);
    out.close_array();
}

/// Messages grow in version as they grow in place, so the changed ones are the newest.
std::optional<std::vector<Message>> changed_since(Tx& tx, Entered const& in, std::int64_t since) {
    if (since == 0) return std::nullopt;
    auto messages = read_page(tx, in, {.limit = most_changes});
    if (messages.size() == most_changes && messages.front().version > since) return std::nullopt;
    std::erase_if(messages, [&](Message const& m) { return m.version <= since; });
    return messages;
}

live::Source::Kind room_state(Tx& tx, live::Reader reader, Stream const& stream, std::int64_t since,
                              json::Writer& out) {
    auto const in = enter_as(tx, reader, stream);
    if (!in) return live::Source::Kind::changes;  // `visible` gave it in this very transaction
    write_room(out.key("room"), read_room(tx, *in));
    if (auto const changes = changed_since(tx, *in, since)) {
        write_messages(out, *changes);
        return live::Source::Kind::changes;
    }
    write_messages(out, read_page(tx, *in, {.limit = snapshot_messages}));
    return live::Source::Kind::snapshot;
}

live::Source::Kind marks_state(Tx& tx, live::Reader reader, Stream const& stream, std::int64_t,
                               json::Writer& out) {
    if (auto const in = enter_as(tx, reader, stream))
        write_marks(out.key("marks"), read_marks(tx, in->org(), in->room()));
    return live::Source::Kind::snapshot;
}

}  // namespace

live::Source Talk::source() {
    auto visible = [](Tx& tx, live::Reader reader) { return standing(tx, reader, room_stream); };
    return {"room", visible, room_state, missed_in_room};
}

live::Source Talk::marks_source() {
    auto visible = [](Tx& tx, live::Reader reader) { return standing(tx, reader, marks_stream); };
    return {"marks", visible, marks_state, missed_marks};
}

}  // namespace horenso::talk
