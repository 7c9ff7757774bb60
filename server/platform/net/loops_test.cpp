#include "platform/net/loops.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <stdexcept>
#include <thread>

namespace horenso::net {
namespace {

using namespace std::chrono_literals;

Task<> wait_a_moment(std::atomic<bool>& done) {
    auto const here = co_await boost::asio::this_coro::executor;
    boost::asio::steady_timer timer{here, 50ms};
    co_await timer.async_wait(boost::asio::use_awaitable);
    done = true;
}

Task<> throw_something() {
    throw std::runtime_error{"thrown on purpose"};
    co_return;
}

TEST(Loops, GivenSeveralLoops_WhenWorkIsPosted_ThenItRunsOnItsLoopInOrder) {
    Loops loops{3};
    std::vector<int> seen;  // by loop 2 only
    for (int i = 0; i < 100; ++i)
        loops.post(2, [&, i] {
            EXPECT_EQ(Loops::current(), 2);
            seen.push_back(i);
            if (i == 99) loops.stop();
        });
    EXPECT_EQ(Loops::current(), -1);
    loops.run();
    EXPECT_EQ(Loops::current(), -1);
    ASSERT_EQ(seen.size(), 100u);
    for (int i = 0; i < 100; ++i) EXPECT_EQ(seen[static_cast<std::size_t>(i)], i);
}

TEST(Loops, GivenLoopZero_WhenRun_ThenItIsTheCallersThread) {
    Loops loops{2};
    auto const caller = std::this_thread::get_id();
    loops.post(0, [&] {
        EXPECT_EQ(std::this_thread::get_id(), caller);
        loops.stop();
    });
    loops.run();
}

TEST(Loops, GivenWorkThatThrows_WhenRun_ThenTheLoopGoesOn) {
    Loops loops{1};
    bool went_on = false;
    loops.post(0, [] { throw std::runtime_error{"thrown on purpose"}; });
    loops.spawn(0, "test.throws", throw_something);
    loops.post(0, [&] {
        went_on = true;
        loops.stop();
    });
    loops.run();
    EXPECT_TRUE(went_on);
}

TEST(Loops, GivenPeriod_WhenRun_ThenWorkIsCalledAgainEvenAfterItThrew) {
    Loops loops{1};
    int times = 0;
    loops.every(0, 1ms, [&] {
        if (++times == 3) loops.stop();
        throw std::runtime_error{"thrown on purpose"};
    });
    loops.run();
    EXPECT_GE(times, 3);
}

TEST(Loops, GivenSpawnedWork_WhenStopped_ThenItsEndIsAwaited) {
    Loops loops{2};
    std::atomic<bool> done = false;
    loops.spawn(1, "test.waits", [&] { return wait_a_moment(done); });
    loops.stop();
    loops.run();
    EXPECT_TRUE(done);
}

TEST(Loops, GivenHook_WhenStoppedTwice_ThenItRunsOnceOnLoopZero) {
    Loops loops{2};
    int called = 0;
    loops.at_stop([&] {
        EXPECT_EQ(Loops::current(), 0);
        ++called;
    });
    loops.stop();
    loops.stop();
    loops.run();
    EXPECT_EQ(called, 1);
}

}  // namespace
}  // namespace horenso::net
