#pragma once
#include <string>
#include <string_view>

#include "platform/net/message.hpp"

namespace horenso::net {

/// `Sec-WebSocket-Accept` for a key (RFC 6455 §4.2.2).
std::string accept_value(std::string_view key);

/// Checks the client's opening handshake and gives the head that answers it (101).
Result<std::string> shake_hands(Request const& request);

}  // namespace horenso::net
