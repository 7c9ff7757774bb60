#include "platform/net/http_connection.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace horenso::net {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

constexpr std::size_t read_at_once = 16 * 1024;
constexpr std::size_t slowest =
    16 * 1024;  // bytes per second that a long body or reply is given time for
constexpr std::size_t kept_input = 4 * 1024;
constexpr std::size_t most_to_discard = 1024 * 1024;
constexpr char tls_handshake = 0x16;  // the first byte of TLS (RFC 8446 §5.1); no method begins so
constexpr auto linger_patience = 2s;
constexpr auto drain_patience = 8s;

}  // namespace

HttpConnection::HttpConnection(Start start)
    : hub_(std::move(start.hub)),
      listener_(std::move(start.listener)),
      site_(&listener_->site),
      tls_(std::move(start.tls)),
      transport_(std::move(start.transport)),
      seat_(std::move(start.seat)),
      remote_(std::move(start.remote)) {
    hub_->enter(*this);
    draining_ = hub_->is_draining();
    enter_phase(Phase::head);  // a new connection has as long as a head may take
    phase_ = Phase::idle;
}

HttpConnection::~HttpConnection() { hub_->leave(*this); }

void HttpConnection::enter_phase(Phase phase, std::size_t bytes) {
    auto const& limits = hub_->limits();
    auto const now = std::chrono::steady_clock::now();
    auto const allowance = std::chrono::seconds{bytes / slowest};
    phase_ = phase;
    switch (phase) {
        case Phase::idle: deadline_ = now + limits.idle_deadline; break;
        case Phase::head: deadline_ = now + limits.head_deadline; break;
        case Phase::body:
        case Phase::reply: deadline_ = now + limits.body_deadline + allowance; break;
        case Phase::handler: deadline_ = Moment::max(); break;
    }
    if (draining_) deadline_ = std::min(deadline_, now + drain_patience);
}

void HttpConnection::sweep(Moment now) {
    if (now < deadline_ || phase_ == Phase::handler) return;
    expired_ = true;
    transport_.cancel();
}

void HttpConnection::drain() {
    draining_ = true;
    if (phase_ == Phase::idle) transport_.cancel();
    deadline_ = std::min(deadline_, std::chrono::steady_clock::now() + drain_patience);
}

/// What has come before the server closes is still taken: nobody waits, but it is looked for once.
Task<bool> HttpConnection::receive_more() {
    if (!is_last_look()) {
        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        co_await transport_.wait(Transport::reading, token);
        if (expired_ || (error && !is_last_look())) co_return false;
    }
    auto const into = hub_->scratch().first(read_at_once);
    auto const moved = transport_.receive(into);
    input_.append(into.data(), moved.bytes);
    co_return moved.how != Moved::How::over;
}

Task<bool> HttpConnection::send_all(std::string_view head, std::string_view body) {
    enter_phase(Phase::reply, head.size() + body.size());
    while (!head.empty() || !body.empty()) {
        std::array<iovec, 2> const parts{{{const_cast<char*>(head.data()), head.size()},
                                          {const_cast<char*>(body.data()), body.size()}}};
        auto const moved = transport_.send(parts);
        if (moved.how == Moved::How::over) co_return false;
        auto const of_head = std::min(moved.bytes, head.size());
        head.remove_prefix(of_head);
        body.remove_prefix(moved.bytes - of_head);
        if (moved.how == Moved::How::some) continue;

        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        co_await transport_.wait(Transport::writing, token);
        if (error || expired_) co_return false;
    }
    co_return true;
}

/// Closing while the peer still sends would reset the connection and take our reply with it.
Task<> HttpConnection::linger() {
    transport_.end_sending();
    std::size_t discarded = 0;
    phase_ = Phase::reply;
    deadline_ = std::chrono::steady_clock::now() + linger_patience;
    while (discarded < most_to_discard) {
        input_.clear();
        auto const more = co_await receive_more();
        if (!more) break;
        discarded += input_.size();
    }
}

/// Gives the size of the next head, once it is whole in `input_`.
Task<std::optional<std::size_t>> HttpConnection::wait_for_head() {
    if (input_.empty() && input_.capacity() > kept_input) std::string{}.swap(input_);
    std::size_t searched = 0;
    for (;;) {
        auto const size = head_size(input_, searched);
        if (size && *size <= hub_->limits().header_bytes) co_return size;
        if (input_.size() > hub_->limits().header_bytes) {
            Problem const too_large{.status = 431, .code = "net.head_too_large"};
            co_await refuse_and_end(too_large);
            co_return std::nullopt;
        }
        searched = input_.size();
        if (phase_ == Phase::idle && !input_.empty()) enter_phase(Phase::head);
        auto const more = co_await receive_more();
        if (more && !(is_last_look() && input_.empty())) continue;
        if (expired_ && phase_ == Phase::head) {
            Problem const too_slow{.status = 408, .code = "net.too_slow"};
            co_await refuse_and_end(too_slow);
        }
        co_return std::nullopt;
    }
}

Task<bool> HttpConnection::wait_for(Transport::Direction direction) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await transport_.wait(direction, token);
    co_return !error && !expired_;
}

/// Shakes hands where TLS is spoken; whoever begins in plain HTTP is answered as that. A new connection
/// has one deadline for all of it, and when the server closes, hands half shaken are let go.
Task<bool> HttpConnection::secure() {
    Hub::Handshake const counted{*hub_};
    if (counted.is_one_too_many() || draining_) co_return false;
    auto const begun = co_await wait_for(Transport::reading);
    if (!begun) co_return false;
    if (transport_.first_byte() != tls_handshake) {
        site_ = &listener_->before_tls;
        co_return true;
    }
    transport_.secure(std::move(tls_));
    for (;;) {
        auto const step = transport_.shake_hands();
        if (step == TlsStream::Handshake::done) break;
        if (step == TlsStream::Handshake::failed) co_return false;
        bool const reads = step == TlsStream::Handshake::wants_read;
        auto const direction = reads ? Transport::reading : Transport::writing;
        auto const ready = co_await wait_for(direction);
        if (!ready) co_return false;
    }
    enter_phase(Phase::head);
    phase_ = Phase::idle;
    co_return true;
}

Task<> HttpConnection::run() {
    if (tls_) {
        auto const secured = co_await secure();
        if (!secured) co_return transport_.close();
    }
    if (seat_->number() > hub_->limits().connections) {
        Problem const full{.status = 503, .code = "net.too_many_connections", .retry_after_s = 5};
        co_await refuse_and_end(full);
    }
    while (!unread_) {
        auto const head = co_await wait_for_head();
        if (!head) break;
        auto const again = co_await exchange(*head);
        if (!again) break;
        enter_phase(Phase::idle);
    }
    if (unread_) co_await linger();
    if (!moved_out_) transport_.close();
}

}  // namespace horenso::net
