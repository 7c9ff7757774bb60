#pragma once
#include <chrono>
#include <compare>
#include <set>

#include "platform/net/loops.hpp"
#include "services/access/access.hpp"

namespace horenso::access {

/// Finds out which sessions on shared devices are over by their time (Access::watch_shared). On loop 0.
class Access::SharedWatch {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        net::Loops& loops;
        Ended ended;
        std::chrono::milliseconds period;
    };
    explicit SharedWatch(Needs needs) : needs_(std::move(needs)) {}

    void start();

private:
    struct Row {
        OrgId org;
        PersonId person;
        SessionId session;
        friend auto operator<=>(Row const&, Row const&) = default;
    };
    static std::set<Row> over(Tx& tx, Instant now);

    Task<> look();
    Task<> look_again();

    Needs needs_;
    std::set<Row> known_;  ///< over when it looked last
    bool looking_ = false;
};

}  // namespace horenso::access
