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

void Live::Hub::subscribe(Subscriber& subscriber, Standing const& at, std::int64_t after) {
    auto& streams = subscriber.streams_;
    if (std::find(streams.begin(), streams.end(), at.stream) != streams.end()) return;
    streams.push_back(at.stream);
    auto& readers = readers_[at.stream];
    readers.push_back({&subscriber, after, batch_});
    if (readers.size() == 1 && follower_.opened) follower_.opened(at);
}

void Live::Hub::unsubscribe(Subscriber& subscriber, Stream const& stream) {
    take_out(subscriber.streams_, stream);
    auto const found = readers_.find(stream);
    if (found == readers_.end()) return;
    std::erase_if(found->second, [&](Ear const& ear) { return ear.subscriber == &subscriber; });
    if (!found->second.empty()) return;
    readers_.erase(found);
    if (follower_.closed) follower_.closed(stream);
}

void Live::Hub::deliver(Batch const& batch) {
    ++batch_;
    for (auto const& item : batch.items) deliver(item);
}

void Live::Hub::deliver(Batch::Item const& item) {
    using enum Batch::Act;
    auto const org = item.stream.org;
    switch (item.act) {
        case send: return send_to_readers(item);
        case keep: return keep_only(item);
        case join:
            for (auto* each : of_person(org, item.person))
                each->joined({item.stream, item.version});
            return;
        case invite:
            for (auto const person : item.people)
                for (auto* each : of_person(org, person)) each->joined({item.stream, item.version});
            return;
        case leave:
            for (auto* each : of_person(org, item.person)) each->left(item.stream);
            return;
        case sign_out:
            for (auto* each : of_person(org, item.person))
                if (item.session == 0 || item.session == each->reader_.session)
                    each->end(net::CloseCode::signed_out);
    }
}

void Live::Hub::send_to_readers(Batch::Item const& item) {
    auto const readers = readers_.find(item.stream);
    if (readers == readers_.end()) return;
    for (auto& ear : readers->second)
        if (may_hear(ear, item)) ear.subscriber->send(item.frame);
}

bool Live::Hub::may_hear(Ear& ear, Batch::Item const& item) {
    if (item.first == 0) return true;
    auto const is_later = item.first > ear.heard || ear.batch == batch_;
    if (is_later) {
        ear.heard = item.version;
        ear.batch = batch_;
    } else if (item.version > ear.heard) {  // some of it was heard, and it is one frame
        ear.subscriber->end(net::CloseCode::resync);
    }
    return is_later;
}

void Live::Hub::keep_only(Batch::Item const& item) {
    auto const found = readers_.find(item.stream);
    if (found == readers_.end()) return;
    auto const readers = found->second;  // changes while we go
    for (auto const& ear : readers)
        if (std::find(item.people.begin(), item.people.end(), ear.subscriber->reader_.person) ==
            item.people.end())
            ear.subscriber->left(item.stream);
}

std::vector<Live::Hub::Subscriber*> Live::Hub::of_person(OrgId org, std::int64_t person) const {
    auto const found = people_.find({org, person});
    return found == people_.end() ? std::vector<Subscriber*>{} : found->second;
}

bool Live::Hub::begin_visit(Reader const& reader) {
    auto const subscribers = of_person(reader.org, reader.person);
    for (auto* each : subscribers) each->begin_visit();
    return !subscribers.empty();
}

void Live::Hub::end_visit(Reader const& reader, std::vector<Standing> const& streams) {
    for (auto* each : of_person(reader.org, reader.person)) each->end_visit(streams);
}

void Live::Hub::close_all(net::CloseCode code) {
    for (auto const& [person, subscribers] : people_)
        for (auto* each : subscribers) each->end(code);
}

Live::Hub::Subscriber::Subscriber(Hub& hub, Reader reader, net::Frame hello)
    : hub_(hub), reader_(reader), hello_(std::move(hello)) {
    hub_.add(*this);
}

Live::Hub::Subscriber::~Subscriber() { hub_.remove(*this); }

void Live::Hub::Subscriber::start(std::vector<Standing> const& streams) {
    for (auto const& at : streams) hub_.subscribe(*this, at, 0);
    started_ = true;
    for (auto const& change : std::exchange(changes_, {}))
        change.joined ? joined(change.at) : left(change.at.stream);
}

void Live::Hub::Subscriber::joined(Standing const& at) {
    std::erase(left_meanwhile_, at.stream);
    if (!started_) return changes_.push_back({at, true});
    hub_.subscribe(*this, at, at.version);
}

void Live::Hub::Subscriber::left(Stream const& stream) {
    if (visits_ > 0) left_meanwhile_.push_back(stream);
    if (!started_) return changes_.push_back({{stream}, false});
    hub_.unsubscribe(*this, stream);
}

void Live::Hub::Subscriber::end_visit(std::vector<Standing> const& streams) {
    if (visits_ == 0) return;  // it came during the visit, with a list of its own
    auto const gone = left_meanwhile_;
    for (auto const& at : streams)
        if (std::find(gone.begin(), gone.end(), at.stream) == gone.end()) joined(at);
    if (--visits_ == 0) left_meanwhile_.clear();
}

void Live::Hub::Subscriber::opened(net::Socket& socket) {
    socket_ = &socket;
    if (ended_) return end(*ended_);
    socket_->send(std::exchange(hello_, {}));
}

void Live::Hub::Subscriber::send(net::Frame const& frame) {
    if (socket_) socket_->send(frame);  // before it is open /sync will tell
}

void Live::Hub::Subscriber::end(net::CloseCode code) {
    ended_ = code;
    if (socket_) socket_->close(code);
}

}  // namespace horenso::live
