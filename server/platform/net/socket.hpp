#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace horenso::net {

/// Bytes framed once (RFC 6455 §5.2, unmasked, FIN) and shared by every connection that gets them.
using Frame = std::shared_ptr<std::string const>;
Frame text_frame(std::string_view text);
/// Several texts framed one after the other in one buffer.
Frame text_frames(std::vector<std::string_view> const& texts);

/// Close codes, RFC 6455 §7.4.1; 4000–4999 are ours.
enum class CloseCode : std::uint16_t {
    normal = 1000,
    going_away = 1001,
    protocol_error = 1002,
    unsupported = 1003,
    not_utf8 = 1007,
    policy = 1008,
    too_big = 1009,
    internal = 1011,
    try_again = 1013,
    resync = 4001,      ///< the reader was too slow; come back and ask /sync
    signed_out = 4003,  ///< the session is over
};

/// A WebSocket as its user sees it. Bound to the loop that accepted it: call only from that loop.
class Socket {
public:
    virtual ~Socket() = default;

    /// Queues the frame; everything queued in one turn of the loop leaves in one `sendmsg`. Above the
    /// limit of unsent bytes the socket is closed with `resync`, and the call has no effect.
    virtual void send(Frame const& frame) = 0;

    /// Sends a close frame and ends the connection when the peer has answered or 5 s are over.
    virtual void close(CloseCode code) = 0;
};

/// Who uses a socket. Owned by the connection; destroyed, on the connection's loop, when it is over.
class SocketUser {
public:
    virtual ~SocketUser() = default;
    /// The handshake has been sent. `socket` lives longer than this object.
    virtual void opened(Socket& socket) = 0;
    /// A whole text message, valid UTF-8.
    virtual void received(std::string_view text) = 0;
};

}  // namespace horenso::net
