#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <string>

#include "platform/net/descriptor.hpp"

namespace horenso::net {

/// Accepts connections on one loop and hands them on. Keeps itself alive until `close`.
class Acceptor : public std::enable_shared_from_this<Acceptor> {
public:
    /// `remote` is the peer's address, "" on a local socket.
    using Admit = std::function<void(Descriptor accepted, std::string remote)>;

    Acceptor(boost::asio::io_context& context, Descriptor listening, Admit admit);
    void start();  ///< on the loop
    void end();    ///< on the loop: admits who has connected already, and closes
    void close();  ///< on the loop

private:
    void wait();
    void accept_waiting();
    bool accept_one();

    boost::asio::posix::stream_descriptor descriptor_;
    boost::asio::steady_timer rest_;
    Admit admit_;
};

}  // namespace horenso::net
