#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/task.hpp"
#include "platform/net/message.hpp"
#include "platform/net/socket.hpp"

namespace horenso::net {

using Handler = std::function<Task<Result<Reply>>(Request&)>;

/// Answers a WebSocket request: what to do with the socket, or why it was refused.
using Upgrade = std::function<Task<Result<std::unique_ptr<SocketUser>>>(Request&)>;

/// Whether a body may come at all.
using Admit = std::function<Task<Result<Done>>(Request&)>;

/// One line of the route table. `{name}` in the pattern stands for one path segment.
struct Route {
    Method method = Method::get;
    std::string pattern = {};  ///< "/api/v1/talk/rooms/{room}/messages"
    std::string authz = {};    ///< who may call it, as `x-authz` in api/ says it
    std::variant<Handler, Upgrade> answer = {};
    static constexpr std::size_t usual_body = 64 * 1024;
    std::size_t body_limit = usual_body;  ///< bytes; more is 413
    /// Media types of the body, with a space between; another is 415, "" takes any.
    std::string accepts = "application/json";
    /// Asked before the handler, and before more than the usual body is read: a stranger's is not even taken.
    Admit admit = {};
};

/// The route table. Built once at start, then only read. Literal segments win over `{name}`; a path
/// that exists under another method is 405 with `Allow`; HEAD is answered as GET without its body.
class Router {
public:
    /// Throws std::logic_error if a route of the same method and shape is there already.
    void add(Route route);
    std::vector<Route> const& routes() const { return routes_; }
    /// Every route so far that takes more than the usual body asks first.
    void admit_large(std::function<Admit(Route const&)> const& make);

    struct Match {
        Route const* route = nullptr;
        std::vector<std::pair<std::string, std::string>> parameters;
        std::vector<Method> allowed;  ///< methods the path has, when `route` is null
    };
    Match find(Method method, std::string_view path) const;

private:
    std::vector<Route> routes_;
};

}  // namespace horenso::net
