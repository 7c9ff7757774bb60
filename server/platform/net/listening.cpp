#include "platform/net/listening.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>

#include "platform/net/server.hpp"

namespace horenso::net {
namespace {

// Small backlogs make a storm of connections after a restart look like a hang.
constexpr int backlog = 4096;

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

std::optional<std::uint16_t> read_port(std::string_view text) {
    std::uint16_t port = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, port);
    if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return port;
}

std::optional<Address> read_ipv4(std::string const& host, std::uint16_t port) {
    Address out;
    auto& in = reinterpret_cast<sockaddr_in&>(out.storage);
    if (::inet_pton(AF_INET, host.c_str(), &in.sin_addr) != 1) return std::nullopt;
    in.sin_family = AF_INET;
    in.sin_port = htons(port);
    out.size = sizeof in;
    return out;
}

std::optional<Address> read_ipv6(std::string const& host, std::uint16_t port) {
    Address out;
    auto& in = reinterpret_cast<sockaddr_in6&>(out.storage);
    if (::inet_pton(AF_INET6, host.c_str(), &in.sin6_addr) != 1) return std::nullopt;
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(port);
    out.size = sizeof in;
    return out;
}

/// "127.0.0.1:8080", "[::1]:0"
std::optional<Address> read_address(std::string const& address) {
    auto const colon = address.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    auto const host = address.substr(0, colon);
    auto const port = read_port(std::string_view{address}.substr(colon + 1));
    if (!port) return std::nullopt;
    bool const bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    return bracketed ? read_ipv6(host.substr(1, host.size() - 2), *port) : read_ipv4(host, *port);
}

bool is_loopback(Address const& address) {
    if (address.storage.ss_family == AF_INET6)
        return IN6_IS_ADDR_LOOPBACK(
            &reinterpret_cast<sockaddr_in6 const&>(address.storage).sin6_addr);
    return ntohl(reinterpret_cast<sockaddr_in const&>(address.storage).sin_addr.s_addr) >> 24 ==
           127;
}

std::uint16_t port_of(int descriptor) {
    Address real;
    real.size = sizeof real.storage;
    ::getsockname(descriptor, real.get(), &real.size);
    bool const six = real.storage.ss_family == AF_INET6;
    return ntohs(six ? reinterpret_cast<sockaddr_in6&>(real.storage).sin6_port
                     : reinterpret_cast<sockaddr_in&>(real.storage).sin_port);
}

Descriptor make_socket(int family) {
    return Descriptor{::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
}

[[noreturn]] void give_up(std::string const& address) {
    throw CannotListen{errno == EADDRINUSE ? "net.address_taken" : "net.cannot_listen",
                       address + " (" + std::strerror(errno) + ")"};
}

/// True if a server answers on the local socket at `path`.
bool is_served(sockaddr_un const& address) {
    auto const probe = make_socket(AF_UNIX);
    if (!probe) return true;
    int const result =
        ::connect(probe.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address);
    return result == 0 || errno == EAGAIN;  // EAGAIN: its backlog is full
}

/// Removes a socket that a server left behind; anything else at `path` stays and is in the way.
void remove_stale(std::filesystem::path const& path, sockaddr_un const& address) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) return;
    if (!S_ISSOCK(found.st_mode) || is_served(address))
        throw CannotListen{"net.address_taken", path.string()};
    ::unlink(path.c_str());
}

}  // namespace

bool is_loopback(std::string const& address) {
    auto const place = read_address(address);
    return !place || is_loopback(*place);
}

Listening listen_on(std::string const& address, Reach allowed) {
    auto place = read_address(address);
    if (!place) throw CannotListen{"net.bad_address", address};
    if (allowed == Reach::loopback && !is_loopback(*place))
        throw CannotListen{"net.not_loopback", address};

    auto descriptor = make_socket(place->storage.ss_family);
    if (!descriptor) give_up(address);
    int const yes = 1;  // lets a restart take over an address whose old connections are still dying
    ::setsockopt(descriptor.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(descriptor.get(), place->get(), place->size) != 0) give_up(address);
    if (::listen(descriptor.get(), backlog) != 0) give_up(address);
    auto const real = port_of(descriptor.get());
    return {std::move(descriptor), address.substr(0, address.rfind(':')), real};
}

Descriptor listen_on(std::filesystem::path const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path)
        throw CannotListen{"net.bad_address", path.string()};
    path.native().copy(address.sun_path, sizeof address.sun_path - 1);
    remove_stale(path, address);

    auto descriptor = make_socket(AF_UNIX);
    if (!descriptor) give_up(path.string());
    // Linux makes the socket's file with the mode of the descriptor, so it is never open to others.
    ::fchmod(descriptor.get(), 0600);
    if (::bind(descriptor.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        give_up(path.string());
    ::chmod(path.c_str(), 0600);  // where the umask took even that away
    if (::listen(descriptor.get(), backlog) != 0) give_up(path.string());
    return descriptor;
}

}  // namespace horenso::net
