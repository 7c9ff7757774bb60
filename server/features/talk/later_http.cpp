#include "features/talk/messages.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

struct LaterBody {
    std::string body;
    std::string client_key;
    std::int64_t due_at = 0;
    std::optional<std::string> acknowledgement;
};
BOOST_DESCRIBE_STRUCT(LaterBody, (), (body, client_key, due_at, acknowledgement))

using Answer = Task<Result<net::Reply>>;

void write_later(json::Writer& out, Later const& later) {
    out.open_object()
        .field("id", later.id)
        .field("room", later.room)
        .field("body", later.body)
        .field("client_key", later.client_key)
        .field("due_at", later.due_at.ms);
    if (later.failed) out.field("failed", *later.failed);
    out.close_object();
}

Answer keep_message(LaterMessages& later, Viewer const& viewer, net::Request& request) {
    auto body = request.json<LaterBody>();
    if (!body) co_return body.problem();
    NewMessage draft{std::move(body->body), std::move(body->client_key),
                     std::move(body->acknowledgement)};
    Instant const due_at{body->due_at};
    auto const room = request.id<RoomId>("room");
    auto const kept = co_await later.keep(viewer, room, std::move(draft), due_at);
    if (!kept) co_return kept.problem();
    json::Writer out;
    write_later(out, *kept);
    co_return net::created(out.take());
}

Answer list_later(LaterMessages& later, Viewer const& viewer, net::Request&) {
    auto const mine = co_await later.mine(viewer);
    json::Writer out;
    out.open_object().key("later").open_array();
    for (auto const& one : mine) write_later(out, one);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer take_back(LaterMessages& later, Viewer const& viewer, net::Request& request) {
    auto const done = co_await later.take_back(viewer, request.id<LaterId>("later"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, LaterMessages& later) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(LaterMessages&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&later, answer](Viewer const& v, net::Request& r) { return answer(later, v, r); },
            use);
    };
    router.add({post, "/api/v1/talk/rooms/{room}/later", "member of room", member(keep_message),
                message_bytes});
    router.add({get, "/api/v1/talk/later", "member", member(list_later, access::Use::screen)});
    router.add({remove, "/api/v1/talk/later/{later}", "author", member(take_back)});
}

}  // namespace horenso::talk
