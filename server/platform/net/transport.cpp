#include "platform/net/transport.hpp"

#include <sys/socket.h>

#include <cerrno>

namespace horenso::net {
namespace {

Moved moved(ssize_t result) {
    if (result > 0) return {Moved::How::some, static_cast<std::size_t>(result)};
    bool const later = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {later ? Moved::How::later : Moved::How::over, 0};
}

}  // namespace

Moved Transport::receive(std::span<char> into) {
    return moved(::recv(descriptor_.native_handle(), into.data(), into.size(), MSG_DONTWAIT));
}

Moved Transport::send(std::span<iovec const> parts) {
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(parts.data());  // sendmsg only reads it
    message.msg_iovlen = parts.size();
    return moved(::sendmsg(descriptor_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL));
}

void Transport::end_sending() { ::shutdown(descriptor_.native_handle(), SHUT_WR); }

void Transport::cancel() {
    boost::system::error_code ignored;
    descriptor_.cancel(ignored);
}

void Transport::close() {
    boost::system::error_code ignored;
    descriptor_.close(ignored);
}

}  // namespace horenso::net
