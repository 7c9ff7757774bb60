#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "services/live/live.hpp"

namespace horenso::live {

/// What was committed together, framed once for all loops. Items stand in commit order; events of one
/// stream that nothing stands between share a frame buffer.
struct Live::Batch {
    enum class Act {
        send,   ///< the frame to all readers
        join,   ///< `person` reads the stream
        leave,  ///< `person` doesn't
        sign_out,
        keep,    ///< of the readers only those in `people`
        invite,  ///< all in `people` read it
    };
    struct Item {
        Act act = Act::send;
        Stream stream;
        std::int64_t version = 0;  ///< of the change; of several events the last
        std::int64_t first = 0;    ///< of several events; 0: they aren't counted
        net::Frame frame = {};
        std::int64_t person = 0;
        std::int64_t session = 0;
        std::vector<std::int64_t> people = {};
    };
    std::vector<Item> items;
};

/// Who reads what on one loop.
class Live::Hub {
public:
    class Subscriber;

    void add(Subscriber& subscriber);  ///< known by person; reads nothing yet
    void remove(Subscriber& subscriber);
    /// Hears what is later than `after`.
    void subscribe(Subscriber& subscriber, Standing const& at, std::int64_t after);
    void unsubscribe(Subscriber& subscriber, Stream const& stream);

    void deliver(Batch const& batch);
    /// The list of what that person may see is going to be read once more, for the sockets that are here
    /// now; false if there is none.
    bool begin_visit(Reader const& reader);
    /// Those sockets read these streams, too; not what they left since the visit began.
    void end_visit(Reader const& reader, std::vector<Standing> const& streams);
    void close_all(net::CloseCode code);

    /// Hears when a stream gets its first reader here and loses its last.
    struct Follower {
        std::function<void(Standing)> opened;
        std::function<void(Stream)> closed;
    };
    void follow(Follower follower) { follower_ = std::move(follower); }

private:
    void deliver(Batch::Item const& item);
    void send_to_readers(Batch::Item const& item);
    void keep_only(Batch::Item const& item);
    std::vector<Subscriber*> of_person(OrgId org, std::int64_t person) const;
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

    /// What one socket heard of one stream. Nothing is told to it twice or backwards, whatever the order of news
    /// gives: a line begun anew for somebody who came late goes out to everybody.
    struct Ear {
        Subscriber* subscriber;
        std::int64_t heard;   ///< the last version
        std::uint64_t batch;  ///< in which; more of the same version may follow there
    };
    bool may_hear(Ear& ear, Batch::Item const& item);

    std::unordered_map<Stream, std::vector<Ear>> readers_;
    std::unordered_map<Person, std::vector<Subscriber*>, PersonHash> people_;
    Follower follower_;
    std::uint64_t batch_ = 0;  ///< counts what was delivered
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
    void start(std::vector<Standing> const& streams);
    void joined(Standing const& at);
    void left(Stream const& stream);
    void begin_visit() { ++visits_; }
    void end_visit(std::vector<Standing> const& streams);
    void send(net::Frame const& frame);
    void end(net::CloseCode code);

private:
    friend class Hub;
    struct Change {
        Standing at;
        bool joined;
    };
    Hub& hub_;
    Reader reader_;
    net::Frame hello_;
    net::Socket* socket_ = nullptr;
    bool started_ = false;
    std::optional<net::CloseCode> ended_;
    std::vector<Change> changes_;
    int visits_ = 0;
    std::vector<Stream> left_meanwhile_;  ///< during visits
    std::vector<Stream> streams_;
};

}  // namespace horenso::live
