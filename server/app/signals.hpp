#pragma once
#include <atomic>
#include <csignal>
#include <thread>

#include "platform/net/loops.hpp"

namespace horenso::app {

/// Takes SIGTERM and SIGINT while it lives. Make it before any thread: threads inherit that these
/// signals are not theirs.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(StopSignals const&) = delete;

    /// From now on, and until `leave`, a signal stops the loops. Once.
    void stop(net::Loops& loops);
    /// The loops are over, and may be destroyed.
    void leave();

private:
    sigset_t taken_, before_;
    std::atomic<bool> left_ = false;
    std::thread waits_;
};

}  // namespace horenso::app
