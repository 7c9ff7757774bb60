#include "load/idle.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <iostream>
#include <stdexcept>

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

void read_and_answer(Connection& connection) {
    std::array<char, 65536> buffer;
    auto const got = recv(connection.socket(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) throw std::runtime_error("the server closed an idle socket");
    connection.unread.append(buffer.data(), static_cast<std::size_t>(got));
    auto const used = scan_frames(connection.unread, [&](Opcode opcode, std::string_view payload) {
        if (opcode == Opcode::ping) connection.send(client_frame(Opcode::pong, payload));
        if (opcode == Opcode::close) throw std::runtime_error("the server sent a close frame");
    });
    connection.unread.erase(0, used);
}

bool input_ended() {
    char byte = 0;
    return read(STDIN_FILENO, &byte, 1) <= 0;
}

/// Serves what is readable; false when standard input has ended.
bool turn(int epoll, std::vector<Connection>& connections, int wait_ms) {
    std::array<epoll_event, 256> events;
    auto const count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), wait_ms);
    for (int i = 0; i < count; ++i) {
        auto const tag = events[static_cast<std::size_t>(i)].data.u64;
        if (tag == standard_input) {
            if (input_ended()) return false;
        } else {
            read_and_answer(connections[tag]);
        }
    }
    return true;
}

std::vector<std::string> cookies_of(Plan const& plan) {
    std::vector<std::string> cookies;
    for (auto const& room : plan.rooms)
        cookies.insert(cookies.end(), room.cookies.begin(), room.cookies.end());
    return cookies;
}

}  // namespace

void hold_idle(Plan const& plan, std::size_t count) {
    int const epoll = epoll_create1(EPOLL_CLOEXEC);
    watch(epoll, STDIN_FILENO, standard_input);
    auto const cookies = cookies_of(plan);
    auto const path =
        plan.target == Target::product ? std::string{"/api/v1/live"} : "/" + plan.rooms.front().id;
    std::vector<Connection> connections;
    connections.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        Connection connection(plan.address);
        connection.upgrade(plan.address, path, cookies[i % cookies.size()]);
        watch(epoll, connection.socket(), i);
        connections.push_back(std::move(connection));
        turn(epoll, connections, 0);
    }
    std::cout << R"({"open":)" << count << "}" << std::endl;
    while (turn(epoll, connections, -1)) continue;
    close(epoll);
}

}  // namespace horenso::load
