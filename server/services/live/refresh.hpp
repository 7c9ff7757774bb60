#pragma once
#include <chrono>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "services/live/live.hpp"

namespace horenso::live {

/// Sends what is sent whole (reading marks): at most once a second for each stream, however many people
/// read at once. On loop 0 only.
class Live::Refresh {
public:
    Refresh(Live& live, net::Loops& loops) : live_(live), loops_(loops) {}

    void add(std::string kind, Whole whole) { wholes_.emplace(std::move(kind), std::move(whole)); }
    void changed(std::vector<Stream> const& streams);
    using Time = std::chrono::steady_clock::time_point;
    void tick(Time now);

    static constexpr std::chrono::milliseconds tick_period{100};

private:
    Task<> send(Stream stream);

    Live& live_;
    net::Loops& loops_;
    std::unordered_map<std::string, Whole> wholes_;
    std::unordered_set<Stream> changed_;
    std::unordered_map<Stream, Time> sent_;  ///< streams sent less than a second ago
};

}  // namespace horenso::live
