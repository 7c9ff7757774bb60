#include "platform/net/hub.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "platform/net/reply_head.hpp"
#include "platform/net/socket_connection.hpp"

namespace horenso::net {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t scratch_bytes = 64 * 1024;

}  // namespace

Hub::Hub(Loops& loops, int loop, Catalogue const& catalogue, Limits const& limits)
    : loops_(loops),
      loop_(loop),
      context_(loops.impl().context(loop)),
      catalogue_(catalogue),
      limits_(limits),
      scratch_(scratch_bytes),
      date_(http_date()) {}

void Hub::start() {
    loops_.every(loop_, 1s, [weak = weak_from_this()] {
        if (auto hub = weak.lock()) hub->sweep();
    });
}

std::string Hub::new_request_id() {
    constexpr std::string_view digits = "0123456789abcdef";
    auto number = random_();
    std::string id(16, '0');
    for (auto& c : id) {
        c = digits[number & 15];
        number >>= 4;
    }
    return id;
}

void Hub::enter(Guest& guest) {
    guest.place_ = guests_.size();
    guests_.push_back(&guest);
}

void Hub::leave(Guest& guest) {
    guests_[guest.place_] = guests_.back();
    guests_[guest.place_]->place_ = guest.place_;
    guests_.pop_back();
}

// From the back, because a guest that leaves is replaced by the last one, which has had its turn.
void Hub::sweep() {
    date_ = http_date();
    auto const now = std::chrono::steady_clock::now();
    for (auto i = guests_.size(); i-- > 0;) guests_[i]->sweep(now);
}

void Hub::drain() {
    draining_ = true;
    for (auto i = guests_.size(); i-- > 0;) guests_[i]->drain();
}

void Hub::flush_later(SocketConnection& socket) {
    if (to_flush_.empty())
        boost::asio::post(context_, [hub = shared_from_this()] { hub->flush(); });
    to_flush_.push_back(&socket);
}

void Hub::forget(SocketConnection& socket) {
    std::replace(to_flush_.begin(), to_flush_.end(), &socket,
                 static_cast<SocketConnection*>(nullptr));
    std::replace(flushing_.begin(), flushing_.end(), &socket,
                 static_cast<SocketConnection*>(nullptr));
}

void Hub::flush() {
    flushing_.swap(to_flush_);
    for (auto i = std::size_t{0}; i < flushing_.size(); ++i)
        if (flushing_[i]) flushing_[i]->flush();
    flushing_.clear();
}

}  // namespace horenso::net
