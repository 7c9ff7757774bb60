#pragma once
#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/catalogue.hpp"
#include "platform/net/loops_impl.hpp"
#include "platform/net/server.hpp"

namespace horenso::net {

class SocketConnection;
using Moment = std::chrono::steady_clock::time_point;

/// An open connection as its hub sees it.
class Guest {
public:
    virtual void sweep(Moment now) = 0;  ///< once a second: are deadlines over?
    virtual void drain() = 0;            ///< the server closes: come to an end

protected:
    ~Guest() = default;

private:
    friend class Hub;
    std::size_t place_ = 0;
};

/// A connection's place under the limit; also what shutdown waits for.
class Seat {
public:
    Seat(std::shared_ptr<std::atomic<std::size_t>> taken, Loops::Impl& loops)
        : taken_(std::move(taken)), number_(++*taken_), work_(loops) {}
    ~Seat() { --*taken_; }
    Seat(Seat const&) = delete;

    /// How many were taken when this one was, itself among them.
    std::size_t number() const { return number_; }

private:
    std::shared_ptr<std::atomic<std::size_t>> taken_;
    std::size_t number_;
    Loops::Impl::Work work_;
};

/// What the connections of one server on one loop share. Touched on that loop only. Connections hold
/// it, so it outlives the server where a handler hangs.
class Hub : public std::enable_shared_from_this<Hub> {
public:
    Hub(Loops& loops, int loop, Catalogue const& catalogue, Limits const& limits);
    void start();  ///< begins to sweep; from any thread, once

    Loops& loops() const { return loops_; }
    int loop() const { return loop_; }
    boost::asio::io_context& context() const { return context_; }
    Catalogue const& catalogue() const { return catalogue_; }
    Limits const& limits() const { return limits_; }

    std::span<char> scratch() { return scratch_; }  ///< for what is read and used up at once
    std::string_view date() const { return date_; }
    std::string new_request_id();

    void enter(Guest& guest);
    void leave(Guest& guest);

    /// Writes what `socket` has queued when everything that is ready in this turn has run.
    void flush_later(SocketConnection& socket);
    void forget(SocketConnection& socket);  ///< it goes before its flush

    void drain();
    bool is_draining() const { return draining_; }

    /// One of the TLS handshakes under way; counts while it lives.
    class Handshake {
    public:
        explicit Handshake(Hub& hub) : hub_(hub) { ++hub_.handshakes_; }
        ~Handshake() { --hub_.handshakes_; }
        Handshake(Handshake const&) = delete;
        bool is_one_too_many() const { return hub_.handshakes_ > hub_.limits_.handshakes; }

    private:
        Hub& hub_;
    };

private:
    void sweep();
    void flush();

    Loops& loops_;
    int loop_;
    boost::asio::io_context& context_;
    Catalogue const& catalogue_;
    Limits limits_;
    std::vector<char> scratch_;
    std::string date_;
    std::mt19937_64 random_{std::random_device{}()};
    std::vector<Guest*> guests_;
    std::vector<SocketConnection*> to_flush_;
    std::vector<SocketConnection*> flushing_;
    bool draining_ = false;
    std::size_t handshakes_ = 0;
};

}  // namespace horenso::net
