#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/session_reply.hpp"
#include "services/access/sessions.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

struct CodeBody {
    std::string code;
    std::optional<std::string> device;
};
BOOST_DESCRIBE_STRUCT(CodeBody, (), (code, device))

struct PasswordSignInBody {
    std::string login;
    std::string password;
    std::optional<std::string> second, next, device;
};
BOOST_DESCRIBE_STRUCT(PasswordSignInBody, (), (login, password, second, next, device))

struct NewPasswordBody {
    std::optional<std::string> current;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(NewPasswordBody, (), (current, password))

struct DeviceBody {
    std::string device;
};
BOOST_DESCRIBE_STRUCT(DeviceBody, (), (device))

struct SettingsBody {
    std::string text_size, theme, enter_key;
};
BOOST_DESCRIBE_STRUCT(SettingsBody, (), (text_size, theme, enter_key))

std::string card_json(Card const& card, net::Request const& request) {
    json::Writer out;
    out.open_object().key("person").raw(directory::person_json(card.person));
    out.field("code", card.code)
        .field("url", request.origin + "/hello#c=" + card.code)
        .field("expires_at", card.expires_at.ms)
        .close_object();
    return out.take();
}

Task<Result<net::Reply>> sign_in_by_code(Access& access, net::Request& request) {
    auto body = request.json<CodeBody>();
    if (!body) co_return body.problem();
    auto const device = device_said(body->device);
    if (!device) co_return device.problem();
    auto arrival = arrival_of(request, *device);
    auto signed_in = co_await access.sign_in_by_code(std::move(body->code), std::move(arrival));
    if (!signed_in) co_return signed_in.problem();
    co_return welcome(request, *signed_in);
}

Task<Result<net::Reply>> sign_in_by_password(Access& access, net::Request& request) {
    auto body = request.json<PasswordSignInBody>();
    if (!body) co_return body.problem();
    auto const device = device_said(body->device);
    if (!device) co_return device.problem();
    auto arrival = arrival_of(request, *device);
    auto second = std::move(body->second).value_or("");
    auto next = std::move(body->next).value_or("");
    auto signed_in =
        co_await access.sign_in_by_password(std::move(body->login), std::move(body->password),
                                            std::move(arrival), std::move(second), std::move(next));
    if (!signed_in) co_return signed_in.problem();
    co_return welcome(request, *signed_in);
}

Task<Result<net::Reply>> get_session(Access& access, Viewer const& viewer) {
    auto view = co_await access.session(viewer);
    if (!view) co_return view.problem();
    co_return net::ok(view_json(*view));
}

Task<Result<net::Reply>> sign_out(Access& access, Viewer const& viewer, net::Request& request) {
    auto done = co_await access.sign_out(viewer);
    if (!done) co_return done.problem();
    auto reply = net::no_content();
    reply.headers.push_back(forgotten_cookie(request));
    co_return reply;
}

Task<Result<net::Reply>> set_device(Access& access, Viewer const& viewer, net::Request& request) {
    auto body = request.json<DeviceBody>();
    if (!body) co_return body.problem();
    auto const device = device_said(body->device);
    if (!device) co_return device.problem();
    auto done = co_await access.set_device(viewer, *device);
    if (!done) co_return done.problem();
    auto reply = net::no_content();
    auto const token = request.cookie(session_cookie(request));
    reply.headers.push_back(session_cookie_of(request, token, *device));
    co_return reply;
}

Task<Result<net::Reply>> set_password(Access& access, Viewer const& viewer, net::Request& request) {
    auto body = request.json<NewPasswordBody>();
    if (!body) co_return body.problem();
    auto done =
        co_await access.set_password(viewer, std::move(body->current), std::move(body->password));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> set_settings(Access& access, Viewer const& viewer, net::Request& request) {
    auto body = request.json<SettingsBody>();
    if (!body) co_return body.problem();
    Settings settings{std::move(body->text_size), std::move(body->theme),
                      std::move(body->enter_key)};
    auto kept = co_await access.set_settings(viewer, std::move(settings));
    if (!kept) co_return kept.problem();
    co_return net::ok(settings_json(*kept));
}

Task<Result<net::Reply>> issue_card(Access& access, Viewer const& viewer, net::Request& request) {
    auto proof = proof_in(request);
    if (!proof) co_return proof.problem();
    auto const person = request.id<PersonId>("person");
    auto card = co_await access.issue_card(viewer, person, *std::move(proof));
    if (!card) co_return card.problem();
    co_return net::created(card_json(*card, request));
}

}  // namespace

void add_routes(net::Router& router, Door const& door, Access& access) {
    using enum net::Method;
    auto anyone = [&](Task<Result<net::Reply>> (*answer)(Access&, net::Request&)) {
        return net::Handler{[&access, answer](net::Request& r) { return answer(access, r); }};
    };
    auto member = [&](Task<Result<net::Reply>> (*answer)(Access&, Viewer const&, net::Request&)) {
        return door.member(
            [&access, answer](Viewer const& v, net::Request& r) { return answer(access, v, r); });
    };
    auto member_without_body = [&](Task<Result<net::Reply>> (*answer)(Access&, Viewer const&)) {
        return door.member(
            [&access, answer](Viewer const& v, net::Request&) { return answer(access, v); });
    };
    router.add({post, "/api/v1/session/code", "anyone", anyone(sign_in_by_code)});
    router.add({post, "/api/v1/session/password", "anyone", anyone(sign_in_by_password)});
    router.add({get, "/api/v1/session", "member", member_without_body(get_session)});
    net::Handler const leave =
        door.member([&access](Viewer const& v, net::Request& r) { return sign_out(access, v, r); },
                    Use::leaving);
    router.add({remove, "/api/v1/session", "member", leave});
    router.add({put, "/api/v1/session/device", "member", member(set_device)});
    router.add({put, "/api/v1/me/password", "member", member(set_password)});
    router.add({put, "/api/v1/me/settings", "member", member(set_settings)});
    router.add(
        {post, "/api/v1/directory/people/{person}/card", "permission sign_in", member(issue_card)});
}

}  // namespace horenso::access
