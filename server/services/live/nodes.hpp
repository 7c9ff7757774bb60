#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "services/live/live.hpp"
#include "services/live/order.hpp"

namespace horenso::live {

/// Keeps this node's sockets in step with what other nodes commit to the same database. News comes by the
/// bus within milliseconds; heads are compared every second, so that without a bus it comes within two.
/// On loop 0, but for `committed` and `heard`.
class Live::Nodes {
public:
    Nodes(Live& live, net::Loops& loops, Together together);

    /// This node's own, in commit order, from a database thread.
    void committed(std::vector<Told>&& told);
    /// A note of some node, from the bus's thread.
    void heard(std::string_view note);

    void opened(Stream const& stream, std::int64_t version) { order_.opened(stream, version); }
    void closed(Stream const& stream) { order_.closed(stream, std::chrono::steady_clock::now()); }

    using Time = Order::Time;
    void tick(Time now);

    static constexpr std::chrono::milliseconds tick_period{50};
    static constexpr std::chrono::milliseconds look_period{1000};

private:
    void take(std::vector<Step>&& steps);
    Task<> look(std::vector<Standing> streams);
    Task<> fill(Standing gap);
    void filled(Stream const& stream, Missed&& missed);

    Live& live_;
    net::Loops& loops_;
    Together together_;
    std::string name_;  ///< of this node, in its notes
    Order order_;
    bool looking_ = false;
    Time next_look_{};
};

}  // namespace horenso::live
