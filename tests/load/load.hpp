#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "load/connection.hpp"
#include "load/histogram.hpp"
#include "load/http_poster.hpp"
#include "load/payload.hpp"
#include "load/plan.hpp"
#include "load/tally.hpp"

namespace horenso::load {

/// How hard to drive.
struct Pace {
    std::size_t slots = 0;  ///< senders in all, spread evenly over the rooms
    double rate = 0;  ///< messages a second (open loop); 0: each sender posts as soon as its last
                      ///< message has been answered and seen by all (closed loop)
    bool receivers = true;  ///< members listen; if not, an answered post is done
    double warm_up_seconds = 2;
    double seconds = 5;
    pid_t server = 0;  ///< whose CPU time is taken; 0: nobody's
};

/// What was measured, between warm-up and end.
struct Measured {
    double seconds = 0;
    std::uint64_t posts = 0;  ///< done: answered, and seen by all who listen
    std::uint64_t deliveries = 0;
    double server_cpu_seconds = 0;
    double own_cpu_seconds = 0;  ///< of this program: near `seconds`, the figure is a lower bound
    Histogram latency;        ///< from (intended) sending to each member's seeing, or to the answer
    std::uint64_t wrong = 0;  ///< over the whole run: twice, out of order, under a wrong place
    std::uint64_t missing = 0;  ///< over the whole run: not delivered 10 s after the last post
};

/// Drives a server with one thread and one epoll.
class Load {
public:
    /// Connects everybody. Throws when the server refuses.
    Load(Plan const& plan, Pace const& pace);
    ~Load();
    Load(Load const&) = delete;

    Measured run();

private:
    struct Member {
        Connection connection;
        std::uint32_t room = 0;
        std::uint32_t place = 0;  ///< among the room's members
        std::size_t stamp_at = 0;
        std::size_t seq_at = 0;
    };
    struct Room {
        Tally tally;
        std::uint32_t first_member = 0;
        std::uint32_t members = 0;
        std::uint32_t next_sender = 0;
        std::vector<std::uint32_t> idle;  ///< slots without a message (open loop)
        std::deque<std::int64_t> late;    ///< messages that were due when no slot was idle
    };
    struct Slot {
        std::uint32_t room = 0;
        std::uint32_t number = 0;
        std::uint32_t awaited = 0;  ///< members who have not seen it
        bool answered = true;
        bool busy = false;
        std::int64_t sent_ns = 0;
    };

    void connect_members();
    void connect_senders();
    void watch(int socket, std::uint64_t tag);
    void start();
    void turn(int wait_ms);
    void begin(std::uint32_t slot, std::int64_t sent_ns);
    void post_over_socket(Room& room, Stamp const& stamp);
    void send_what_is_due();
    void set_timer();
    void run_until(std::int64_t end_ns);
    void receive(std::uint32_t member);
    void seen(Member& member, std::string_view frame, std::int64_t now);
    void answered(std::uint32_t slot);
    void finish_if_done(std::uint32_t slot);

    Plan const& plan_;
    Pace const pace_;
    int epoll_ = -1;
    int timer_ = -1;
    std::vector<Room> rooms_;
    std::vector<Member> members_;
    std::vector<HttpPoster>
        posters_;  ///< one per slot; empty where members post over their sockets
    std::vector<Slot> slots_;
    std::vector<char> buffer_;
    std::string payload_;
    std::int64_t next_due_ns_ = 0;
    std::size_t next_room_ = 0;
    std::size_t busy_ = 0;
    bool running_ = false;
    bool measuring_ = false;
    Measured measured_;
};

}  // namespace horenso::load
