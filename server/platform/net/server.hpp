#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/catalogue.hpp"
#include "platform/net/loops.hpp"
#include "platform/net/router.hpp"
#include "platform/net/tls.hpp"

namespace horenso::net {

struct Limits {
    std::size_t header_bytes = 16 * 1024;  ///< more is 431
    std::size_t connections = 15'000;      ///< more are answered 503 and closed
    std::size_t handshakes = 2'000;        ///< of TLS under way on one loop; more are closed
    std::size_t socket_message_bytes = 64 * 1024;  ///< one WebSocket message
    std::size_t socket_queue_bytes = 256 * 1024;   ///< unsent bytes before `resync`
    std::chrono::seconds head_deadline{10};        ///< for a whole request head
    std::chrono::seconds body_deadline{30};
    std::chrono::seconds idle_deadline{75};  ///< kept-alive connection without a request
    std::chrono::seconds ping_period{30};    ///< WebSocket; no pong until the next one: gone
};

/// The address is taken, or may not be used. `code` stands in the message catalogue:
/// net.address_taken, net.not_loopback, net.bad_address, net.cannot_listen.
struct CannotListen : std::runtime_error {
    CannotListen(std::string why, std::string const& address)
        : std::runtime_error(why + ": " + address), code(std::move(why)) {}
    std::string code;
};

/// Speaks HTTP/1.1 and WebSocket on TCP and on local sockets. Every reply carries the strict security
/// headers (docs/adr); a Problem becomes application/problem+json in the words of `catalogue`; what a
/// handler throws is logged with the request id and answered 500. Call `listen` before `Loops::run`, or
/// on loop 0; destroy it while the loops don't run.
class Server {
public:
    struct Needs {
        Loops& loops;
        Router const& router;
        Catalogue const& catalogue;
    };
    Server(Needs needs, Limits limits);
    ~Server();

    /// How people reach a listener. It answers to its own address, to `localhost` with its port, and to
    /// `names`; requests that change something must carry one of these as their Origin.
    struct Place {
        std::string address;                  ///< "127.0.0.1:8080", "[::1]:0", "0.0.0.0:8443"
        std::vector<std::string> names = {};  ///< "minato.example", "[fd00::1]", also with a port
        /// None: plain HTTP, on loopback only (`names` are then those of a proxy that speaks TLS).
        std::shared_ptr<TlsSetting const> tls = nullptr;
        /// With `tls`, what is also answered in plain HTTP; all else is led to TLS.
        Router const* before_tls = nullptr;
    };
    /// Gives the address that is really used. Throws CannotListen.
    std::string listen(Place const& place);

    /// From now on handshakes show this certificate. Connections go on with what they began with. On
    /// loop 0.
    void renew(std::shared_ptr<TlsSetting const> setting);

    /// HTTP on a local socket with mode 0600, for a router of its own (no Host or Origin check there).
    /// A socket nobody serves any more is replaced; else throws CannotListen.
    void listen_local(std::filesystem::path const& path, Router const& router);

    /// Stops accepting, lets requests under way end, closes sockets with `going_away`. Returns at once;
    /// from any thread. `Loops::stop` does it too, and waits for the end of it.
    void close();

    struct Impl;

private:
    std::shared_ptr<Impl> impl_;
};

}  // namespace horenso::net
