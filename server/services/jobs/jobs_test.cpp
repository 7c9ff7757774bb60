// Runners with real loops, alone and together.
#include <sqlite3.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "kit/jobs.hpp"

namespace horenso::jobs {
namespace {

using namespace std::chrono_literals;
using kit::noon;
using kit::org;
using kit::wait_until;

class JobsRun : public kit::JobsOnBothDatabases {
protected:
    void wait_for_all() {
        wait_until([this] { return waiting().empty(); });
    }
    /// Jobs that are scheduled now and done: whatever was due has been looked at since.
    void see_that_it_works() {
        for (auto const* key : {"first", "second"}) {
            schedule_one(key, noon - 24h * 365);
            wait_until([&] { return !waiting().contains(key); });
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, JobsRun, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(JobsRun, GivenJobs_WhenTheirTimeComes_ThenEachIsDoneOnce) {
    auto node = make_node(store());
    schedule_one("now", noon);
    schedule_one("later", noon + 1ms);
    node->start();
    wait_until([this] { return !waiting().contains("now"); });
    see_that_it_works();
    EXPECT_TRUE(waiting().contains("later"));
    node->set_clock(noon + 1ms);
    wait_for_all();
    EXPECT_EQ(done()["now"], 1);
    EXPECT_EQ(done()["later"], 1);
}

TEST_P(JobsRun, GivenTwoNodes_WhenFiveHundredJobsAreDue_ThenEachIsDoneOnce) {
    std::unique_ptr<WholeStore> second;
    if (GetParam() == Dialect::postgres) second = database().open();
    {
        auto one = make_node(store());
        auto other = make_node(second ? *second : store());
        write([](Tx& tx) {
            for (int i = 0; i < 500; ++i)
                schedule(tx, Job{org, "test.count", std::to_string(i), noon - i * 1min, ""});
        });
        one->start();
        other->start();
        wait_for_all();
        see_that_it_works();
    }
    auto const times = done();
    EXPECT_EQ(times.size(), 502u);
    for (auto const& [key, count] : times) EXPECT_EQ(count, 1) << key;
}

TEST_P(JobsRun, GivenARunnerThatDiedHoldingAJob_WhenItsLeaseIsOver_ThenAnotherDoesIt) {
    schedule_one("a", noon);
    auto const left = take(noon, 7, fleeting);
    auto node = make_node(store());
    node->start();
    wait_for_all();
    carry(left.at(0));
    EXPECT_EQ(done()["a"], 1);
}

TEST_P(JobsRun, GivenAnEffectThatFails_WhenItIsTriedAgain_ThenOnlyTheAttemptThatWorkedCounts) {
    kit::Node node{store(), quick};
    node.jobs.on("test.refuses", [](Tx& tx, Job const& job) -> Result<Next> {
        kit::must(count(tx, job));
        return Problem{.status = 409, .code = "test.refused"};
    });
    node.jobs.on("test.throws", [](Tx& tx, Job const& job) -> Result<Next> {
        kit::must(count(tx, job));
        throw std::runtime_error{"thrown on purpose"};
    });
    std::atomic<int> tries = 0;
    node.jobs.on("test.third", [&](Tx& tx, Job const& job) -> Result<Next> {
        if (++tries < 3) throw std::runtime_error{"thrown on purpose"};
        return count(tx, job);
    });
    write([](Tx& tx) {
        for (auto const* kind : {"test.refuses", "test.throws", "test.third"})
            schedule(tx, Job{org, kind, kind, noon, ""});
    });
    node.start();
    wait_until([this] { return waiting().size() == 2; });
    wait_until([this] {
        auto rows = waiting();
        return rows["test.refuses"].attempts > 3 && rows["test.throws"].attempts > 3;
    });
    node.stop();
    EXPECT_EQ(waiting()["test.refuses"].code, "test.refused");
    EXPECT_EQ(waiting()["test.throws"].code, "jobs.threw");
    auto const times = done();
    EXPECT_EQ(times.size(), 1u);
    EXPECT_EQ(times.at("test.third"), 1);
    EXPECT_EQ(tries, 3);
}

TEST_P(JobsRun, GivenAJobThatRecurs_WhenClocksJumpForthAndBack_ThenItIsDoneOncePerTime) {
    kit::Node node{store(), quick};
    node.jobs.on("test.count", count);
    node.jobs.on("test.daily", [](Tx& tx, Job const& job) -> Result<Next> {
        kit::must(count(tx, job));
        return Next{job.due_at + 24h};
    });
    write([](Tx& tx) { schedule(tx, Job{org, "test.daily", "daily", noon + 1h, ""}); });
    auto const becomes = [this](Instant next) {
        wait_until([&] { return waiting()["daily"].due_at == next; });
        see_that_it_works();
        EXPECT_EQ(waiting()["daily"].due_at, next);
        EXPECT_EQ(waiting()["daily"].attempts, 0);
        return done()["daily"];
    };
    node.start();
    EXPECT_EQ(becomes(noon + 1h), 0);
    node.set_clock(noon + 1h);
    EXPECT_EQ(becomes(noon + 25h), 1);
    node.set_clock(noon - 48h);
    EXPECT_EQ(becomes(noon + 25h), 1);
    node.set_clock(noon + 25h - 1ms);
    EXPECT_EQ(becomes(noon + 25h), 1);
    node.set_clock(noon + 50h);
    EXPECT_EQ(becomes(noon + 73h), 3);
}

TEST_P(JobsRun, GivenAServerThatSleptThroughJobs_WhenItStarts_ThenEachIsDoneOnce) {
    auto node = make_node(store());
    node->start();
    see_that_it_works();
    node.reset();
    for (auto const* key : {"a", "b", "c"}) schedule_one(key, noon + 1h);
    reopen();
    node = make_node(store());
    node->set_clock(noon + 24h);
    node->start();
    wait_for_all();
    node.reset();
    reopen();
    node = make_node(store());
    node->set_clock(noon + 25h);
    node->start();
    see_that_it_works();
    for (auto const* key : {"a", "b", "c"}) EXPECT_EQ(done()[key], 1) << key;
}

TEST_P(JobsRun, GivenNothingDue_WhenTheRunnerLooks_ThenItWritesNothing) {
    schedule_one("later", noon + 1h);
    auto node = make_node(store());
    node->start();
    node->wait_for_looks(50);
    EXPECT_EQ(node->counting.writes, 0);
}

TEST_P(JobsRun, GivenADueJob_WhenATransactionScheduledIt_ThenTheRunnerDoesNotWaitForItsNextLook) {
    kit::Node node{store(), {.period = 24h}};
    node.jobs.on("test.count", count);
    node.start();
    wait_until([&] { return node.counting.reads > 0; });
    schedule_one("a", noon);
    auto what = told();
    node.jobs.hear(what);
    wait_for_all();
    EXPECT_EQ(done()["a"], 1);
}

TEST_P(JobsRun, GivenAJobThatIsKept_WhenTheServerStarts_ThenItIsThereAndNoLaterThanBefore) {
    auto const start = [this](Instant first) {
        kit::Node node{store(), quick};
        node.jobs.on("test.count", count);
        node.jobs.keep(Job{org, "test.count", "kept", first, ""});
        node.start();
        see_that_it_works();
        return waiting()["kept"].due_at;
    };
    EXPECT_EQ(start(noon + 2h), noon + 2h);
    EXPECT_EQ(start(noon + 1h), noon + 1h);
    EXPECT_EQ(start(noon + 3h), noon + 1h);
}

/// What is outside: seen, and let go on.
struct Outer {
    std::atomic<int> begun = 0;
    std::atomic<int> ended = 0;
    std::atomic<bool> may_end = false;
};

Task<Result<Next>> go_out(Outer& outer) {
    auto const attempt = ++outer.begun;
    auto const here = co_await boost::asio::this_coro::executor;
    boost::asio::steady_timer timer{here};
    while (!outer.may_end) {
        timer.expires_after(1ms);
        co_await timer.async_wait(boost::asio::use_awaitable);
    }
    ++outer.ended;
    if (attempt == 1) throw std::runtime_error{"thrown on purpose"};
    co_return Next{};
}

TEST_P(JobsRun, GivenWorkOutside_WhenTheServerStops_ThenItEndsAndIsDoneAgainOnlyIfItFailed) {
    Outer outer;
    auto const node = [&] {
        auto made = std::make_unique<kit::Node>(store(), quick);
        made->jobs.on_outside("test.out", [&outer](Job) { return go_out(outer); });
        return made;
    };
    write([](Tx& tx) { schedule(tx, Job{org, "test.out", "a", noon, ""}); });
    auto const stopped_while_out = [&](int attempt) {
        auto made = node();
        outer.may_end = false;
        made->start();
        made->when_stopping([&outer] { outer.may_end = true; });
        wait_until([&] { return outer.begun == attempt; });
        made->stop();
    };
    stopped_while_out(1);
    EXPECT_EQ(outer.ended, 1);
    EXPECT_EQ(waiting()["a"].code, "jobs.threw");
    stopped_while_out(2);
    EXPECT_EQ(outer.ended, 2);
    EXPECT_TRUE(waiting().empty());
}

TEST(JobsIdle, GivenNothingDueOnSqlite_WhenTheRunnerLooks_ThenTheFilesStayAsTheyAre) {
    horenso::kit::Database database{Dialect::sqlite, find_migrations(embedded::files())};
    auto store = database.open();
    kit::Node node{*store, {.period = 5ms}};
    node.start();
    node.wait_for_looks(2);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(database.file().c_str(), &other), SQLITE_OK);
    auto const version = [&] {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(other, "PRAGMA data_version", -1, &statement, nullptr);
        EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
        auto const value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    };
    auto const wal = database.file().string() + "-wal";
    auto const before = version();
    auto const written = std::filesystem::last_write_time(wal);
    node.wait_for_looks(50);
    EXPECT_EQ(version(), before);
    EXPECT_EQ(std::filesystem::last_write_time(wal), written);
    sqlite3_close(other);
}

}  // namespace
}  // namespace horenso::jobs
