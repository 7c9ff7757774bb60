#include "platform/net/handshake.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>

namespace horenso::net {
namespace {

/// 16 bytes in base64: 22 letters and two signs of equality.
bool is_key(std::string_view key) {
    auto const is_letter = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '/';
    };
    return key.size() == 24 && key.ends_with("==") &&
           std::all_of(key.begin(), key.end() - 2, is_letter);
}

}  // namespace

std::string accept_value(std::string_view key) {
    auto const text = std::string{key} + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<unsigned char const*>(text.data()), text.size(), digest.data());
    std::array<unsigned char, 32> encoded{};
    auto const size =
        EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest.size()));
    return {reinterpret_cast<char const*>(encoded.data()), static_cast<std::size_t>(size)};
}

Result<std::string> shake_hands(Request const& request) {
    if (request.header("sec-websocket-version") != "13")
        return Problem{.status = 426, .code = "net.upgrade_required"};
    auto const key = request.header("sec-websocket-key");
    if (!is_key(key)) return Problem{.status = 400, .code = "net.bad_handshake"};
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           accept_value(key) + "\r\nX-Request-Id: " + request.request_id + "\r\n\r\n";
}

}  // namespace horenso::net
