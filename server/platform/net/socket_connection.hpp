#pragma once
#include <memory>
#include <string>
#include <vector>

#include "platform/net/frame.hpp"
#include "platform/net/hub.hpp"
#include "platform/net/socket.hpp"
#include "platform/net/transport.hpp"

namespace horenso::net {

/// A WebSocket after its handshake: a plain state machine, because a suspended coroutine would cost more
/// than all of it. Kept alive by what it waits for.
class SocketConnection final : public Socket,
                               public Guest,
                               public std::enable_shared_from_this<SocketConnection> {
public:
    SocketConnection(std::shared_ptr<Hub> hub, Transport transport, std::unique_ptr<Seat> seat,
                     std::unique_ptr<SocketUser> user);
    ~SocketConnection() override;

    /// Begins to serve; `first` is what the client sent behind its handshake.
    void open(std::string first);

    void send(Frame const& frame) override;
    void close(CloseCode code) override;

    void flush();  ///< by the hub, at the end of the turn
    void sweep(Moment now) override;
    void drain() override { close(CloseCode::going_away); }

private:
    enum class State : std::uint8_t { open, closing, over };
    enum class Written : std::uint8_t { all, blocked, broken };

    void wait_readable();
    void on_readable();
    void hear(std::span<char> bytes);
    void give_text(std::string_view text);
    void queue(Frame const& frame);
    void drop_unsent();
    Written write_out();
    void advance(std::size_t bytes);
    void wait_writable();
    void finish();

    std::shared_ptr<Hub> hub_;
    Transport transport_;
    std::unique_ptr<Seat> seat_;
    std::unique_ptr<SocketUser> user_;
    FrameReader reader_;
    std::vector<Frame> queue_;  // `first_` is the first not wholly sent, `offset_` bytes of it are
    std::size_t first_ = 0;
    std::size_t offset_ = 0;
    std::size_t unsent_ = 0;  // bytes
    Moment deadline_;         // open: the next ping; closing: the end
    State state_ = State::open;
    bool dirty_ = false;      // the hub will flush it
    bool blocked_ = false;    // waits until the peer has read
    bool heard_from_ = true;  // since the last ping
    bool deaf_ = false;       // what comes is thrown away: the peer has closed, or broken the rules
    bool peer_closed_ = false;
};

}  // namespace horenso::net
