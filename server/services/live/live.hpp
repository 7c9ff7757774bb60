#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/net/loops.hpp"
#include "platform/net/socket.hpp"
#include "platform/store/stream.hpp"
#include "services/live/ids.hpp"
#include "services/live/sync.hpp"

namespace horenso::net {
class Router;
struct Request;
}  // namespace horenso::net

namespace horenso::live {

/// How nodes on one database work together.
struct Together {
    /// Asked for what was missed; on a store that user requests can't keep waiting.
    Sync const& sync;
    /// Sends notes to the other nodes, soon or never; without it they find out by looking.
    std::function<void(std::vector<std::string>)> send = {};
    std::size_t note_bytes = 7'900;
    /// False while this node can't know whose access has ended: then it delivers nothing.
    std::function<bool()> may_serve = [] { return true; };
};

/// Delivers what was committed to every socket that reads it. Each stream arrives in the order of its
/// versions and without a hole while the socket stands; whatever is lost around connecting is asked of
/// /sync, for which the hello is the signal. It keeps who reads what, a list for each loop; nothing
/// here outlives the process.
///
/// Where other nodes commit to the same database (`work_together`), what they tell reaches this node's
/// sockets too, each stream in its one order (docs/adr/0010-nodes.md).
class Live {
public:
    /// Gives what is sent whole of a stream (reading marks) as one event, with the stream's version.
    using Whole = std::function<Task<Told>(Stream)>;
    /// The streams a reader may see now, and where they stand.
    using Visible = std::function<Task<std::vector<Standing>>(Reader)>;
    /// Hears on every loop that sessions ended: `session` 0 means all of `person`'s.
    using AccessEnded = std::function<void(OrgId, std::int64_t person, std::int64_t session)>;

    struct Needs {
        net::Loops& loops;
        std::string version;  ///< of the program, said in the hello
    };
    explicit Live(Needs needs);
    ~Live();

    /// Set once each, before the loops run.
    void send_whole(std::string stream_kind, Whole whole);
    void show(Visible visible);
    void on_access_ended(AccessEnded heard);
    void work_together(Together together);

    /// Takes what the store told, in commit order. From a database thread.
    void deliver(std::vector<Told>&& told);
    /// Takes a note of another node. From any thread.
    void hear(std::string_view note);

    /// Ends a session's sockets on this node (0: all of the person's) and tells every loop.
    void end_access(OrgId org, std::int64_t person, std::int64_t session);

    /// A socket for `reader`, subscribed to all it may see before the hello is sent. On the loop that
    /// accepted it.
    Task<std::unique_ptr<net::SocketUser>> open(Reader reader);

    struct Batch;
    class Hub;
    class Refresh;
    class Nodes;

private:
    void fan_out(std::vector<Told>&& told);
    void fan_out_missed(Stream const& stream, Missed&& missed, std::vector<Told>&& told);
    void post(std::shared_ptr<Batch const> batch);
    void ask_for_refresh(std::vector<Told> const& told);
    void close_if_blind();
    /// Lets this person's sockets on every loop read what the person may see now; then calls `done`, on
    /// loop 0, with whether all of that could be found out.
    void revisit(Reader reader, std::function<void(bool well)> done);
    struct Visits;
    Task<> revisit_on(int loop, Reader reader, std::shared_ptr<Visits> visits);

    Needs needs_;
    std::vector<std::unique_ptr<Hub>> hubs_;  ///< one for each loop, touched on that loop only
    std::unique_ptr<Refresh> refresh_;        ///< on loop 0
    std::unique_ptr<Nodes> nodes_;            ///< on loop 0; none if this is the only node
    std::function<bool()> may_serve_;
    Visible visible_;
    AccessEnded access_ended_;
};

/// Who makes this request; refused if nobody is signed in. `access` knows, `app` plugs it in.
using Identify = std::function<Task<Result<Reader>>(net::Request&)>;

/// POST /api/v1/sync and the socket GET /api/v1/live. The arguments live as long as the router.
void add_routes(net::Router& router, Live& live, Sync const& sync, Identify identify);

}  // namespace horenso::live
