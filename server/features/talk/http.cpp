#include <algorithm>

#include "features/talk/group_body.hpp"
#include "features/talk/messages.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

struct RoomBody {
    std::string kind;
    std::optional<std::string> name;
    std::vector<PersonId> members;
    std::string client_key;
    std::optional<std::string> visibility;
    std::optional<std::string> purpose;
    std::optional<std::string> ends_on;
    std::optional<bool> shows_past;
};
BOOST_DESCRIBE_STRUCT(RoomBody, (),
                      (kind, name, members, client_key, visibility, purpose, ends_on, shows_past))

struct MessageBody {
    std::string body;
    std::string client_key;
    std::optional<std::string> acknowledgement;
    std::optional<std::string> urgent;
};
BOOST_DESCRIBE_STRUCT(MessageBody, (), (body, client_key, acknowledgement, urgent))

struct PeopleBody {
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(PeopleBody, (), (people))

struct ReadingBody {
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(ReadingBody, (), (seq))

template <class T, class Write>
std::string list_json(char const* name, std::vector<T> const& items, Write write) {
    json::Writer out;
    out.open_object().key(name).open_array();
    for (auto const& item : items) write(out, item);
    out.close_array().close_object();
    return out.take();
}

std::string readers_json(Readers const& readers) {
    json::Writer out;
    out.open_object().key("read").open_array();
    for (auto const& one : readers.read) {
        out.open_object().field("person", one.person);
        if (one.at) out.field("at", one.at->ms);
        out.close_object();
    }
    out.close_array().key("unread").open_array();
    for (auto const person : readers.unread) out.value(person);
    out.close_array().close_object();
    return out.take();
}

Task<Result<net::Reply>> list_rooms(Talk& talk, Viewer const& viewer, net::Request&) {
    auto const rooms = co_await talk.rooms(viewer);
    co_return net::ok(list_json("rooms", rooms, write_room));
}

Task<Result<net::Reply>> create_room(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto body = request.json<RoomBody>();
    if (!body) co_return body.problem();
    if (body->kind != "direct" && body->kind != "group")
        co_return Problem{.status = 422,
                          .code = "json.bad_fields",
                          .fields = {{.path = "kind", .code = "talk.unknown_kind"}}};
    auto group = asked_group(*body);
    if (!group) co_return group.problem();
    NewRoom draft{kind_of(body->kind), body->name.value_or(""), std::move(body->members),
                  body->client_key, *std::move(group)};
    auto room = co_await talk.create_room(viewer, std::move(draft));
    if (!room) co_return room.problem();
    co_return net::created(room_json(*room));
}

Task<Result<net::Reply>> get_room(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto room = co_await talk.room(viewer, request.id<RoomId>("room"));
    if (!room) co_return room.problem();
    co_return net::ok(room_json(*room));
}

Task<Result<net::Reply>> add_members(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto body = request.json<PeopleBody>();
    if (!body) co_return body.problem();
    auto room =
        co_await talk.add_members(viewer, request.id<RoomId>("room"), std::move(body->people));
    if (!room) co_return room.problem();
    co_return net::ok(room_json(*room));
}

Task<Result<net::Reply>> remove_member(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto done = co_await talk.remove_member(viewer, request.id<RoomId>("room"),
                                            request.id<PersonId>("person"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_messages(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto before = request.query_number("before", 1, INT64_MAX);
    if (!before) co_return before.problem();
    auto after = request.query_number("after", 0, INT64_MAX);
    if (!after) co_return after.problem();
    auto limit = request.query_number("limit", 1, 100);
    if (!limit) co_return limit.problem();
    Page const page{*before, *after, limit->value_or(40)};
    auto messages = co_await talk.history(viewer, request.id<RoomId>("room"), page);
    if (!messages) co_return messages.problem();
    co_return net::ok(list_json("messages", *messages, write_message));
}

Task<Result<net::Reply>> post_message(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto body = request.json<MessageBody>();
    if (!body) co_return body.problem();
    NewMessage draft{std::move(body->body), std::move(body->client_key),
                     std::move(body->acknowledgement), std::move(body->urgent)};
    auto kept = co_await talk.post(viewer, request.id<RoomId>("room"), std::move(draft));
    if (!kept) co_return kept.problem();
    co_return net::created(message_json(*kept));
}

Task<Result<net::Reply>> mark_read(Talk& talk, Viewer const& viewer, net::Request& request) {
    auto body = request.json<ReadingBody>();
    if (!body) co_return body.problem();
    auto done = co_await talk.mark_read(viewer, request.id<RoomId>("room"), body->seq);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_readers(Talk& talk, Viewer const& viewer, net::Request& request) {
    // The place of a message is a number in the path like an id.
    auto const seq = request.id<Id<struct SeqTag>>("seq").value;
    auto readers = co_await talk.readers(viewer, request.id<RoomId>("room"), seq);
    if (!readers) co_return readers.problem();
    co_return net::ok(readers_json(*readers));
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Talk& talk) {
    using enum net::Method;
    using Answer = Task<Result<net::Reply>> (*)(Talk&, Viewer const&, net::Request&);
    auto to = [&](Answer answer) {
        return [&talk, answer](Viewer const& v, net::Request& r) { return answer(talk, v, r); };
    };
    auto member = [&](Answer answer) { return door.member(to(answer)); };
    // What comes while a room stands open is marked as read by itself.
    auto open_screen = [&](Answer answer) { return door.member(to(answer), access::Use::screen); };
    std::string const rooms = "/api/v1/talk/rooms";
    std::string const room = rooms + "/{room}";
    router.add({get, rooms, "member", member(list_rooms)});
    router.add({post, rooms, "member", member(create_room)});
    router.add({get, room, "member of room", member(get_room)});
    router.add({post, room + "/members", "member of room", member(add_members)});
    router.add({remove, room + "/members/{person}", "member of room", member(remove_member)});
    router.add({get, room + "/messages", "member of room", member(list_messages)});
    router.add({post, room + "/messages", "member of room", member(post_message), message_bytes});
    router.add({put, room + "/reading", "member of room", open_screen(mark_read)});
    router.add({get, room + "/messages/{seq}/readers", "member of room", member(list_readers)});
}

}  // namespace horenso::talk
