#include "platform/store/job_queue.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <gmock/gmock.h>

#include "platform/store/held_batch.hpp"
#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using testing::ElementsAre;

class QueueTest : public testing::Test {
protected:
    std::vector<Job*> taken(JobList list) {
        std::vector<Job*> jobs;
        while (!list.empty()) jobs.push_back(&list.pop());
        return jobs;
    }

    Work work_ = [](Tx&) { return true; };
    Job a_{Job::Mode::write, work_}, b_{Job::Mode::write, work_}, c_{Job::Mode::write, work_};
    JobQueue queue_{3};
};

TEST_F(QueueTest, GivenJobs_WhenTaken_ThenTheyComeInOrderUpToTheMost) {
    for (auto* job : {&a_, &b_, &c_}) EXPECT_TRUE(queue_.put(*job));
    EXPECT_THAT(taken(queue_.take(2)), ElementsAre(&a_, &b_));
    EXPECT_THAT(taken(queue_.take(2)), ElementsAre(&c_));
}

TEST_F(QueueTest, GivenSeveralTakers_WhenOneTakes_ThenItLeavesTheOthersTheirPart) {
    for (auto* job : {&a_, &b_, &c_}) EXPECT_TRUE(queue_.put(*job));
    EXPECT_THAT(taken(queue_.take(16, 2)), ElementsAre(&a_, &b_));
}

TEST_F(QueueTest, GivenAFullQueue_WhenPut_ThenRefused) {
    JobQueue queue{1};
    EXPECT_TRUE(queue.put(a_));
    EXPECT_FALSE(queue.put(b_));
    taken(queue.take(1));
    EXPECT_TRUE(queue.put(b_));
}

TEST_F(QueueTest, GivenAClosedQueue_WhenTaken_ThenTheRestComesAndThenNothing) {
    EXPECT_TRUE(queue_.put(a_));
    queue_.close();
    EXPECT_FALSE(queue_.put(b_));
    EXPECT_THAT(taken(queue_.take(5)), ElementsAre(&a_));
    EXPECT_TRUE(queue_.take(5).empty());
}

class Waiting : public testing::Test {
protected:
    kit::TemporaryFolder folder_;
    std::unique_ptr<Store> store_ = open_sqlite(
        {.file = folder_.path() / "x.db", .readers = 1, .queue_limit = 2, .ballast_bytes = 0},
        schema());
};

Task<> note(Store& store, std::int64_t id, std::vector<std::string>& answers) {
    auto work = [id](Tx& tx) { return keep(tx, id, "x"); };
    auto answer = co_await store.write(work);
    answers.push_back(answer ? "kept" : answer.problem().code);
}

TEST_F(Waiting, GivenTooManyWaitingWrites_WhenAnotherComes_ThenItIsRefusedAndTheOthersAreKept) {
    HeldBatch batch{*store_};
    std::vector<std::string> answers;
    for (int id = 1; id <= 3; ++id) batch.start(note(*store_, id, answers));
    batch.finish();
    EXPECT_THAT(answers, ElementsAre("store.busy", "kept", "kept"));
    EXPECT_EQ(count(*store_), 2);
}

TEST_F(Waiting, GivenTooManyWaitingReads_WhenAnotherComes_ThenItThrowsBusy) {
    int busy = 0;
    auto look = [](Store& store, int& refused) -> Task<> {
        try {
            auto slow = [](Tx& tx) { return count(tx); };
            co_await store.read(slow);
        } catch (Store::Busy const&) {
            ++refused;
        }
    };
    std::promise<void> entered;
    std::promise<void> release;
    auto hold = [](Store& store, std::promise<void>& in, std::promise<void>& out) -> Task<> {
        auto work = [&](Tx&) {
            in.set_value();
            out.get_future().wait();
            return 0;
        };
        co_await store.read(work);
    };
    boost::asio::io_context loop;
    auto ignore = [](std::exception_ptr error) { EXPECT_FALSE(error); };
    boost::asio::co_spawn(loop, hold(*store_, entered, release), ignore);
    loop.poll();
    entered.get_future().wait();
    for (int i = 0; i < 4; ++i) boost::asio::co_spawn(loop, look(*store_, busy), ignore);
    loop.poll();
    EXPECT_EQ(busy, 2);
    release.set_value();
    loop.run();
    EXPECT_EQ(busy, 2);
}

TEST_F(Waiting, GivenACancelledCoroutine_WhenItsWriteIsUnderWay_ThenItGoesOnOnlyAfterTheAnswer) {
    HeldBatch batch{*store_};
    std::vector<std::string> answers;
    boost::asio::cancellation_signal signal;
    auto ignore = [](std::exception_ptr) {};
    boost::asio::co_spawn(batch.loop(), note(*store_, 1, answers),
                          boost::asio::bind_cancellation_slot(signal.slot(), ignore));
    batch.loop().poll();
    signal.emit(boost::asio::cancellation_type::terminal);
    batch.loop().poll();
    EXPECT_TRUE(answers.empty());
    batch.finish();
    EXPECT_THAT(answers, ElementsAre("kept"));
    EXPECT_EQ(count(*store_), 1);
}

TEST_F(Waiting, GivenWaitingWrites_WhenTheStoreCloses_ThenAllAreAnsweredFirst) {
    HeldBatch batch{*store_};
    std::vector<std::string> answers;
    for (int id = 1; id <= 2; ++id) batch.start(note(*store_, id, answers));
    batch.let_go();
    store_.reset();
    batch.loop().run();
    EXPECT_THAT(answers, ElementsAre("kept", "kept"));
}

TEST_F(Waiting, GivenALoopThatIsGone_WhenItsWritesAreAnswered_ThenTheyAreKeptAndNothingIsLeaked) {
    std::vector<std::string> answers;
    {
        HeldBatch batch{*store_};
        for (int id = 1; id <= 2; ++id) batch.start(note(*store_, id, answers));
        batch.let_go();
        store_.reset();
    }
    EXPECT_TRUE(answers.empty());
    store_ = open_sqlite({.file = folder_.path() / "x.db", .ballast_bytes = 0}, schema());
    EXPECT_EQ(count(*store_), 2);
}

}  // namespace
}  // namespace horenso
