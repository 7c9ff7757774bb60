#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/net/head.hpp"
#include "platform/net/router.hpp"

namespace horenso::net {

/// What one listener serves, and under which names it may be called.
struct Site {
    Router const* router = nullptr;
    std::vector<std::string> hosts =
        {};  ///< "127.0.0.1:8080", "localhost:8080"; empty on a local socket
    std::vector<std::string> origins = {};  ///< the same with their scheme
};

/// The site of a listener on `host` (brackets round an IPv6 address).
Site site_of(Router const& router, std::string const& host, std::uint16_t port);

/// Foreign pages and rebound names stay out: `Host` must be ours, and whatever changes something or
/// opens a WebSocket must carry our `Origin`. A local socket has neither and is open to its owner only.
std::optional<Problem> refuse_foreign(Site const& site, Head const& head);

/// A body that is too long for the route, or of another kind than it takes.
std::optional<Problem> refuse_body(Route const& route, Head const& head);

}  // namespace horenso::net
