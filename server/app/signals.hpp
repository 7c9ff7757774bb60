#pragma once
#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

#include "platform/net/loops.hpp"

namespace horenso::app {

/// Takes SIGTERM and SIGINT while it lives, and SIGHUP where something is to be read again. Make it
/// before any thread: threads inherit that these signals are not theirs.
class StopSignals {
public:
    enum class Hangup { ends, reads_again };
    explicit StopSignals(Hangup meaning);
    ~StopSignals();
    StopSignals(StopSignals const&) = delete;

    /// From now on, and until `leave`, a signal stops the loops, once; at a SIGHUP that was taken
    /// `read_again` runs on loop 0.
    void stop(net::Loops& loops, std::function<void()> read_again);
    /// The loops are over, and may be destroyed.
    void leave();

private:
    sigset_t taken_, before_;
    std::atomic<bool> left_ = false;
    std::thread waits_;
};

}  // namespace horenso::app
