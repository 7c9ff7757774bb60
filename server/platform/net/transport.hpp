#pragma once
#include <sys/uio.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <cstddef>
#include <span>
#include <utility>

namespace horenso::net {

/// What came of moving bytes: some went, none can now, or none ever will.
struct Moved {
    enum class How { some, later, over } how = How::over;
    std::size_t bytes = 0;
};

/// The bytes of one connection. The only class that reads and writes a connection's descriptor; TLS
/// will stand behind the same five functions.
class Transport {
public:
    using Direction = boost::asio::posix::descriptor_base::wait_type;
    static constexpr Direction reading = boost::asio::posix::descriptor_base::wait_read;
    static constexpr Direction writing = boost::asio::posix::descriptor_base::wait_write;

    /// Takes over `descriptor`, which is non-blocking.
    Transport(boost::asio::io_context& context, int descriptor)
        : descriptor_(context, descriptor) {}

    Moved receive(std::span<char> into);
    /// Everything in one `sendmsg`; at most `most_parts` parts.
    Moved send(std::span<iovec const> parts);
    static constexpr std::size_t most_parts = 512;

    /// Waits until it is worth trying again; `token` gets an error when cancelled.
    template <class Token>
    auto wait(Direction direction, Token&& token) {
        return descriptor_.async_wait(direction, std::forward<Token>(token));
    }

    void end_sending();  ///< the peer reads to the end and finds it
    void cancel();       ///< ends what waits
    void close();        ///< and what waits

private:
    boost::asio::posix::stream_descriptor descriptor_;
};

}  // namespace horenso::net
