#include "load/idle.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <iostream>
#include <stdexcept>

#include "load/clock.hpp"
#include "load/frames.hpp"

namespace horenso::load {
namespace {

constexpr std::uint64_t standard_input = ~std::uint64_t{0};

void watch(int epoll, int file, std::uint64_t tag) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tag;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, file, &event) != 0)
        throw std::runtime_error("epoll_ctl failed");
}

bool input_ended() {
    char byte = 0;
    return read(STDIN_FILENO, &byte, 1) <= 0;
}

/// Sockets that nobody speaks on.
class Sockets {
public:
    explicit Sockets(std::size_t count) : epoll_(epoll_create1(EPOLL_CLOEXEC)) {
        connections_.reserve(count);
        watch(epoll_, STDIN_FILENO, standard_input);
    }
    ~Sockets() { close(epoll_); }
    Sockets(Sockets const&) = delete;

    void add(Connection connection) {
        watch(epoll_, connection.socket(), connections_.size());
        connections_.push_back(std::move(connection));
    }

    /// Serves what is readable; false when standard input has ended.
    bool turn(int wait_ms) {
        std::array<epoll_event, 256> events;
        auto const count =
            epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), wait_ms);
        for (int i = 0; i < count; ++i) {
            auto const tag = events[static_cast<std::size_t>(i)].data.u64;
            if (tag == standard_input) {
                if (input_ended()) return false;
            } else {
                read_and_answer(connections_[tag]);
            }
        }
        return true;
    }

    std::size_t open() const { return connections_.size() - signed_out_; }
    std::size_t signed_out() const { return signed_out_; }

private:
    void read_and_answer(Connection& connection) {
        std::array<char, 65536> buffer;
        auto const got = recv(connection.socket(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN) return;
        if (got <= 0) throw std::runtime_error("the server closed a socket without a word");
        connection.unread.append(buffer.data(), static_cast<std::size_t>(got));
        auto const used =
            scan_frames(connection.unread, [&](Opcode opcode, std::string_view payload) {
                if (opcode == Opcode::ping) connection.send(client_frame(Opcode::pong, payload));
                if (opcode == Opcode::close) end(connection, payload);
            });
        connection.unread.erase(0, used);
    }

    void end(Connection const& connection, std::string_view payload) {
        if (payload.substr(0, 2) != signed_out_code)
            throw std::runtime_error("the server sent a close frame");
        ++signed_out_;
        epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.socket(), nullptr);
    }

    static constexpr std::string_view signed_out_code = "\x0F\xA3";  // 4003
    int epoll_;
    std::vector<Connection> connections_;
    std::size_t signed_out_ = 0;
};

std::vector<std::string> cookies_of(Plan const& plan) {
    std::vector<std::string> cookies;
    for (auto const& room : plan.rooms)
        cookies.insert(cookies.end(), room.cookies.begin(), room.cookies.end());
    return cookies;
}

void open_all(Plan const& plan, std::size_t count, Sockets& sockets) {
    auto const cookies = cookies_of(plan);
    auto const path =
        plan.target == Target::product ? std::string{"/api/v1/live"} : "/" + plan.rooms.front().id;
    for (std::size_t i = 0; i < count; ++i) {
        Connection connection(plan.address);
        connection.upgrade(plan.address, path, cookies[i % cookies.size()]);
        sockets.add(std::move(connection));
        sockets.turn(0);
    }
    std::cout << R"({"open":)" << count << "}" << std::endl;
}

}  // namespace

void hold_idle(Plan const& plan, std::size_t count) {
    Sockets sockets{count};
    open_all(plan, count, sockets);
    while (sockets.turn(-1))
        if (sockets.signed_out() > 0) throw std::runtime_error("an idle socket was signed out");
}

void hold_until_signed_out(Plan const& plan, std::size_t count) {
    Sockets sockets{count};
    open_all(plan, count, sockets);
    while (sockets.open() > 0)
        if (!sockets.turn(-1)) throw std::runtime_error("told to end before all were signed out");
    std::cout << R"({"signed_out":)" << sockets.signed_out() << R"(,"last_ns":)" << now_ns() << "}"
              << std::endl;
}

}  // namespace horenso::load
