#include "services/live/live.hpp"

#include <algorithm>
#include <atomic>
#include <string_view>
#include <unordered_map>

#include "platform/base/json_writer.hpp"
#include "platform/base/log.hpp"
#include "services/live/hub.hpp"
#include "services/live/nodes.hpp"
#include "services/live/refresh.hpp"

namespace horenso::live {
namespace {

using Act = Live::Batch::Act;

/// Makes one batch of what goes out together. Events of a stream share a frame buffer unless a change of
/// readers stands between them: what comes later must not move before it.
class Framing {
public:
    void add(Told const& one) {
        switch (one.what) {
            case Told::What::refresh: return;
            case Told::What::event: return add_event(one);
            case Told::What::reader_joined: return add(item(one, Act::join));
            case Told::What::reader_left: return add(item(one, Act::leave));
            case Told::What::access_ended: return add(item(one, Act::sign_out));
        }
    }
    void add(Live::Batch::Item item) {
        frame();
        batch_->items.push_back(std::move(item));
    }
    std::shared_ptr<Live::Batch const> take() {
        frame();
        return std::move(batch_);
    }

private:
    struct Open {
        std::size_t item;
        std::vector<std::string_view> events;
    };

    static Live::Batch::Item item(Told const& one, Act act) {
        return {.act = act,
                .stream = one.stream,
                .version = one.version,
                .person = one.person,
                .session = one.session};
    }
    void add_event(Told const& one) {
        auto [open, is_new] = open_.try_emplace(one.stream, Open{batch_->items.size(), {}});
        if (is_new)
            batch_->items.push_back({.act = Act::send, .stream = one.stream, .first = one.version});
        batch_->items[open->second.item].version = one.version;
        open->second.events.push_back(one.json);
    }
    void frame() {
        for (auto const& [stream, waiting] : open_)
            batch_->items[waiting.item].frame = net::text_frames(waiting.events);
        open_.clear();
    }

    std::shared_ptr<Live::Batch> batch_ = std::make_shared<Live::Batch>();
    std::unordered_map<Stream, Open> open_;
};

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

void Live::work_together(Together together) {
    may_serve_ = together.may_serve;
    nodes_ = std::make_unique<Nodes>(*this, needs_.loops, std::move(together));
    auto opened = [this](Standing at) {
        needs_.loops.post(0, [this, at] { nodes_->opened(at.stream, at.version); });
    };
    auto closed = [this](Stream stream) {
        needs_.loops.post(0, [this, stream] { nodes_->closed(stream); });
    };
    for (auto const& hub : hubs_) hub->follow({opened, closed});
    needs_.loops.every(0, Nodes::tick_period, [this] {
        close_if_blind();
        nodes_->tick(std::chrono::steady_clock::now());
    });
}

void Live::deliver(std::vector<Told>&& told) {
    if (!nodes_) return fan_out(std::move(told));
    // Whoever is answered that a session is over finds it over: that waits for no order.
    std::vector<Told> ended;
    for (auto const& one : told)
        if (one.what == Told::What::access_ended) ended.push_back(one);
    if (!ended.empty()) fan_out(std::move(ended));
    nodes_->committed(std::move(told));
}

void Live::hear(std::string_view note) { nodes_->heard(note); }

void Live::end_access(OrgId org, std::int64_t person, std::int64_t session) {
    Framing framing;
    framing.add({.act = Act::sign_out,
                 .stream = {org, "person", person},
                 .person = person,
                 .session = session});
    post(framing.take());
}

void Live::fan_out(std::vector<Told>&& told) {
    ask_for_refresh(told);
    Framing framing;
    for (auto const& one : told) framing.add(one);
    post(framing.take());
}

// Who left goes before the events are sent; who came finds what is older by asking /sync. What had waited for
// the answer and goes out behind it is later than its list of readers: whoever leaves there isn't invited back.
void Live::fan_out_missed(Stream const& stream, Missed&& missed, std::vector<Told>&& told) {
    ask_for_refresh(told);
    Framing framing;
    if (missed.readers)
        framing.add({.act = Act::keep, .stream = stream, .people = *missed.readers});
    auto const later = std::find_if(told.begin(), told.end(),
                                    [&](Told const& one) { return one.version > missed.version; });
    std::for_each(told.begin(), later, [&](Told const& one) { framing.add(one); });
    if (missed.readers)
        framing.add({.act = Act::invite,
                     .stream = stream,
                     .version = missed.version,
                     .people = std::move(*missed.readers)});
    std::for_each(later, told.end(), [&](Told const& one) { framing.add(one); });
    post(framing.take());
}

void Live::ask_for_refresh(std::vector<Told> const& told) {
    std::vector<Stream> streams;
    for (auto const& one : told)
        if (one.what == Told::What::refresh) streams.push_back(one.stream);
    if (!streams.empty())
        needs_.loops.post(0, [this, changed = std::move(streams)] { refresh_->changed(changed); });
}

void Live::post(std::shared_ptr<Batch const> batch) {
    if (batch->items.empty()) return;
    for (int loop = 0; loop < needs_.loops.size(); ++loop)
        needs_.loops.post(loop, [this, loop, batch] {
            auto& hub = *hubs_[static_cast<std::size_t>(loop)];
            if (may_serve_ && !may_serve_()) return hub.close_all(net::CloseCode::resync);
            hub.deliver(*batch);
            if (!access_ended_) return;
            for (auto const& item : batch->items)
                if (item.act == Act::sign_out)
                    access_ended_(item.stream.org, item.person, item.session);
        });
}

void Live::close_if_blind() {
    if (!may_serve_ || may_serve_()) return;
    for (int loop = 0; loop < needs_.loops.size(); ++loop)
        needs_.loops.post(loop, [this, loop] {
            hubs_[static_cast<std::size_t>(loop)]->close_all(net::CloseCode::resync);
        });
}

struct Live::Visits {
    std::atomic<int> under_way;
    std::atomic<bool> failed = false;
    std::function<void(bool well)> done;
};

void Live::revisit(Reader reader, std::function<void(bool well)> done) {
    auto visits = std::make_shared<Visits>();
    visits->under_way = needs_.loops.size();
    visits->done = std::move(done);
    for (int loop = 0; loop < needs_.loops.size(); ++loop)
        needs_.loops.spawn(loop, "live.revisit", [this, loop, reader, visits] {
            return revisit_on(loop, reader, visits);
        });
}

Task<> Live::revisit_on(int loop, Reader reader, std::shared_ptr<Visits> visits) {
    auto& hub = *hubs_[static_cast<std::size_t>(loop)];
    if (hub.begin_visit(reader)) {
        std::vector<Standing> streams;
        try {
            streams = co_await visible_(reader);
        } catch (std::exception const& error) {
            log::warning("live.revisit_failed", {{"what", error.what()}});
            visits->failed = true;
        }
        hub.end_visit(reader, streams);
    }
    if (--visits->under_way == 0) needs_.loops.post(0, [visits] { visits->done(!visits->failed); });
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
