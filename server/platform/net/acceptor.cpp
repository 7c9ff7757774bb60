#include "platform/net/acceptor.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "platform/base/log.hpp"

namespace horenso::net {
namespace {

using namespace std::chrono_literals;

// One loop's turn; others wait too.
constexpr int most_in_a_turn = 64;

/// An IPv4 address is the same one where the listener takes both kinds (RFC 4291 §2.5.5.2).
std::string text_of(sockaddr_storage const& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<sockaddr_in const&>(address).sin_addr, text.data(),
                    text.size());
    if (address.ss_family == AF_INET6) {
        auto const& six = reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr;
        bool const is_four = IN6_IS_ADDR_V4MAPPED(&six);
        ::inet_ntop(is_four ? AF_INET : AF_INET6, &six.s6_addr[is_four ? 12 : 0], text.data(),
                    text.size());
    }
    return text.data();
}

/// True for failures of one connection, which the next one need not have (accept(2)).
bool next_may_work(int error) {
    return error != EMFILE && error != ENFILE && error != ENOBUFS && error != ENOMEM;
}

}  // namespace

Acceptor::Acceptor(boost::asio::io_context& context, Descriptor listening, Admit admit)
    : descriptor_(context, listening.release()), rest_(context), admit_(std::move(admit)) {}

void Acceptor::start() {
    if (descriptor_.is_open()) wait();
}

void Acceptor::end() {
    for (int i = 0; i < most_in_a_turn && accept_one(); ++i) {
    }
    close();
}

void Acceptor::close() {
    boost::system::error_code ignored;
    descriptor_.close(ignored);
    rest_.cancel();
}

void Acceptor::wait() {
    descriptor_.async_wait(descriptor_.wait_read,
                           [self = shared_from_this()](boost::system::error_code error) {
                               if (!error) self->accept_waiting();
                           });
}

void Acceptor::accept_waiting() {
    for (int i = 0; i < most_in_a_turn; ++i) {
        if (accept_one()) continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK) break;
        if (next_may_work(errno)) continue;
        log::error("net.cannot_accept", {{"errno", std::to_string(errno)}});
        rest_.expires_after(100ms);  // out of descriptors: some will be closed
        rest_.async_wait([self = shared_from_this()](boost::system::error_code) { self->start(); });
        return;
    }
    wait();
}

bool Acceptor::accept_one() {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    Descriptor accepted{::accept4(descriptor_.native_handle(), reinterpret_cast<sockaddr*>(&peer),
                                  &size, SOCK_NONBLOCK | SOCK_CLOEXEC)};
    if (!accepted) return false;
    if (peer.ss_family != AF_UNIX) {
        int const yes = 1;
        ::setsockopt(accepted.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
    admit_(std::move(accepted), text_of(peer));
    return true;
}

}  // namespace horenso::net
