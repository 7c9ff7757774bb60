#include "services/access/door.hpp"

#include "platform/net/message.hpp"
#include "services/access/known.hpp"

namespace horenso::access {
namespace {

Task<Result<net::Reply>> as_member(Door const& door, MemberHandler const& answer, Use use,
                                   net::Request& request) {
    auto viewer = co_await door.identify(request, use);
    if (!viewer) co_return viewer.problem();
    co_await door.watch(*viewer, request, use);
    co_return co_await answer(*viewer, request);
}

Task<Result<Done>> as_admitted(Door const& door,
                               std::function<Task<Result<Done>>(Viewer const&)> const& may,
                               net::Request& request) {
    auto viewer = co_await door.identify(request, Use::person);
    if (!viewer) co_return viewer.problem();
    co_return co_await may(*viewer);
}

}  // namespace

std::function<Task<Result<Done>>(net::Request&)> Door::admit(
    std::function<Task<Result<Done>>(Viewer const&)> may) const {
    return [this, may = std::move(may)](net::Request& request) {
        return as_admitted(*this, may, request);
    };
}

std::function<Task<Result<net::Reply>>(net::Request&)> Door::member(MemberHandler answer,
                                                                    Use use) const {
    return [this, use, answer = std::move(answer)](net::Request& request) {
        return as_member(*this, answer, use, request);
    };
}

Task<> Door::watch(Viewer const& viewer, net::Request const& request, Use use) const {
    if (watch_ && use == Use::person && request.method != net::Method::get)
        co_await watch_(viewer, request);
}

Task<Result<Viewer>> Door::identify(net::Request& request, Use use) const {
    return access_.identify({.token = std::string{request.cookie(session_cookie(request))},
                             .use = use,
                             .address = request.remote,
                             .device = std::string{request.cookie(device_cookie(request))}});
}

}  // namespace horenso::access
