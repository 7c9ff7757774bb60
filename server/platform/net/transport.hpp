#pragma once
#include <sys/uio.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "platform/net/moved.hpp"
#include "platform/net/tls_stream.hpp"

namespace horenso::net {

/// The bytes of one connection, as they are or through TLS: who reads and writes here can't tell. Only
/// this and what it owns touch the connection's descriptor.
class Transport {
public:
    using Direction = boost::asio::posix::descriptor_base::wait_type;
    static constexpr Direction reading = boost::asio::posix::descriptor_base::wait_read;
    static constexpr Direction writing = boost::asio::posix::descriptor_base::wait_write;

    /// Takes over `descriptor`, which is non-blocking.
    Transport(boost::asio::io_context& context, int descriptor)
        : descriptor_(context, descriptor) {}

    /// `into` has room for `TlsStream::largest_record` bytes.
    Moved receive(std::span<char> into);
    /// Everything in one `sendmsg`, or in one TLS record; at most `most_parts` parts. What isn't told as
    /// sent is offered again, and begins with the same byte.
    Moved send(std::span<iovec const> parts);
    static constexpr std::size_t most_parts = 512;

    /// Waits until it is worth trying again; `token` gets an error when cancelled.
    template <class Token>
    auto wait(Direction direction, Token&& token) {
        return descriptor_.async_wait(direction, std::forward<Token>(token));
    }

    /// The first byte that the peer sent, without taking it; nothing if it has sent none.
    std::optional<char> first_byte();
    /// From now on the peer speaks TLS; before anything else come the handshake's steps.
    void secure(std::shared_ptr<TlsSetting const> setting);
    bool is_secure() const { return tls_ != nullptr; }
    TlsStream::Handshake shake_hands() { return tls_->shake_hands(); }

    void end_sending();  ///< the peer reads to the end and finds it
    void cancel();       ///< ends what waits
    void close();        ///< and what waits

private:
    boost::asio::posix::stream_descriptor descriptor_;
    std::unique_ptr<TlsStream> tls_;  // none: bytes as they are
};

}  // namespace horenso::net
