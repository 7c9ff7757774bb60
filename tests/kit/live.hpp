// Live on two real loops, with sockets that keep what they are sent.
#pragma once
#include <gtest/gtest.h>

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/net/loops.hpp"
#include "services/live/hub.hpp"
#include "services/live/live.hpp"
#include "services/live/refresh.hpp"

namespace horenso::live::kit {

/// The texts in bytes of whole unmasked frames, each below 64 KB.
inline std::vector<std::string> texts(std::string const& bytes) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at + 2 <= bytes.size();) {
        auto const byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(bytes.at(i)));
        };
        auto size = byte(at + 1);
        at += 2;
        if (size == 126) {
            size = byte(at) << 8 | byte(at + 1);
            at += 2;
        }
        all.push_back(bytes.substr(at, size));
        at += size;
    }
    return all;
}

/// Touched on its loop only.
class FakeSocket final : public net::Socket {
public:
    void send(net::Frame const& frame) override { frames.push_back(frame); }
    void close(net::CloseCode code) override { closed = code; }

    std::vector<net::Frame> frames;
    std::optional<net::CloseCode> closed;
};

inline Stream const room{OrgId{1}, "room", 10};
inline Stream const other_room{OrgId{1}, "room", 11};

/// Not counted, unless it has a version.
inline Told event(Stream const& stream, std::string text, std::int64_t version = 0) {
    return {.stream = stream, .version = version, .json = std::move(text)};
}
inline Told joined(Stream const& stream, std::int64_t person) {
    return {.what = Told::What::reader_joined, .stream = stream, .person = person};
}
inline Told left(Stream const& stream, std::int64_t person) {
    return {.what = Told::What::reader_left, .stream = stream, .person = person};
}
inline Told ended(std::int64_t person, std::int64_t session) {
    return {.what = Told::What::access_ended,
            .stream = {OrgId{1}, "person", person},
            .person = person,
            .session = session};
}

class LiveOnLoops : public testing::Test {
protected:
    LiveOnLoops() {
        live.show([this](Reader reader) { return visible(reader); });
        live.on_access_ended([this](OrgId, std::int64_t whose, std::int64_t session) {
            forgotten_.at(static_cast<std::size_t>(net::Loops::current()))
                .emplace_back(whose, session);
        });
        thread_ = std::jthread{[this] { loops.run(); }};
    }
    ~LiveOnLoops() override {
        stop();
        sockets_.clear();  // before Live, on the only thread that is left
    }
    void stop() {
        loops.stop();
        if (thread_.joinable()) thread_.join();
    }

    /// Runs `work` on a loop after all that was posted there, and gives what it gives.
    template <class F>
    auto on(int loop, F work) {
        std::promise<decltype(work())> done;
        loops.post(loop, [&] {
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                done.set_value();
            } else {
                done.set_value(work());
            }
        });
        return done.get_future().get();
    }

    /// Whoever sits at a socket: opened on `loop`, subscribed to what `sees` has for the person.
    struct Seat {
        int loop = 0;
        std::unique_ptr<FakeSocket> socket = std::make_unique<FakeSocket>();
        std::unique_ptr<net::SocketUser> user = {};
    };
    Seat& open(int loop, Reader reader) {
        auto& seat = make(loop, reader);
        on(loop, [&] { seat.user->opened(*seat.socket); });
        return seat;
    }
    /// As `open`, before the handshake is over.
    Seat& make(int loop, Reader reader) {
        std::promise<void> done;
        auto& seat = *sockets_.emplace_back(std::make_unique<Seat>(Seat{.loop = loop}));
        loops.spawn(loop, "test.open", [&] { return open_into(seat, reader, done); });
        done.get_future().get();
        return seat;
    }
    static Reader person(std::int64_t number, std::int64_t session = 1) {
        return {OrgId{1}, number, session};
    }

    void deliver(std::vector<Told> told) { live.deliver(std::move(told)); }

    /// What came at the socket so far, without the hello.
    std::vector<std::string> heard(Seat& seat) {
        auto all = everything(seat);
        if (!all.empty()) all.erase(all.begin());
        return all;
    }
    std::vector<std::string> everything(Seat& seat) {
        return on(seat.loop, [&] {
            std::vector<std::string> all;
            for (auto const& frame : seat.socket->frames)
                for (auto& text : texts(*frame)) all.push_back(std::move(text));
            return all;
        });
    }
    std::optional<net::CloseCode> closed(Seat& seat) {
        return on(seat.loop, [&] { return seat.socket->closed; });
    }

    using Endings = std::vector<std::pair<std::int64_t, std::int64_t>>;
    /// Person and session of whatever was heard to end on a loop.
    Endings forgotten(int loop) {
        return on(loop, [&] { return forgotten_.at(static_cast<std::size_t>(loop)); });
    }
    /// The socket goes, as when its connection is over.
    void leave(Seat& seat) {
        on(seat.loop, [&] { seat.user.reset(); });
    }

    net::Loops loops{2};
    Live live{{loops, "1.2.3"}};
    std::map<std::int64_t, std::vector<Stream>> sees;  ///< by person; set before anybody comes
    std::int64_t stands_at = 0;                        ///< all of them, when a list is read
    std::function<void(Reader)> while_listing;         ///< called while a list is being read

private:
    Task<std::vector<Standing>> visible(Reader reader) {
        std::vector<Standing> list;
        for (auto const& stream : sees[reader.person]) list.push_back({stream, stands_at});
        if (while_listing) while_listing(reader);
        auto const loop = co_await boost::asio::this_coro::executor;
        co_await boost::asio::post(loop, boost::asio::use_awaitable);  // others run meanwhile
        co_return list;
    }
    Task<> open_into(Seat& seat, Reader reader, std::promise<void>& done) {
        seat.user = co_await live.open(reader);
        done.set_value();
    }

    std::array<Endings, 2> forgotten_;
    std::vector<std::unique_ptr<Seat>> sockets_;
    std::jthread thread_;
};

}  // namespace horenso::live::kit
