#include "load/http_poster.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>

namespace horenso::load {
namespace {

constexpr std::string_view no_key = "00000000-0000-4000-8000-000000000000";

/// The size of head and body together, once the head is whole; 0 before.
std::size_t reply_size(std::string_view bytes) {
    auto const end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) return 0;
    constexpr std::string_view name = "\r\nContent-Length: ";
    auto const at = bytes.find(name);
    std::size_t length = 0;
    if (at != std::string_view::npos && at < end) {
        char const* digits = bytes.data() + at + name.size();
        std::from_chars(digits, bytes.data() + end, length);
    }
    return end + 4 + length;
}

}  // namespace

HttpPoster::HttpPoster(Address const& address, std::string const& room, std::string const& cookie)
    : connection_(address) {
    std::string const body =
        R"({"body":")" + make_payload() + R"(","client_key":")" + std::string{no_key} + "\"}";
    request_ =
        "POST /api/v1/talk/rooms/" + room + "/messages HTTP/1.1\r\nHost: " + address.text() +
        "\r\nOrigin: http://" + address.text() + "\r\nCookie: " + cookie +
        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
        "\r\n\r\n" + body;
    stamp_at_ = request_.find("@@");
    key_at_ = request_.find(no_key);
}

void HttpPoster::post(Stamp const& stamp) {
    write_stamp(request_.data() + stamp_at_, stamp);
    char* key = request_.data() + key_at_;
    write_hex(key, random_(), 8);
    write_hex(key + 24, random_(), 12);
    connection_.send(request_);
}

bool HttpPoster::receive() {
    std::array<char, 4096> buffer;
    auto const got = recv(connection_.socket(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0 && errno == EAGAIN) return false;
    if (got <= 0) throw std::runtime_error("the server closed a posting connection");
    auto& reply = connection_.unread;
    reply.append(buffer.data(), static_cast<std::size_t>(got));
    auto const size = reply_size(reply);
    if (size == 0 || reply.size() < size) return false;
    if (!reply.starts_with("HTTP/1.1 201 "))
        throw std::runtime_error("a post was refused: " + reply);
    reply.erase(0, size);
    return true;
}

}  // namespace horenso::load
