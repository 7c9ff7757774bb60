#pragma once
#include <atomic>
#include <chrono>
#include <compare>
#include <cstdint>
#include <set>

#include "platform/net/loops.hpp"
#include "services/access/access.hpp"

namespace horenso::access {

/// Notes that a session (0: all of the person's) ends, in the transaction that ends it.
void note_revocation(Tx& tx, OrgId org, PersonId person, SessionId session);

/// Finds out, every 300 ms, whose access another node has ended (Access::watch).
class Access::Revocations {
public:
    explicit Revocations(Watch watch) : watch_(std::move(watch)) {}

    Task<> start();
    bool is_current() const;

    static constexpr std::chrono::milliseconds period{300};
    static constexpr std::chrono::milliseconds longest_blindness{1000};

private:
    struct Row {
        OrgId org;
        std::int64_t ended_at;
        PersonId person;
        SessionId session;
        friend auto operator<=>(Row const&, Row const&) = default;
    };
    using Time = std::chrono::steady_clock::time_point;

    Task<> look();
    Task<> look_again();

    Watch watch_;
    std::set<Row> known_;
    bool looking_ = false;
    std::atomic<Time> looked_at_{Time::min()};
};

}  // namespace horenso::access
