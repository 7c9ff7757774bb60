#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/session_reply.hpp"

namespace horenso::access {
namespace {

struct PinBody {
    std::string pin;
    std::optional<std::string> password, code;
};
BOOST_DESCRIBE_STRUCT(PinBody, (), (pin, password, code))

struct TakeOverBody {
    PersonId person;
    std::string pin;
};
BOOST_DESCRIBE_STRUCT(TakeOverBody, (), (person, pin))

std::string view_json(PinView const& view) {
    json::Writer out;
    out.open_object();
    if (view.since) out.field("since", view.since->ms);
    out.key("places").open_array();
    for (auto const& place : view.places)
        out.open_object()
            .field("device", place.device)
            .field("over_at", place.over_at.ms)
            .field("closed", place.is_closed)
            .close_object();
    out.close_array();
    if (view.closing)
        out.key("closing")
            .open_object()
            .field("device", view.closing->device)
            .field("at", view.closing->at.ms)
            .close_object();
    out.close_object();
    return out.take();
}

std::string colleagues_json(std::vector<Colleague> const& colleagues) {
    json::Writer out;
    out.open_object().key("people").open_array();
    for (auto const& [person, is_closed] : colleagues)
        out.open_object()
            .field("id", person.id)
            .field("name", person.name)
            .field("kana", person.kana)
            .field("department", person.department)
            .field("closed", is_closed)
            .close_object();
    out.close_array().close_object();
    return out.take();
}

Task<Result<net::Reply>> get_pin(Pins& pins, Viewer const& viewer, net::Request&) {
    auto const view = co_await pins.view(viewer);
    co_return net::ok(view_json(view));
}

Task<Result<net::Reply>> set_pin(Pins& pins, Viewer const& viewer, net::Request& request) {
    auto body = request.json<PinBody>();
    if (!body) co_return body.problem();
    Proof proof{std::move(body->password), std::move(body->code)};
    auto const done = co_await pins.set(viewer, std::move(body->pin), std::move(proof));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> remove_pin(Pins& pins, Viewer const& viewer, net::Request&) {
    auto const done = co_await pins.remove(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> know_closing(Pins& pins, Viewer const& viewer, net::Request&) {
    auto const done = co_await pins.know(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_colleagues(Pins& pins, net::Request& request) {
    auto const arrival = arrival_of(request, DeviceClass::shared);
    auto const colleagues = co_await pins.colleagues(arrival);
    co_return net::ok(colleagues_json(colleagues));
}

Task<Result<net::Reply>> take_over(Pins& pins, net::Request& request) {
    auto body = request.json<TakeOverBody>();
    if (!body) co_return body.problem();
    TakeOver wish{body->person, std::move(body->pin),
                  std::string{request.cookie(session_cookie(request))}};
    auto arrival = arrival_of(request, DeviceClass::shared);
    auto const signed_in = co_await pins.take_over(std::move(wish), std::move(arrival));
    if (!signed_in) co_return signed_in.problem();
    co_return welcome(request, *signed_in);
}

}  // namespace

void add_routes(net::Router& router, Door const& door, Pins& pins) {
    using enum net::Method;
    auto member = [&](Task<Result<net::Reply>> (*answer)(Pins&, Viewer const&, net::Request&)) {
        return door.member(
            [&pins, answer](Viewer const& v, net::Request& r) { return answer(pins, v, r); });
    };
    auto anyone = [&](Task<Result<net::Reply>> (*answer)(Pins&, net::Request&)) {
        return net::Handler{[&pins, answer](net::Request& r) { return answer(pins, r); }};
    };
    router.add({get, "/api/v1/me/pin", "member", member(get_pin)});
    router.add({put, "/api/v1/me/pin", "member", member(set_pin)});
    router.add({remove, "/api/v1/me/pin", "member", member(remove_pin)});
    router.add({remove, "/api/v1/me/pin/closing", "member", member(know_closing)});
    router.add({get, "/api/v1/session/pin", "anyone", anyone(list_colleagues)});
    router.add({post, "/api/v1/session/pin", "anyone", anyone(take_over)});
}

}  // namespace horenso::access
