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
    struct Name {
        std::string host;    ///< "127.0.0.1:8080"
        std::string origin;  ///< "http://127.0.0.1:8080"
    };
    enum class Line {
        plain,
        tls,
        before_tls,  ///< plain HTTP where TLS is expected: what has no route is led to TLS
    };
    Router const* router = nullptr;
    Line line = Line::plain;
    std::vector<Name> names = {};  ///< none on a local socket
};

/// The two sides of a listener.
struct Listener {
    Site site;
    Site before_tls = {};  ///< where `site` speaks TLS
};

/// The site of a listener on `host` (brackets round an IPv6 address), which answers to `localhost` too.
Site site_of(Router const& router, std::string const& host, std::uint16_t port,
             Site::Line line = Site::Line::plain);

/// Adds a name by which people come: "minato.example", "minato.example:8443", "[fd00::1]". Always by
/// https: where the listener speaks plain HTTP, a proxy in front of it has port 443.
void add_name(Site& site, std::string const& name, std::uint16_t listener_port);

/// Our own origin as the peer called us, "https://minato.example"; "" if that is no name of ours.
std::string_view origin_of(Site const& site, Head const& head);

/// Whose address a proxy of ours says it is, where one stands in between; else `peer`.
std::string_view remote_of(Site const& site, Head const& head, std::string_view peer);

/// Foreign pages and rebound names stay out: `Host` must be ours, and whatever changes something or
/// opens a WebSocket must carry our `Origin`. A local socket has neither and is open to its owner only.
std::optional<Problem> refuse_foreign(Site const& site, Head const& head);

/// A body that is too long for the route, or of another kind than it takes.
std::optional<Problem> refuse_body(Route const& route, Head const& head);

}  // namespace horenso::net
