#include "platform/net/socket_connection.hpp"

#include <algorithm>
#include <array>

#include "platform/base/log.hpp"

namespace horenso::net {
namespace {

using namespace std::chrono_literals;
constexpr auto close_patience = 5s;
constexpr std::size_t kept_queue = 64;  // places an empty queue keeps

Frame frame_of(Opcode opcode, std::string_view payload) {
    std::string bytes;
    append_frame(bytes, opcode, payload);
    return std::make_shared<std::string const>(std::move(bytes));
}

}  // namespace

SocketConnection::SocketConnection(std::shared_ptr<Hub> hub, Transport transport,
                                   std::unique_ptr<Seat> seat, std::unique_ptr<SocketUser> user)
    : hub_(std::move(hub)),
      transport_(std::move(transport)),
      seat_(std::move(seat)),
      user_(std::move(user)),
      reader_(hub_->limits().socket_message_bytes),
      deadline_(std::chrono::steady_clock::now() + hub_->limits().ping_period) {
    hub_->enter(*this);
}

SocketConnection::~SocketConnection() {
    if (state_ == State::over) return;  // else: the loops end with the connection still waiting
    hub_->leave(*this);
    if (dirty_) hub_->forget(*this);
}

void SocketConnection::open(std::string first) {
    wait_readable();
    try {
        user_->opened(*this);
    } catch (std::exception const& error) {
        log::error("net.socket_user_failed", {{"what", error.what()}});
        close(CloseCode::internal);
    }
    if (hub_->is_draining()) drain();
    hear(first);
}

void SocketConnection::wait_readable() {
    transport_.wait(Transport::reading,
                    [self = shared_from_this()](boost::system::error_code error) {
                        if (!error) self->on_readable();
                    });
}

void SocketConnection::on_readable() {
    if (state_ == State::over) return;
    auto const bytes = hub_->scratch();
    auto const moved = transport_.receive(bytes);
    if (moved.how == Moved::How::over) return finish();
    if (moved.bytes > 0) heard_from_ = true;
    hear(bytes.first(moved.bytes));
    if (peer_closed_ && state_ == State::closing && unsent_ == 0) return finish();
    wait_readable();
}

void SocketConnection::hear(std::span<char> bytes) {
    while (!deaf_) {
        auto const heard = reader_.next(bytes);
        switch (heard.what) {
            case Heard::What::more: return;
            case Heard::What::text: give_text(heard.payload); break;
            case Heard::What::ping:
                if (state_ == State::open) queue(frame_of(Opcode::pong, heard.payload));
                break;
            case Heard::What::pong: break;
            case Heard::What::close:
                deaf_ = peer_closed_ = true;
                close(heard.code);
                break;
            case Heard::What::broken:
                deaf_ = true;
                close(heard.code);
                break;
        }
    }
}

void SocketConnection::give_text(std::string_view text) {
    if (state_ != State::open) return;
    try {
        user_->received(text);
    } catch (std::exception const& error) {
        log::error("net.socket_user_failed", {{"what", error.what()}});
        close(CloseCode::internal);
    }
}

void SocketConnection::send(Frame const& frame) {
    if (state_ != State::open) return;
    auto const limit = hub_->limits().socket_queue_bytes;
    // A burst within one turn is no slow reader: what can go goes first.
    if (unsent_ > 0 && unsent_ + frame->size() > limit && !blocked_) write_out();
    if (unsent_ > 0 && unsent_ + frame->size() > limit) {
        drop_unsent();
        return close(CloseCode::resync);
    }
    queue(frame);
}

void SocketConnection::close(CloseCode code) {
    if (state_ != State::open) return;
    state_ = State::closing;
    deadline_ = std::chrono::steady_clock::now() + close_patience;
    queue(close_frame(code));
}

void SocketConnection::queue(Frame const& frame) {
    queue_.push_back(frame);
    unsent_ += frame->size();
    if (dirty_ || blocked_) return;
    dirty_ = true;
    hub_->flush_later(*this);
}

/// Forgets every frame of which nothing has been sent.
void SocketConnection::drop_unsent() {
    auto const keep = first_ + (offset_ > 0 ? 1 : 0);
    for (auto i = keep; i < queue_.size(); ++i) unsent_ -= queue_[i]->size();
    queue_.resize(std::min(keep, queue_.size()));
}

SocketConnection::Written SocketConnection::write_out() {
    while (unsent_ > 0) {
        std::array<iovec, Transport::most_parts> parts;
        std::size_t count = 0;
        std::size_t skip = offset_;
        for (auto i = first_; i < queue_.size() && count < parts.size(); ++i) {
            auto const& bytes = *queue_[i];
            parts[count++] = {const_cast<char*>(bytes.data()) + skip, bytes.size() - skip};
            skip = 0;
        }
        auto const moved = transport_.send({parts.data(), count});
        if (moved.how == Moved::How::over) return Written::broken;
        if (moved.how == Moved::How::later) return Written::blocked;
        advance(moved.bytes);
    }
    return Written::all;
}

void SocketConnection::advance(std::size_t bytes) {
    unsent_ -= bytes;
    if (unsent_ == 0) {
        queue_.clear();
        first_ = offset_ = 0;
        if (queue_.capacity() > kept_queue) std::vector<Frame>{}.swap(queue_);
        return;
    }
    offset_ += bytes;
    while (offset_ >= queue_[first_]->size()) {
        offset_ -= queue_[first_]->size();
        queue_[first_++].reset();
    }
    if (first_ <= kept_queue) return;
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
}

void SocketConnection::flush() {
    dirty_ = false;
    if (blocked_) return;
    switch (write_out()) {
        case Written::broken: return finish();
        case Written::blocked: return wait_writable();
        case Written::all: break;
    }
    if (state_ != State::closing) return;
    if (peer_closed_) return finish();
    if (deaf_)
        transport_.end_sending();  // the peer sees the end and goes; its bytes are thrown away
}

void SocketConnection::wait_writable() {
    blocked_ = true;
    transport_.wait(Transport::writing,
                    [self = shared_from_this()](boost::system::error_code error) {
                        if (error || self->state_ == State::over) return;
                        self->blocked_ = false;
                        self->flush();
                    });
}

void SocketConnection::sweep(Moment now) {
    if (now < deadline_) return;
    if (state_ == State::closing || !heard_from_) return finish();
    static Frame const ping = frame_of(Opcode::ping, {});
    heard_from_ = false;
    deadline_ = now + hub_->limits().ping_period;
    queue(ping);
}

void SocketConnection::finish() {
    if (state_ == State::over) return;
    auto const self = shared_from_this();
    state_ = State::over;
    hub_->leave(*this);
    if (dirty_) hub_->forget(*this);
    dirty_ = false;
    user_.reset();
    queue_.clear();
    unsent_ = 0;
    transport_.close();
    seat_.reset();
}

}  // namespace horenso::net
