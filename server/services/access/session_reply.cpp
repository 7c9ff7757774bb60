#include "services/access/session_reply.hpp"

#include "services/access/known.hpp"
#include "services/access/view.hpp"

namespace horenso::access {

net::Header cookie_of(net::Request const& request, std::string name, std::string_view value,
                      std::optional<std::chrono::seconds> life) {
    name.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Lax");
    if (request.is_secure()) name += "; Secure";
    if (life) name += "; Max-Age=" + std::to_string(life->count());
    return {"Set-Cookie", std::move(name)};
}

net::Header session_cookie_of(net::Request const& request, std::string_view token,
                              DeviceClass device) {
    auto life = std::optional<std::chrono::seconds>{session_life};
    if (device == DeviceClass::shared) life.reset();
    return cookie_of(request, session_cookie(request), token, life);
}

net::Header forgotten_cookie(net::Request const& request) {
    return cookie_of(request, session_cookie(request), "", std::chrono::seconds{0});
}

net::Reply welcome(net::Request const& request, SignedIn const& signed_in) {
    auto reply = net::created(view_json(signed_in.view));
    reply.headers.push_back(session_cookie_of(request, signed_in.token, signed_in.view.device));
    if (signed_in.device)
        reply.headers.push_back(
            cookie_of(request, device_cookie(request), *signed_in.device, device_life));
    return reply;
}

Result<DeviceClass> device_said(std::optional<std::string> const& word) {
    if (!word) return DeviceClass::personal;
    if (auto const device = device_of(*word); word_of(device) == *word) return device;
    return Problem{.status = 422,
                   .code = "json.bad_fields",
                   .fields = {{.path = "device", .code = "access.unknown_device"}}};
}

Result<Proof> proof_in(net::Request const& request) {
    if (request.body.empty()) return Proof{};
    return request.json<Proof>();
}

Arrival arrival_of(net::Request const& request, DeviceClass device) {
    return {.address = request.remote,
            .device = device,
            .cookie = std::string{request.cookie(device_cookie(request))},
            .browser = std::string{request.header("user-agent")}};
}

}  // namespace horenso::access
