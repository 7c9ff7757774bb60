#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "platform/base/catalogue.hpp"
#include "platform/net/loops.hpp"
#include "platform/net/router.hpp"

namespace horenso::net {

struct Limits {
    std::size_t header_bytes = 16 * 1024;          ///< more is 431
    std::size_t connections = 15'000;              ///< more are answered 503 and closed
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

    /// Plain HTTP on "127.0.0.1:8080" or "[::1]:0". Only loopback; anything else throws CannotListen.
    /// Gives the address that is really used. Sets which Origin values requests that change something
    /// may carry: the server's own address (and `localhost` with that port).
    std::string listen(std::string const& address);

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
