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

/// True if `address` ("127.0.0.1:8080") is one that only this machine reaches, or none at all.
bool is_loopback(std::string const& address);

enum class Reach { loopback, anywhere };

/// Listens on an address, which must be loopback if no more is allowed. SO_REUSEPORT is not set: a port
/// that is taken is found out.
Listening listen_on(std::string const& address, Reach allowed = Reach::loopback);

/// Listens on a local socket with mode 0600 from the first moment, whatever the umask. A socket that
/// nobody serves any more is replaced.
Descriptor listen_on(std::filesystem::path const& path);

}  // namespace horenso::net
