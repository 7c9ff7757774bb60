#include "platform/base/long_work.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "kit/wait_for.hpp"

namespace horenso {
namespace {

using Standing = Progress::Standing;

TEST(LongWork, GivenASheetOfRows_WhenItGoesOn_ThenItsStepAndNumbersAreSaid) {
    Progress progress;
    EXPECT_EQ(progress.standing(), Standing{});
    progress.begin(1, 10'000);
    progress.reach(4'321);
    EXPECT_EQ(progress.standing(), (Standing{1, 4'321, 10'000}));
    progress.begin(2);
    EXPECT_EQ(progress.standing(), (Standing{2, 0, 0}));
}

TEST(LongWork, GivenWork_WhenNobodyHoldsItAnyMore_ThenItIsNotUnderWay) {
    LongWork work{{.threads = 1}, "busy"};
    EXPECT_EQ(work.standing("7"), std::nullopt);
    auto held = work.begin("7");
    held->begin(3, 2);
    EXPECT_EQ(work.standing("7"), (Standing{3, 0, 2}));
    EXPECT_EQ(work.standing("8"), std::nullopt);
    held.reset();
    EXPECT_EQ(work.standing("7"), std::nullopt);
}

TEST(LongWork, GivenTwoOfOneName_WhenTheSecondBegins_ThenItIsShown) {
    LongWork work{{.threads = 1}, "busy"};
    auto const first = work.begin("7");
    auto const second = work.begin("7");
    first->begin(1, 1);
    second->begin(2, 9);
    EXPECT_EQ(work.standing("7"), (Standing{2, 0, 9}));
}

TEST(LongWork, GivenWork_WhenItIsRun_ThenAnotherThreadDoesItAndItsAnswerComesBack) {
    LongWork work{{.threads = 1}, "busy"};
    std::function<std::thread::id()> who = [] { return std::this_thread::get_id(); };
    auto const done = kit::wait_for(work.run(std::move(who)));
    ASSERT_TRUE(done);
    EXPECT_NE(*done, std::this_thread::get_id());
}

}  // namespace
}  // namespace horenso
