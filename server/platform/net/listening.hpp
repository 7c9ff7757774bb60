#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "platform/net/descriptor.hpp"

/// Descriptors that listen. Everything here throws CannotListen.
namespace horenso::net {

struct Listening {
    Descriptor descriptor;
    std::string host;        ///< "127.0.0.1", "[::1]"
    std::uint16_t port = 0;  ///< the real one
};

/// Listens on a loopback address. SO_REUSEPORT is not set: a port that is taken is found out.
Listening listen_on(std::string const& address);

/// Listens on a local socket with mode 0600 from the first moment, whatever the umask. A socket that
/// nobody serves any more is replaced.
Descriptor listen_on(std::filesystem::path const& path);

}  // namespace horenso::net
