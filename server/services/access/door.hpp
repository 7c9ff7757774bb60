#pragma once
#include <functional>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "services/directory/directory.hpp"

namespace horenso::access {

class Access;

using directory::MemberHandler;

/// The only way from a route to a feature: it finds out who is asking, and nobody who isn't signed in
/// gets past. What the viewer may do is checked by the operation, inside its transaction.
class Door {
public:
    explicit Door(Access& access) : access_(access) {}

    std::function<Task<Result<net::Reply>>(net::Request&)> member(MemberHandler answer) const;
    Task<Result<Viewer>> identify(net::Request& request) const;

private:
    Access& access_;
};

/// The cookie that carries the session.
inline constexpr char const* session_cookie = "horenso_session";

}  // namespace horenso::access
