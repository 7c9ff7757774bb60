#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "services/live/live.hpp"

namespace horenso::live {

/// What was committed together, framed once for all loops. Items stand in commit order; events of one
/// stream that nothing stands between share a frame buffer.
struct Live::Batch {
    struct Item {
        Told::What what = Told::What::event;
        Stream stream;
        net::Frame frame = {};  ///< of an event
        std::int64_t person = 0;
        std::int64_t session = 0;
    };
    std::vector<Item> items;
};

/// Who reads what on one loop.
class Live::Hub {
public:
    class Subscriber;

    void add(Subscriber& subscriber);  ///< known by person; reads nothing yet
    void remove(Subscriber& subscriber);
    void subscribe(Subscriber& subscriber, Stream const& stream);
    void unsubscribe(Subscriber& subscriber, Stream const& stream);

    void deliver(Batch const& batch);

private:
    struct Person {
        OrgId org;
        std::int64_t person;
        friend bool operator==(Person, Person) = default;
    };
    struct PersonHash {
        std::size_t operator()(Person p) const noexcept {
            return std::hash<std::int64_t>{}(p.person * 31 + p.org.value);
        }
    };

    std::unordered_map<Stream, std::vector<Subscriber*>> readers_;
    std::unordered_map<Person, std::vector<Subscriber*>, PersonHash> people_;
};

/// One socket. Made before its streams are known, so that a membership that changes meanwhile isn't
/// missed: such changes wait in `changes_` and are applied after the list.
class Live::Hub::Subscriber final : public net::SocketUser {
public:
    Subscriber(Hub& hub, Reader reader, net::Frame hello);
    ~Subscriber() override;

    void opened(net::Socket& socket) override;
    void received(std::string_view) override {}  // clients have nothing to say here

    Reader const& reader() const { return reader_; }
    /// The streams it may see; from here on membership changes apply at once.
    void start(std::vector<Stream> const& streams);
    void joined(Stream const& stream);
    void left(Stream const& stream);
    void send(net::Frame const& frame);
    void end();

private:
    friend class Hub;
    struct Change {
        Stream stream;
        bool joined;
    };
    Hub& hub_;
    Reader reader_;
    net::Frame hello_;
    net::Socket* socket_ = nullptr;
    bool started_ = false;
    bool ended_ = false;
    std::vector<Change> changes_;
    std::vector<Stream> streams_;
};

}  // namespace horenso::live
