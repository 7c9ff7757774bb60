// People whose apps follow what is told, to be compared with what a snapshot shows.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kit/model_client.hpp"
#include "kit/office.hpp"

namespace horenso::talk::kit {

using horenso::kit::wait_for;

/// Somebody with an app that follows what is told.
struct Follower {
    Viewer who;
    std::unique_ptr<ModelClient> client;
    std::set<std::string> reads;  ///< streams the socket is subscribed to
};

/// An office of whom everybody follows what is told.
class FollowedOffice : public horenso::kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto access_version = [](Tx& tx, live::Reader reader) {
            return directory::access_version(tx, reader.org, PersonId{reader.person});
        };
        sync = std::make_unique<live::Sync>(live::Sync::Needs{
            store(),
            access_version,
            {directory::source(), access::source(), Talk::source(), Talk::marks_source()}});
        for (auto const& who :
             {office().sato, office().tanaka, office().aoki, office().hara, office().nishi})
            followers.push_back(follow(who));
    }

    static live::Reader reader(Viewer const& who) { return {who.org, who.person.value, 1}; }
    std::unique_ptr<ModelClient> client(Viewer const& who) {
        auto ask = [this, who](live::Have have) {
            return wait_for(sync->answer(reader(who), std::move(have)));
        };
        return std::make_unique<ModelClient>(std::to_string(who.person.value), ask);
    }
    Follower follow(Viewer const& who) {
        Follower one{who, client(who), {}};
        connect(one);
        return one;
    }
    /// A socket and a sync; what was under way is lost.
    void connect(Follower& one) {
        deliver();
        one.client->lose_what_is_on_its_way();
        one.reads.clear();
        for (auto const& stream : wait_for(sync->visible(reader(one.who))))
            one.reads.insert(key(stream.stream));
        one.client->sync();
    }

    static std::string key(Stream const& stream) {
        return std::to_string(stream.org.value) + ' ' + stream.name();
    }
    void send(Stream const& stream, std::string const& event) {
        for (auto& one : followers)
            if (one.reads.contains(key(stream))) one.client->arrive(event);
    }
    /// Brings what was told since the last time to whoever reads it then.
    void deliver() {
        auto const all = told();
        for (; delivered < all.size(); ++delivered) {
            auto const& one = all[delivered];
            if (one.what == Told::What::event) send(one.stream, one.json);
            if (one.what == Told::What::refresh) marked.emplace(key(one.stream), one.stream);
            for (auto& follower : followers) {
                if (follower.who.person.value != one.person) continue;
                if (one.what == Told::What::reader_joined) follower.reads.insert(key(one.stream));
                if (one.what == Told::What::reader_left) follower.reads.erase(key(one.stream));
            }
        }
    }
    void send_marks() {
        for (auto const& [name, stream] : std::exchange(marked, {}))
            send(stream, wait_for(talk().marks_event(stream)).json);
    }

    std::int64_t head(Stream const& stream) {
        auto read = [&](Tx& tx) { return tx.head(stream).version; };
        return wait_for(store().read(read));
    }

    std::unique_ptr<live::Sync> sync;
    std::vector<Follower> followers;
    std::size_t delivered = 0;
    std::map<std::string, Stream> marked;  ///< streams whose marks changed and aren't sent
};

}  // namespace horenso::talk::kit
