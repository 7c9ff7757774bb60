#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "platform/net/message.hpp"

/// The head of an HTTP/1.1 request, over bytes alone. Beast stands behind it, in one source file.
namespace horenso::net {

struct Head {
    Request request;
    std::size_t content_length = 0;
    bool without_body = false;  ///< HEAD: answered as GET, without the body
    bool keep_alive = true;
    bool expects_continue = false;
    bool asks_upgrade = false;  ///< to a WebSocket
};

/// Bytes of the head with its empty line; nothing if it isn't whole yet. `searched`: how many bytes
/// an earlier call has seen.
std::optional<std::size_t> head_size(std::string_view bytes, std::size_t searched = 0);

/// Reads a whole head. What RFC 9112 forbids, and what it leaves to taste and has been used to smuggle
/// requests, is refused: two lengths, any Transfer-Encoding (411), two hosts, encoded slashes.
Result<Head> read_head(std::string_view bytes);

}  // namespace horenso::net
