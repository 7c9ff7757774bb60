#pragma once
#include <cstdint>

namespace horenso::audit {

/// Who did it. People and sessions are plain numbers here, because this folder stands below the one
/// that knows them.
struct Actor {
    enum class Kind { person, server_operator, server };
    Kind kind = Kind::server_operator;
    std::int64_t person = 0;
    std::int64_t session = 0;
};

/// Whoever runs the server: the control socket, the first start.
inline constexpr Actor the_operator{};
/// The server by itself, when something's day has come.
inline constexpr Actor the_server{Actor::Kind::server};

/// What it was done to.
struct Subject {
    enum class Kind { organisation, person, room, report, contact };
    Kind kind = Kind::organisation;
    std::int64_t id = 0;
};

}  // namespace horenso::audit
