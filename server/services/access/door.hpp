#pragma once
#include <functional>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/net/message.hpp"
#include "services/directory/directory.hpp"

namespace horenso::access {

class Access;

using directory::MemberHandler;

/// Who is behind a request: a person who does something, or a screen that asks by itself while it stands
/// open (the line, catching up, what scrolled into view). Only a person keeps a session on a shared
/// device from ending for want of use. Whoever leaves may do that from anywhere.
enum class Use { person, screen, leaving };

/// The only way from a route to a feature: it finds out who is asking, and nobody who isn't signed in
/// gets past. What the viewer may do is checked by the operation, inside its transaction.
class Door {
public:
    /// Hears of everything that a person does, before it is done; looking at something is nothing done.
    using Watch = std::function<Task<>(Viewer const&, net::Request const&)>;
    explicit Door(Access& access, Watch hears = {}) : access_(access), watch_(std::move(hears)) {}

    std::function<Task<Result<net::Reply>>(net::Request&)> member(MemberHandler answer,
                                                                  Use use = Use::person) const;
    /// For routes with a large body: whoever isn't signed in, or whom `may` refuses, is told before it comes.
    std::function<Task<Result<Done>>(net::Request&)> admit(
        std::function<Task<Result<Done>>(Viewer const&)> may) const;
    Task<Result<Viewer>> identify(net::Request& request, Use use) const;
    Task<> watch(Viewer const& viewer, net::Request const& request, Use use) const;

private:
    Access& access_;
    Watch watch_;
};

/// The cookies that carry the session and name the device. By TLS their names say that only this host has set them, and
/// only by TLS (RFC 6265bis, __Host-): no neighbour on the same domain can slip in one of theirs.
inline char const* session_cookie(net::Request const& request) {
    return request.is_secure() ? "__Host-horenso_session" : "horenso_session";
}
inline char const* device_cookie(net::Request const& request) {
    return request.is_secure() ? "__Host-horenso_device" : "horenso_device";
}

}  // namespace horenso::access
