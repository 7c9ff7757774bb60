#include "services/access/session_reply.hpp"

#include "services/access/known.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

/// Without a life the browser forgets it when it is closed.
std::string cookie(char const* name, std::string_view value,
                   std::optional<std::chrono::seconds> life) {
    auto text = std::string{name} + '=';
    text.append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (life) text += "; Max-Age=" + std::to_string(life->count());
    return text;
}

}  // namespace

std::string session_cookie_of(std::string_view token, DeviceClass device) {
    if (device == DeviceClass::shared) return cookie(session_cookie, token, std::nullopt);
    return cookie(session_cookie, token, session_life);
}

std::string forgotten_cookie() { return cookie(session_cookie, "", std::chrono::seconds{0}); }

net::Reply welcome(SignedIn const& signed_in) {
    auto reply = net::created(view_json(signed_in.view));
    reply.headers.emplace_back("Set-Cookie",
                               session_cookie_of(signed_in.token, signed_in.view.device));
    if (signed_in.device)
        reply.headers.emplace_back("Set-Cookie",
                                   cookie(device_cookie, *signed_in.device, device_life));
    return reply;
}

Result<DeviceClass> device_said(std::optional<std::string> const& word) {
    if (!word) return DeviceClass::personal;
    if (auto const device = device_of(*word); word_of(device) == *word) return device;
    return Problem{.status = 422,
                   .code = "json.bad_fields",
                   .fields = {{.path = "device", .code = "access.unknown_device"}}};
}

Arrival arrival_of(net::Request const& request, DeviceClass device) {
    return {.address = request.remote,
            .device = device,
            .cookie = std::string{request.cookie(device_cookie)},
            .browser = std::string{request.header("user-agent")}};
}

}  // namespace horenso::access
