#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "platform/base/task.hpp"

namespace horenso::net {

/// The event loops, one thread each (loop 0 is the thread that calls `run`). A connection belongs to
/// the loop that was given it. Build it before, and destroy it after, everything that posts to it.
class Loops {
public:
    /// `count` 0: one per core.
    explicit Loops(int count = 0);
    ~Loops();
    Loops(Loops const&) = delete;

    int size() const;
    /// The loop this thread runs; -1 on any other thread.
    static int current();

    /// Runs `work` on loop `loop`, soon. From any thread. What it throws is logged.
    void post(int loop, std::function<void()> work);

    /// Runs `work` on loop `loop` every `period` until the end.
    void every(int loop, std::chrono::milliseconds period, std::function<void()> work);

    /// Starts a coroutine on `loop`; it is counted and awaited at shutdown, and what it throws is logged
    /// under `name`, a literal. The only way to start background work.
    void spawn(int loop, std::string_view name, std::function<Task<>()> work);

    /// Runs `work` on loop 0 when `stop` is called; what waits for ever hears of the end here.
    void at_stop(std::function<void()> work);

    /// Runs until `stop`; then waits for what was spawned and for open connections, 10 s at most. What is
    /// left after that is logged and destroyed with this object.
    void run();
    /// From any thread, also from a signal's handler coroutine. Again is harmless.
    void stop();

    struct Impl;  ///< Asio lives there
    Impl& impl() { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace horenso::net
