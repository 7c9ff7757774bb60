#pragma once
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/net/loops.hpp"

namespace horenso::net {

/// The contexts behind `Loops`, for the sources of this folder.
struct Loops::Impl {
    struct Loop {
        boost::asio::io_context context{1};
        boost::asio::executor_work_guard<boost::asio::io_context::executor_type> busy{
            context.get_executor()};
    };

    /// Something that shutdown waits for. Lives no longer than the loops.
    class Work {
    public:
        explicit Work(Impl& impl) : impl_(impl) { ++impl_.under_way; }
        ~Work() { --impl_.under_way; }
        Work(Work const&) = delete;

    private:
        Impl& impl_;
    };

    explicit Impl(int count);
    boost::asio::io_context& context(int loop) {
        return loops[static_cast<std::size_t>(loop)]->context;
    }
    void run_one(int loop);
    void begin_end();
    void end_when_done(std::chrono::steady_clock::time_point latest);

    std::atomic<int> under_way{0};  // outlives the contexts, whose leftovers count it down
    std::mutex hooks_mutex;
    std::vector<std::function<void()>> hooks;
    bool ending = false;  // on loop 0 only
    std::vector<std::unique_ptr<Loop>> loops;
};

}  // namespace horenso::net
