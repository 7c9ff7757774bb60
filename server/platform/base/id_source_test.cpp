#include "platform/base/id_source.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace horenso {
namespace {

TEST(IdSource, GivenAClockThatJumpsBack_WhenIdsAreMade_ThenTheyStillGrow) {
    IdSource ids{3};
    auto first = ids.next(1'800'000'000'000);
    EXPECT_GT(ids.next(1'700'000'000'000), first);
    EXPECT_GT(first, 0);
}

TEST(IdSource, GivenAClockThatSays1970Or2100_WhenIdsAreMade_ThenTheyArePositiveAndGrow) {
    for (std::int64_t const now : {std::int64_t{0}, std::int64_t{4'102'444'800'000}}) {
        IdSource ids{1023};
        auto last = std::int64_t{0};
        for (int i = 0; i < 10'000; ++i) {
            auto const id = ids.next(now);
            ASSERT_GT(id, last) << "clock at " << now;
            last = id;
        }
    }
}

TEST(IdSource, GivenFourThreads_WhenTenThousandIdsAreMadeInOneMillisecond_ThenNoneIsTwice) {
    IdSource ids{1};
    std::vector<std::vector<std::int64_t>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& mine : made)
            threads.emplace_back([&ids, &mine] {
                for (int i = 0; i < 2500; ++i) mine.push_back(ids.next(1'800'000'000'000));
            });
    }
    std::vector<std::int64_t> all;
    for (auto const& mine : made) all.insert(all.end(), mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

TEST(IdSource, GivenTwoNodes_WhenTheyMakeIdsAtTheSameTime_ThenTheyDiffer) {
    EXPECT_NE(IdSource{1}.next(1'800'000'000'000), IdSource{2}.next(1'800'000'000'000));
}

}  // namespace
}  // namespace horenso
