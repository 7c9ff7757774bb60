#pragma once
#include <string>
#include <string_view>

#include "platform/net/message.hpp"

namespace horenso::net {

/// What a reply's head says beside the reply itself.
struct ReplySetting {
    std::string_view date;  ///< as in the `Date` field
    std::string_view request_id;
    bool keep_alive = true;
    bool secure = false;  ///< goes by TLS: then the browser is to come by TLS only
};

/// Status line and fields up to the empty line, with the security headers and `Cache-Control: no-store`
/// unless the reply has its own. Throws std::logic_error if a field of the reply could break out of its
/// line.
std::string reply_head(Reply const& reply, ReplySetting const& setting);

/// What is sent after the head (nothing for 204 and 304).
std::string_view body_of(Reply const& reply);

std::string_view reason_of(int status);

/// "Sun, 22 Nov 2026 08:49:37 GMT" (RFC 9110 §5.6.7).
std::string http_date();

}  // namespace horenso::net
