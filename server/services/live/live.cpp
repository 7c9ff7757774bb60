#include "services/live/live.hpp"

#include <string_view>
#include <unordered_map>

#include "platform/base/json_writer.hpp"
#include "services/live/hub.hpp"
#include "services/live/refresh.hpp"

namespace horenso::live {
namespace {

/// Events of a stream that wait to share a buffer.
struct Open {
    std::size_t item;
    std::vector<std::string_view> events;
};

void frame(Live::Batch& batch, std::unordered_map<Stream, Open>& open) {
    for (auto const& [stream, waiting] : open)
        batch.items[waiting.item].frame = net::text_frames(waiting.events);
    open.clear();
}

std::shared_ptr<Live::Batch const> framed(std::vector<Told> const& told) {
    auto batch = std::make_shared<Live::Batch>();
    std::unordered_map<Stream, Open> open;
    for (auto const& one : told) {
        if (one.what == Told::What::refresh) continue;
        if (one.what == Told::What::event) {
            auto [waiting, is_new] = open.try_emplace(one.stream, Open{batch->items.size(), {}});
            if (is_new) batch->items.push_back({.stream = one.stream});
            waiting->second.events.push_back(one.json);
            continue;
        }
        frame(*batch, open);  // who reads changes here: what comes later must not move before it
        batch->items.push_back({one.what, one.stream, {}, one.person, one.session});
    }
    frame(*batch, open);
    return batch;
}

net::Frame hello(std::string const& version) {
    json::Writer event;
    event.open_object().field("type", "live.hello").field("version", version).close_object();
    return net::text_frame(event.take());
}

}  // namespace

Live::Live(Needs needs)
    : needs_(std::move(needs)), refresh_(std::make_unique<Refresh>(*this, needs_.loops)) {
    for (int loop = 0; loop < needs_.loops.size(); ++loop) hubs_.push_back(std::make_unique<Hub>());
    needs_.loops.every(0, Refresh::tick_period,
                       [this] { refresh_->tick(std::chrono::steady_clock::now()); });
}

Live::~Live() = default;

void Live::send_whole(std::string stream_kind, Whole whole) {
    refresh_->add(std::move(stream_kind), std::move(whole));
}

void Live::show(Visible visible) { visible_ = std::move(visible); }

void Live::on_access_ended(AccessEnded heard) { access_ended_ = std::move(heard); }

void Live::deliver(std::vector<Told>&& told) {
    std::vector<Stream> refresh;
    for (auto const& one : told)
        if (one.what == Told::What::refresh) refresh.push_back(one.stream);
    if (!refresh.empty())
        needs_.loops.post(0, [this, streams = std::move(refresh)] { refresh_->changed(streams); });

    auto batch = framed(told);
    if (batch->items.empty()) return;
    for (int loop = 0; loop < needs_.loops.size(); ++loop)
        needs_.loops.post(loop, [this, loop, batch] {
            hubs_[static_cast<std::size_t>(loop)]->deliver(*batch);
            if (!access_ended_) return;
            for (auto const& item : batch->items)
                if (item.what == Told::What::access_ended)
                    access_ended_(item.stream.org, item.person, item.session);
        });
}

Task<std::unique_ptr<net::SocketUser>> Live::open(Reader reader) {
    auto& hub = *hubs_[static_cast<std::size_t>(net::Loops::current())];
    auto subscriber = std::make_unique<Hub::Subscriber>(hub, reader, hello(needs_.version));
    auto const streams = co_await visible_(reader);
    subscriber->start(streams);
    std::unique_ptr<net::SocketUser> user = std::move(subscriber);
    co_return user;
}

}  // namespace horenso::live
