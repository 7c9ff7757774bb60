#include "platform/base/together.hpp"

#include <gmock/gmock.h>

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <stdexcept>
#include <string>

#include "kit/wait_for.hpp"

namespace horenso {
namespace {

using kit::wait_for;
using testing::ElementsAre;

/// Lets everybody else who can go on do so first.
Task<> step_back() {
    auto executor = co_await boost::asio::this_coro::executor;
    boost::asio::use_awaitable_t<> token;
    co_await boost::asio::post(executor, token);
}

Task<> say(std::vector<std::string>& said, std::string word, int times) {
    for (int i = 0; i < times; ++i) {
        said.push_back(word);
        co_await step_back();
    }
}

Task<> fail(std::string why) {
    co_await step_back();
    throw std::runtime_error{why};
}

TEST(Together, GivenSeveralTasks_WhenWaitedFor_ThenTheyTakeTurnsAndAllEnd) {
    std::vector<std::string> said;
    std::vector<Task<>> tasks;
    tasks.push_back(say(said, "a", 2));
    tasks.push_back(say(said, "b", 3));
    wait_for(together(std::move(tasks)));
    EXPECT_THAT(said, ElementsAre("a", "b", "a", "b", "b"));
}

TEST(Together, GivenTasksThatThrow_WhenWaitedFor_ThenTheOthersEndAndTheFirstIsThrown) {
    std::vector<std::string> said;
    std::vector<Task<>> tasks;
    tasks.push_back(fail("first"));
    tasks.push_back(say(said, "a", 4));
    tasks.push_back(fail("second"));
    auto const wait = [&] { wait_for(together(std::move(tasks))); };
    EXPECT_THAT(wait, testing::ThrowsMessage<std::runtime_error>("first"));
    EXPECT_EQ(said.size(), 4u);
}

TEST(Together, GivenNoTasks_WhenWaitedFor_ThenItIsOver) { wait_for(together({})); }

TEST(Together, GivenTheLoopGoesAway_WhenTasksStillRun_ThenWhoeverWaitsGoesToo) {
    std::vector<std::string> said;
    auto const held = std::make_shared<int>();
    auto wait = [](std::vector<std::string>& words, std::shared_ptr<int>) -> Task<> {
        std::vector<Task<>> tasks;
        tasks.push_back(say(words, "a", 100));
        co_await together(std::move(tasks));
        words.push_back("over");
    };
    {
        boost::asio::io_context loop;
        boost::asio::co_spawn(loop, wait(said, held), boost::asio::detached);
        for (int i = 0; i < 10; ++i) loop.run_one();
        EXPECT_GT(held.use_count(), 1);
    }
    EXPECT_EQ(held.use_count(), 1);
    EXPECT_THAT(said, testing::Not(testing::Contains("over")));
    EXPECT_FALSE(said.empty());
}

}  // namespace
}  // namespace horenso
