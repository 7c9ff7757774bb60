#include "services/access/session_reply.hpp"

#include "services/access/sessions.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

/// Without a life the browser forgets it when it is closed.
std::string cookie(std::string_view value, std::optional<std::chrono::seconds> life) {
    auto text = std::string{session_cookie} + '=';
    text.append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (life) text += "; Max-Age=" + std::to_string(life->count());
    return text;
}

}  // namespace

std::string session_cookie_of(std::string_view token, DeviceClass device) {
    if (device == DeviceClass::shared) return cookie(token, std::nullopt);
    return cookie(token, session_life);
}

std::string forgotten_cookie() { return cookie("", std::chrono::seconds{0}); }

net::Reply welcome(SignedIn const& signed_in) {
    auto reply = net::created(view_json(signed_in.view));
    reply.headers.emplace_back("Set-Cookie",
                               session_cookie_of(signed_in.token, signed_in.view.device));
    return reply;
}

Result<DeviceClass> device_said(std::optional<std::string> const& word) {
    if (!word || word == "own") return DeviceClass::personal;
    if (word == "shared") return DeviceClass::shared;
    return Problem{.status = 422,
                   .code = "json.bad_fields",
                   .fields = {{.path = "device", .code = "access.unknown_device"}}};
}

}  // namespace horenso::access
