#include "platform/net/transport.hpp"

#include <sys/socket.h>

namespace horenso::net {

Moved Transport::receive(std::span<char> into) {
    if (tls_) return tls_->receive(into);
    return moved(::recv(descriptor_.native_handle(), into.data(), into.size(), MSG_DONTWAIT));
}

Moved Transport::send(std::span<iovec const> parts) {
    if (tls_) return tls_->send(parts);
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(parts.data());  // sendmsg only reads it
    message.msg_iovlen = parts.size();
    return moved(::sendmsg(descriptor_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL));
}

std::optional<char> Transport::first_byte() {
    char byte = 0;
    auto const got = ::recv(descriptor_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 1 ? std::optional{byte} : std::nullopt;
}

void Transport::secure(std::shared_ptr<TlsSetting const> setting) {
    tls_ = std::make_unique<TlsStream>(descriptor_.native_handle(), std::move(setting));
}

void Transport::end_sending() {
    if (tls_) tls_->say_goodbye();
    ::shutdown(descriptor_.native_handle(), SHUT_WR);
}

void Transport::cancel() {
    boost::system::error_code ignored;
    descriptor_.cancel(ignored);
}

void Transport::close() {
    if (tls_) tls_->say_goodbye();
    boost::system::error_code ignored;
    descriptor_.close(ignored);
}

}  // namespace horenso::net
