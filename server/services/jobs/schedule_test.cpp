#include "kit/jobs.hpp"

namespace horenso::jobs {
namespace {

using namespace std::chrono_literals;
using kit::noon;
using kit::org;

class JobsSchedule : public kit::JobsOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, JobsSchedule, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(JobsSchedule, GivenAJob_WhenItIsScheduledAgain_ThenThereIsOneWithTheNewTimeAndPayload) {
    schedule_one("a", noon, "old");
    schedule_one("a", noon + 1h, "new");
    ASSERT_EQ(waiting().size(), 1u);
    EXPECT_EQ(waiting()["a"].due_at, noon + 1h);
    EXPECT_EQ(waiting()["a"].payload, "new");
    EXPECT_TRUE(take(noon, 7).empty());
    EXPECT_EQ(take(noon + 1h, 7).size(), 1u);
}

TEST_P(JobsSchedule, GivenATransactionThatIsRolledBack_WhenItScheduled_ThenThereIsNoJob) {
    auto refuse = [](Tx& tx) -> Result<Done> {
        schedule(tx, Job{org, "test.count", "a", noon, ""});
        return Problem{.status = 409, .code = "general"};
    };
    EXPECT_FALSE(kit::wait_for(store().write(refuse)));
    EXPECT_TRUE(waiting().empty());
}

TEST_P(JobsSchedule, GivenAJob_WhenItIsCancelled_ThenItIsGoneAndASecondTimeThereIsNone) {
    schedule_one("a", noon);
    schedule_one("b", noon);
    write([](Tx& tx) {
        EXPECT_TRUE(cancel(tx, org, "test.count", "a"));
        EXPECT_FALSE(cancel(tx, org, "test.count", "a"));
        EXPECT_FALSE(cancel(tx, org, "test.other", "b"));
        EXPECT_FALSE(cancel(tx, OrgId{2}, "test.count", "b"));
    });
    ASSERT_EQ(waiting().size(), 1u);
    EXPECT_TRUE(waiting().contains("b"));
}

TEST_P(JobsSchedule, GivenAnotherOrganisation_WhenItHasTheSameKey_ThenBothHaveTheirJob) {
    schedule_one("a", noon);
    write([](Tx& tx) { schedule(tx, Job{OrgId{2}, "test.count", "a", noon + 1h, "other"}); });
    EXPECT_EQ(waiting()["a"].due_at, noon);
    EXPECT_EQ(take(noon + 1h, 7).size(), 2u);
}

TEST_P(JobsSchedule, GivenAJob_WhenItShallBeThereAtLatest_ThenTheEarlierTimeHolds) {
    auto at_latest = [this](Instant due_at) {
        write([&](Tx& tx) { schedule_at_latest(tx, Job{org, "test.count", "a", due_at, ""}); });
        return waiting()["a"].due_at;
    };
    EXPECT_EQ(at_latest(noon + 2h), noon + 2h);
    EXPECT_EQ(at_latest(noon + 1h), noon + 1h);
    EXPECT_EQ(at_latest(noon + 3h), noon + 1h);
}

TEST_P(JobsSchedule, GivenWhatWasTold_WhenTheRunnerHearsIt_ThenItTakesOnlyWhatIsItsOwn) {
    schedule_one("a", noon);
    write([](Tx& tx) { tx.tell({.stream = {org, "room", 7}, .json = "{}"}); });
    auto all = told();
    ASSERT_EQ(all.size(), 2u);
    kit::Node node{store(), quick};
    node.jobs.hear(all);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].stream.kind, "room");
}

TEST(JobsDaily, GivenATimeOfDay_WhenAskedForTheNext_ThenItIsAfterNowInJapan) {
    Instant const midnight = noon - 12h;
    EXPECT_EQ(next_daily(midnight, 180min), midnight + 3h);
    EXPECT_EQ(next_daily(midnight + 3h - 1ms, 180min), midnight + 3h);
    EXPECT_EQ(next_daily(midnight + 3h, 180min), midnight + 27h);
    EXPECT_EQ(next_daily(midnight, 0min), midnight + 24h);
    EXPECT_EQ(next_daily(midnight - 1ms, 0min), midnight);
}

}  // namespace
}  // namespace horenso::jobs
