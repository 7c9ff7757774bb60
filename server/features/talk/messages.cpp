#include "features/talk/messages.hpp"

#include <algorithm>
#include <cstring>

#include "features/talk/group_rows.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/crypto/token.hpp"
#include "platform/crypto/uuid.hpp"
#include "platform/text/limits.hpp"

namespace horenso::talk {
namespace {

constexpr text::Limits longest_message{.graphemes = 5'000, .bytes = 40 * 1024};

constexpr Sql select_newest_below{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, urgent
      FROM talk_message
     WHERE org_id = $1 AND room_id = $2 AND seq >= $3 AND seq < $4
     ORDER BY seq DESC
     LIMIT $5)"};

constexpr Sql select_oldest_above{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, urgent
      FROM talk_message
     WHERE org_id = $1 AND room_id = $2 AND seq >= $3 AND seq > $4
     ORDER BY seq
     LIMIT $5)"};

void write_mark(json::Writer& out, Mark const& mark) {
    out.open_object().field("person", mark.person).field("seq", mark.seq);
    if (mark.joined_seq > 0) out.field("joined_seq", mark.joined_seq);
    out.close_object();
}

void write_group(json::Writer& out, Group const& group) {
    out.open_object()
        .field("visibility", name_of(group.visibility))
        .field("purpose", group.purpose)
        .field("shows_past", group.shows_past)
        .field("edited", group.edited);
    if (group.ends_on) out.field("ends_on", *group.ends_on);
    if (group.deputy) out.field("deputy", *group.deputy);
    out.close_object();
}

}  // namespace

std::optional<Problem> refuse_text(std::string_view text) {
    auto const wrong = text::what_is_wrong(text, longest_message);
    if (!wrong) return std::nullopt;
    switch (*wrong) {
        case text::Wrong::not_utf8: return Problem{.status = 422, .code = "talk.not_utf8"};
        case text::Wrong::forbidden_character:
            return Problem{.status = 422, .code = "talk.control_character"};
        case text::Wrong::blank: return Problem{.status = 422, .code = "talk.empty"};
        case text::Wrong::too_large: return Problem{.status = 422, .code = "talk.too_large"};
        case text::Wrong::too_long: break;
    }
    return Problem{.status = 422,
                   .code = "talk.too_long",
                   .arguments = {{"limit", std::to_string(longest_message.graphemes)}}};
}

std::int64_t draft_hash(std::string_view draft) {
    auto const whole = crypto::sha256(draft);
    std::int64_t first = 0;
    std::memcpy(&first, whole.data(), sizeof first);
    return first;
}

Message message_of(Rows const& row, int first) {
    return {row.get<RoomId>(first),           row.get<std::int64_t>(first + 1),
            row.get<std::int64_t>(first + 2), row.get<PersonId>(first + 3),
            row.get<std::string>(first + 4),  crypto::uuid_text(row.get<crypto::Uuid>(first + 5)),
            row.get<Instant>(first + 6),      row.get<std::optional<std::string>>(first + 7)};
}

std::vector<Message> read_page(Tx& tx, Entered const& in, Page const& page) {
    std::vector<Message> messages;
    auto const forward = page.after && !page.before;
    auto const limit = std::clamp<std::int64_t>(page.limit, 1, 200);
    auto const edge = forward ? *page.after : page.before.value_or(INT64_MAX);
    auto row = tx.query(forward ? select_oldest_above : select_newest_below, in.org(), in.room(),
                        in.from_seq(), edge, limit);
    while (row.next()) messages.push_back(message_of(row));
    if (!forward) std::reverse(messages.begin(), messages.end());
    if (page.after && page.before)
        std::erase_if(messages, [&](Message const& m) { return m.seq <= *page.after; });
    return messages;
}

void write_message(json::Writer& out, Message const& message) {
    out.open_object()
        .field("room", message.room)
        .field("seq", message.seq)
        .field("version", message.version)
        .field("author", message.author)
        .field("body", message.body)
        .field("client_key", message.client_key)
        .field("posted_at", message.posted_at.ms);
    if (message.urgent) out.field("urgent", *message.urgent);
    out.close_object();
}

void write_room(json::Writer& out, Room const& room) {
    out.open_object()
        .field("id", room.id)
        .field("kind", kind_name(room.kind))
        .field("name", room.name)
        .key("members")
        .open_array();
    for (auto const member : room.members) out.value(member);
    out.close_array();
    if (room.origin)
        out.key("origin")
            .open_object()
            .field("kind", name_of(room.origin->kind))
            .field("name", room.origin->name)
            .close_object();
    else
        out.field("master", room.master);
    out.field("created_at", room.created_at.ms)
        .field("from_seq", room.from_seq)
        .field("last_seq", room.last_seq);
    if (room.last) write_message(out.key("last"), *room.last);
    out.field("read_seq", room.read_seq).field("unread", room.unread);
    if (room.kind == RoomKind::group && !room.origin) write_group(out.key("group"), room.group);
    if (!room.requests.empty()) {
        out.key("requests").open_array();
        for (auto const& one : room.requests) write_request(out, one);
        out.close_array();
    }
    out.close_object();
}

void write_request(json::Writer& out, JoinRequest const& request) {
    out.open_object()
        .field("person", request.person)
        .field("words", request.words)
        .field("asked_at", request.asked_at.ms);
    if (request.declined_at) out.field("declined_at", request.declined_at->ms);
    out.close_object();
}

void write_marks(json::Writer& out, std::vector<Mark> const& marks) {
    out.open_array();
    for (auto const& mark : marks) write_mark(out, mark);
    out.close_array();
}

std::string message_json(Message const& message) {
    json::Writer out;
    write_message(out, message);
    return out.take();
}

std::string room_json(Room const& room) {
    json::Writer out;
    write_room(out, room);
    return out.take();
}

}  // namespace horenso::talk
