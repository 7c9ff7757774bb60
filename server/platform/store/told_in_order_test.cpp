#include "platform/store/told_in_order.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

namespace horenso {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ToldOrder : public testing::Test {
protected:
    static std::vector<Told> told(std::int64_t version) {
        return {{.stream = {}, .version = version}};
    }

    std::vector<std::int64_t> heard_;
    Store::Listener const listener_ = [this](std::vector<Told>&& batch) {
        for (auto const& one : batch) heard_.push_back(one.version);
    };
    ToldInOrder order_{listener_};
};

TEST_F(ToldOrder, GivenTickets_WhenTheyFinishInAnotherOrder_ThenTheyAreHeardByTicket) {
    auto const first = order_.take();
    auto const second = order_.take();
    auto const third = order_.take();
    order_.finish(third, told(3), nullptr);
    order_.finish(second, told(2), nullptr);
    EXPECT_THAT(heard_, IsEmpty());
    order_.finish(first, told(1), nullptr);
    EXPECT_THAT(heard_, ElementsAre(1, 2, 3));
}

TEST_F(ToldOrder, GivenATransactionThatWasRolledBack_WhenItsTicketIsGivenBack_ThenTheRestGoesOn) {
    auto const lost = order_.take();
    auto const kept = order_.take();
    order_.finish(kept, told(7), nullptr);
    order_.finish(lost, {}, nullptr);
    EXPECT_THAT(heard_, ElementsAre(7));
}

TEST_F(ToldOrder, GivenManyThreads_WhenAllFinish_ThenEachTicketIsHeardOnceInOrder) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([this] {
            for (int k = 0; k < 500; ++k) {
                auto const ticket = order_.take();
                if (k % 7 == 0) std::this_thread::yield();
                order_.finish(ticket, told(static_cast<std::int64_t>(ticket)), nullptr);
            }
        });
    for (auto& thread : threads) thread.join();
    ASSERT_EQ(heard_.size(), 4000u);
    for (std::size_t i = 0; i < heard_.size(); ++i)
        ASSERT_EQ(heard_[i], static_cast<std::int64_t>(i));
}

}  // namespace
}  // namespace horenso
