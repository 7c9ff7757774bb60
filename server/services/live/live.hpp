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

/// Delivers what was committed to every socket that reads it. Each stream arrives in the order of its
/// versions and without a hole while the socket stands; whatever is lost around connecting is asked of
/// /sync, for which the hello is the signal. It keeps who reads what, a list for each loop; nothing
/// here outlives the process.
class Live {
public:
    /// Gives what is sent whole of a stream (reading marks) as one event.
    using Whole = std::function<Task<std::string>(Stream)>;
    /// The streams a reader may see now.
    using Visible = std::function<Task<std::vector<Stream>>(Reader)>;
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

    /// Takes what the store told, in commit order. From a database thread.
    void deliver(std::vector<Told>&& told);

    /// A socket for `reader`, subscribed to all it may see before the hello is sent. On the loop that
    /// accepted it.
    Task<std::unique_ptr<net::SocketUser>> open(Reader reader);

    struct Batch;
    class Hub;
    class Refresh;

private:
    Needs needs_;
    std::vector<std::unique_ptr<Hub>> hubs_;  ///< one for each loop, touched on that loop only
    std::unique_ptr<Refresh> refresh_;        ///< on loop 0
    Visible visible_;
    AccessEnded access_ended_;
};

/// Who makes this request; refused if nobody is signed in. `access` knows, `app` plugs it in.
using Identify = std::function<Task<Result<Reader>>(net::Request&)>;

/// POST /api/v1/sync and the socket GET /api/v1/live. The arguments live as long as the router.
void add_routes(net::Router& router, Live& live, Sync const& sync, Identify identify);

}  // namespace horenso::live
