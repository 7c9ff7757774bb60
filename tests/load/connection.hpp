#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace horenso::load {

struct Address {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::string text() const { return host + ":" + std::to_string(port); }
};

/// A TCP connection. Owns its socket.
class Connection {
public:
    /// Connects (blocking). Throws std::system_error.
    explicit Connection(Address const& address);
    ~Connection();
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&&) = delete;

    int socket() const { return socket_; }

    /// Sends all of `bytes`, waiting if it must.
    void send(std::string_view bytes) const;

    /// Asks for `path` as a WebSocket and waits for the 101; what followed it is in `unread`.
    /// Throws with the server's answer when it says anything else.
    void upgrade(Address const& address, std::string const& path, std::string const& cookie);

    std::string unread;  ///< received, not yet used: the beginning of a frame or of a reply

private:
    int socket_ = -1;
};

}  // namespace horenso::load
