#include "services/live/hub.hpp"

#include <algorithm>

namespace horenso::live {
namespace {

template <class T>
void take_out(std::vector<T>& from, T const& what) {
    auto const found = std::find(from.begin(), from.end(), what);
    if (found == from.end()) return;
    *found = std::move(from.back());
    from.pop_back();
}

}  // namespace

void Live::Hub::add(Subscriber& subscriber) {
    people_[{subscriber.reader_.org, subscriber.reader_.person}].push_back(&subscriber);
}

void Live::Hub::remove(Subscriber& subscriber) {
    while (!subscriber.streams_.empty()) {
        auto const stream = subscriber.streams_.back();
        unsubscribe(subscriber, stream);
    }
    auto const person = people_.find({subscriber.reader_.org, subscriber.reader_.person});
    take_out(person->second, &subscriber);
    if (person->second.empty()) people_.erase(person);
}

void Live::Hub::subscribe(Subscriber& subscriber, Stream const& stream) {
    auto& streams = subscriber.streams_;
    if (std::find(streams.begin(), streams.end(), stream) != streams.end()) return;
    streams.push_back(stream);
    readers_[stream].push_back(&subscriber);
}

void Live::Hub::unsubscribe(Subscriber& subscriber, Stream const& stream) {
    take_out(subscriber.streams_, stream);
    auto const found = readers_.find(stream);
    if (found == readers_.end()) return;
    take_out(found->second, &subscriber);
    if (found->second.empty()) readers_.erase(found);
}

void Live::Hub::deliver(Batch const& batch) {
    for (auto const& item : batch.items) {
        if (item.what == Told::What::event) {
            auto const readers = readers_.find(item.stream);
            if (readers == readers_.end()) continue;
            for (auto* reader : readers->second) reader->send(item.frame);
            continue;
        }
        auto const person = people_.find({item.stream.org, item.person});
        if (person == people_.end()) continue;
        for (auto* subscriber : person->second) {
            if (item.what == Told::What::reader_joined) subscriber->joined(item.stream);
            if (item.what == Told::What::reader_left) subscriber->left(item.stream);
            if (item.what == Told::What::access_ended &&
                (item.session == 0 || item.session == subscriber->reader_.session))
                subscriber->end();
        }
    }
}

Live::Hub::Subscriber::Subscriber(Hub& hub, Reader reader, net::Frame hello)
    : hub_(hub), reader_(reader), hello_(std::move(hello)) {
    hub_.add(*this);
}

Live::Hub::Subscriber::~Subscriber() { hub_.remove(*this); }

void Live::Hub::Subscriber::start(std::vector<Stream> const& streams) {
    for (auto const& stream : streams) hub_.subscribe(*this, stream);
    started_ = true;
    for (auto const& change : std::exchange(changes_, {}))
        change.joined ? joined(change.stream) : left(change.stream);
}

void Live::Hub::Subscriber::joined(Stream const& stream) {
    if (!started_) return changes_.push_back({stream, true});
    hub_.subscribe(*this, stream);
}

void Live::Hub::Subscriber::left(Stream const& stream) {
    if (!started_) return changes_.push_back({stream, false});
    hub_.unsubscribe(*this, stream);
}

void Live::Hub::Subscriber::opened(net::Socket& socket) {
    socket_ = &socket;
    if (ended_) return end();
    socket_->send(std::exchange(hello_, {}));
}

void Live::Hub::Subscriber::send(net::Frame const& frame) {
    if (socket_) socket_->send(frame);  // before it is open /sync will tell
}

void Live::Hub::Subscriber::end() {
    ended_ = true;
    if (socket_) socket_->close(net::CloseCode::signed_out);
}

}  // namespace horenso::live
