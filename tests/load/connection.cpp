#include "load/connection.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace horenso::load {
namespace {

[[noreturn]] void fail(char const* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

Connection::Connection(Address const& address)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (socket_ < 0) fail("socket");
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    if (inet_pton(AF_INET, address.host.c_str(), &to.sin_addr) != 1)
        fail("an IPv4 address is needed");
    if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) fail("connect");
    int const on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Connection::~Connection() {
    if (socket_ >= 0) close(socket_);
}

Connection::Connection(Connection&& other) noexcept
    : unread(std::move(other.unread)), socket_(std::exchange(other.socket_, -1)) {}

void Connection::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) fail("send");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Connection::upgrade(Address const& address, std::string const& path,
                         std::string const& cookie) {
    std::string request =
        "GET " + path + " HTTP/1.1\r\nHost: " + address.text() +
        "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13" +
        "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://" + address.text();
    if (!cookie.empty()) request += "\r\nCookie: " + cookie;
    send(request + "\r\n\r\n");

    std::array<char, 4096> buffer{};
    std::size_t end = std::string::npos;
    while (end == std::string::npos) {
        auto const got = recv(socket_, buffer.data(), buffer.size(), 0);
        if (got <= 0) throw std::runtime_error("no answer to the WebSocket handshake: " + unread);
        unread.append(buffer.data(), static_cast<std::size_t>(got));
        end = unread.find("\r\n\r\n");
    }
    if (!unread.starts_with("HTTP/1.1 101 ")) throw std::runtime_error("no WebSocket: " + unread);
    unread.erase(0, end + 4);
}

}  // namespace horenso::load
