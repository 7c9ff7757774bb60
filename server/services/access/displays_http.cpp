#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/displays.hpp"
#include "services/access/known.hpp"
#include "services/access/session_reply.hpp"

namespace horenso::access {
namespace {

struct WishBody {
    std::string name;
    std::optional<std::string> department;
};
BOOST_DESCRIBE_STRUCT(WishBody, (), (name, department))

struct DisplayCodeBody {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(DisplayCodeBody, (), (code))

using Answer = Task<Result<net::Reply>>;

char const* display_cookie(net::Request const& request) {
    return request.is_secure() ? "__Host-horenso_display" : "horenso_display";
}

DisplayId display_in(net::Request const& request) { return request.id<DisplayId>("display"); }

DisplayWish wish_of(WishBody&& body) {
    return {std::move(body.name), std::move(body.department).value_or("")};
}

std::string code_json(DisplayCode const& code, net::Request const& request) {
    json::Writer out;
    out.open_object()
        .field("id", code.id)
        .field("code", code.code)
        .field("url", request.origin + "/display#c=" + code.code)
        .field("expires_at", code.expires_at.ms)
        .close_object();
    return out.take();
}

Answer list_displays(Displays& displays, Viewer const& viewer, net::Request&) {
    auto const all = co_await displays.list(viewer);
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("displays").open_array();
    for (auto const& display : *all) {
        out.open_object()
            .field("id", display.id)
            .field("name", display.name)
            .field("department", display.department);
        if (display.code_ends_at) out.field("code_ends_at", display.code_ends_at->ms);
        if (display.used_at) out.field("used_at", display.used_at->ms);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer make_display(Displays& displays, Viewer const& viewer, net::Request& request) {
    auto body = request.json<WishBody>();
    if (!body) co_return body.problem();
    auto wish = wish_of(std::move(*body));
    auto const code = co_await displays.make(viewer, std::move(wish));
    if (!code) co_return code.problem();
    co_return net::created(code_json(*code, request));
}

Answer change_display(Displays& displays, Viewer const& viewer, net::Request& request) {
    auto body = request.json<WishBody>();
    if (!body) co_return body.problem();
    auto wish = wish_of(std::move(*body));
    auto const done = co_await displays.change(viewer, display_in(request), std::move(wish));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer renew_display(Displays& displays, Viewer const& viewer, net::Request& request) {
    auto const code = co_await displays.renew(viewer, display_in(request));
    if (!code) co_return code.problem();
    co_return net::created(code_json(*code, request));
}

Answer end_display(Displays& displays, Viewer const& viewer, net::Request& request) {
    auto const done = co_await displays.end(viewer, display_in(request));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer open_display(Displays& displays, net::Request& request) {
    auto body = request.json<DisplayCodeBody>();
    if (!body) co_return body.problem();
    auto const opened = co_await displays.open(std::move(body->code), request.remote);
    if (!opened) co_return opened.problem();
    json::Writer out;
    out.open_object().field("name", opened->name).close_object();
    auto reply = net::created(out.take());
    reply.headers.push_back(display_cookie_of(request, opened->cookie));
    co_return reply;
}

}  // namespace

DisplayKnock knock_of(net::Request const& request) {
    return {std::string{request.cookie(display_cookie(request))}, request.remote};
}

net::Header display_cookie_of(net::Request const& request, std::string_view value) {
    return cookie_of(request, display_cookie(request), value, device_life);
}

void add_routes(net::Router& router, Door const& door, Displays& displays) {
    using enum net::Method;
    auto permitted = [&](Answer (*answer)(Displays&, Viewer const&, net::Request&)) {
        return door.member([&displays, answer](Viewer const& v, net::Request& r) {
            return answer(displays, v, r);
        });
    };
    net::Handler const by_code = [&displays](net::Request& request) {
        return open_display(displays, request);
    };
    std::string const all = "/api/v1/displays", one = all + "/{display}";
    router.add({get, all, "permission sign_in", permitted(list_displays)});
    router.add({post, all, "permission sign_in", permitted(make_display)});
    router.add({put, one, "permission sign_in", permitted(change_display)});
    router.add({remove, one, "permission sign_in", permitted(end_display)});
    router.add({post, one + "/code", "permission sign_in", permitted(renew_display)});
    router.add({post, "/api/v1/display", "anyone", by_code});
}

}  // namespace horenso::access
