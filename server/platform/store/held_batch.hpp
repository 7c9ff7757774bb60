#pragma once
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <future>
#include <utility>

#include "platform/store/store.hpp"

namespace horenso::test_table {

/// Holds the writer until several writes wait, so that they become one batch. For tests.
class HeldBatch {
public:
    explicit HeldBatch(Store& store) : store_(store) {
        start(hold(store_, entered_, release_.get_future()));
        loop_.poll();
        entered_.get_future().wait();
    }

    /// Starts a coroutine that writes at once.
    void start(Task<> task) {
        auto note = [this](std::exception_ptr error) {
            if (error) ++thrown_;
        };
        boost::asio::co_spawn(loop_, std::move(task), note);
    }

    /// Lets the writer go on, and waits for all answers.
    void finish() {
        let_go();
        loop_.run();
    }
    void let_go() {
        loop_.poll();  // all have put their write into the queue
        release_.set_value();
    }

    boost::asio::io_context& loop() { return loop_; }
    int thrown() const { return thrown_; }

private:
    static Task<> hold(Store& store, std::promise<void>& entered,
                       std::shared_future<void> release) {
        auto work = [&](Tx&) -> Result<Done> {
            entered.set_value();
            release.wait();
            return Done{};
        };
        (void)co_await store.write(work);
    }

    Store& store_;
    std::promise<void> entered_;
    std::promise<void> release_;
    boost::asio::io_context loop_;
    int thrown_ = 0;
};

}  // namespace horenso::test_table
