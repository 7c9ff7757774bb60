// Who holds a job, and what a runner that no longer holds it can't do.
#include "services/jobs/lease.hpp"

#include "kit/jobs.hpp"

namespace horenso::jobs {
namespace {

using namespace std::chrono_literals;
using kit::must;
using kit::noon;
using kit::org;
using kit::wait_for;

class JobsLease : public kit::JobsOnBothDatabases {
protected:
    /// The only one that is due.
    Jobs::Leased take_one(std::int64_t token, Pace const& pace = {}) {
        auto const taken = take(noon, token, pace);
        if (taken.size() != 1) throw std::runtime_error{"not one job"};
        return taken[0];
    }
    void fail(Jobs::Leased const& leased, Pace const& pace) {
        write([&](Tx& tx) { give_back(tx, leased, "test.refused", pace); });
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, JobsLease, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(JobsLease, GivenADueJob_WhenItIsTaken_ThenNobodyElseGetsIt) {
    schedule_one("a", noon, "payload");
    auto const leased = take_one(7);
    EXPECT_EQ(leased.job.org, org);
    EXPECT_EQ(leased.job.kind, "test.count");
    EXPECT_EQ(leased.job.key, "a");
    EXPECT_EQ(leased.job.due_at, noon);
    EXPECT_EQ(leased.job.payload, "payload");
    EXPECT_EQ(leased.attempts, 1);
    EXPECT_FALSE(leased.was_left);
    EXPECT_TRUE(take(noon + 1h, 8).empty());
}

TEST_P(JobsLease, GivenJobsOfSeveralTimes_WhenSomeAreTaken_ThenThoseDueLongestComeFirst) {
    for (int i : {3, 1, 4, 0, 2}) schedule_one(std::to_string(i), noon + i * 1min);
    write([](Tx& tx) { schedule(tx, Job{org, "test.unknown", "x", noon - 1h, ""}); });
    auto const first = take(noon + 3min, 7, {}, 3);
    ASSERT_EQ(first.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(first[i].job.key, std::to_string(i));
    auto const rest = take(noon + 3min, 7, {}, 3);
    ASSERT_EQ(rest.size(), 1u);
    EXPECT_EQ(rest[0].job.key, "3");
}

TEST_P(JobsLease, GivenARunnerThatFellAsleep_WhenItWakesWithAnOldToken_ThenItChangesNothing) {
    schedule_one("a", noon);
    auto const asleep = take_one(7, fleeting);
    auto const other = take_one(8);
    EXPECT_TRUE(other.was_left);
    EXPECT_EQ(other.attempts, 2);
    carry(asleep);
    fail(asleep, {});
    EXPECT_TRUE(done().empty());
    EXPECT_EQ(waiting()["a"].token, 8);
    carry(other);
    carry(asleep);
    carry(other);
    EXPECT_EQ(done()["a"], 1);
    EXPECT_TRUE(waiting().empty());
}

TEST_P(JobsLease, GivenWorkOutside_WhenAnotherHasTakenTheJob_ThenItsEndChangesNothing) {
    schedule_one("a", noon);
    auto const slow = take_one(7, fleeting);
    auto const other = take_one(8);
    auto const end = [this](Jobs::Leased const& leased, Next const& next) {
        write([&](Tx& tx) { finish(tx, leased, next); });
    };
    end(slow, Next{});
    end(slow, Next{noon + 1h});
    EXPECT_EQ(waiting()["a"].due_at, noon);
    EXPECT_EQ(waiting()["a"].token, 8);
    end(other, Next{});
    EXPECT_TRUE(waiting().empty());
}

TEST_P(JobsLease, GivenAJobUnderWay_WhenItIsScheduledAnew_ThenOnlyTheNewOneIsDone) {
    schedule_one("a", noon);
    auto const leased = take_one(7);
    schedule_one("a", noon + 1h);
    carry(leased);
    EXPECT_TRUE(done().empty());
    EXPECT_EQ(waiting()["a"].due_at, noon + 1h);
    EXPECT_EQ(waiting()["a"].attempts, 0);
}

TEST_P(JobsLease, GivenAJobUnderWay_WhenItIsCancelled_ThenItIsNotDone) {
    schedule_one("a", noon);
    auto const leased = take_one(7);
    write([](Tx& tx) { EXPECT_TRUE(cancel(tx, org, "test.count", "a")); });
    carry(leased);
    EXPECT_TRUE(done().empty());
}

TEST_P(JobsLease, GivenAnEffectThatRefuses_WhenItHasWritten_ThenNothingOfItIsKept) {
    schedule_one("a", noon);
    auto const leased = take_one(7);
    auto refuse = [](Tx& tx, Job const& job) -> Result<Next> {
        must(count(tx, job));
        return Problem{.status = 409, .code = "test.refused"};
    };
    auto attempt = [&](Tx& tx) { return carry_out(tx, leased, refuse); };
    auto const refused = wait_for(store().write(attempt));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "test.refused");
    EXPECT_TRUE(done().empty());
    EXPECT_EQ(waiting()["a"].token, 7);
}

TEST_P(JobsLease, GivenAnEffectThatSchedulesItsOwnJob_WhenItReturns_ThenThatCounts) {
    schedule_one("a", noon);
    auto const leased = take_one(7);
    auto move = [](Tx& tx, Job const& job) -> Result<Next> {
        schedule(tx, Job{job.org, job.kind, job.key, job.due_at + 1h, "further"});
        return Next{};
    };
    write([&](Tx& tx) { must(carry_out(tx, leased, move)); });
    EXPECT_EQ(waiting()["a"].due_at, noon + 1h);
    EXPECT_EQ(waiting()["a"].payload, "further");
}

TEST_P(JobsLease, GivenAFailure_WhenItIsNoted_ThenNobodyTakesTheJobUntilThePauseIsOver) {
    schedule_one("a", noon);
    Pace const slow{.first_pause = 1h};
    fail(take_one(7, fleeting), slow);
    EXPECT_EQ(waiting()["a"].code, "test.refused");
    EXPECT_EQ(waiting()["a"].token, 0);
    EXPECT_EQ(waiting()["a"].due_at, noon);
    EXPECT_TRUE(take(noon + 24h, 8).empty());
}

TEST_P(JobsLease, GivenAFailure_WhenThePauseIsOver_ThenItIsTakenAgainAndNotTakenForLeft) {
    schedule_one("a", noon);
    Pace const none{.first_pause = 0ms};
    fail(take_one(7), none);
    auto const again = take_one(8);
    EXPECT_EQ(again.attempts, 2);
    EXPECT_FALSE(again.was_left);
}

TEST_P(JobsLease, GivenAttemptsThatEndTheProcess_WhenItIsTakenAgain_ThenItIsHeldLonger) {
    schedule_one("a", noon);
    Pace const growing{.lease = 0ms, .first_pause = 1h};
    take_one(7, growing);
    take_one(8, growing);
    EXPECT_TRUE(take(noon, 9).empty());
    EXPECT_EQ(waiting()["a"].code, "jobs.left");
}

TEST_P(JobsLease, GivenALeaseTooLongToBeOne_WhenTheDatabasesClockWentBack_ThenTheJobIsTaken) {
    schedule_one("a", noon);
    Pace const before_the_jump{.lease = 4h};
    take_one(7, before_the_jump);
    EXPECT_EQ(take_one(8).token, 8);
}

TEST(JobsPause, GivenFailures_WhenTheyGoOn_ThenThePauseDoublesUpToAnHour) {
    Pace const pace;
    EXPECT_EQ(pause_after(1, pace), 5s);
    EXPECT_EQ(pause_after(2, pace), 10s);
    EXPECT_EQ(pause_after(10, pace), 2560s);
    EXPECT_EQ(pause_after(11, pace), 1h);
    EXPECT_EQ(pause_after(1'000'000, pace), 1h);
}

}  // namespace
}  // namespace horenso::jobs
