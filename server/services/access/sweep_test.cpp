// What is over is deleted, and nothing else.
#include "kit/access.hpp"
#include "kit/jobs.hpp"
#include "kit/loops.hpp"
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

class Sweep : public kit::AccessOnBothDatabases {
protected:
    /// Sweeps once; whether there may be more.
    bool swept() {
        auto once = [this](Tx& tx) -> Result<bool> { return sweep(tx, clock.now()); };
        return must(wait_for(store().write(once)));
    }
    /// A server that runs at `at` and has done what was due.
    void run_at(Instant at) {
        clock.set(at);
        auto& loops = horenso::kit::lasting_loops(1);
        jobs::Jobs jobs{{store(), loops, clock, {.period = 5ms}}};
        add_jobs(jobs, clock);
        jobs.start();
        std::jthread thread{[&] { loops.run(); }};
        jobs::kit::wait_until([&] { return next_sweep() > at; });
        loops.stop();
    }
    /// Night after night, the last at `last`.
    void run_nightly(Instant first, Instant last) {
        for (auto night = first; night <= last; night = jobs::next_daily(night, 180min))
            run_at(night);
    }
    Instant next_sweep() {
        static constexpr Sql due{
            "SELECT COALESCE(MAX(due_at), 0) FROM job WHERE kind = 'access.sweep'"};
        return {rows(due)};
    }
    std::int64_t rows(Sql const& sql) {
        auto count = [&](Tx& tx) {
            auto row = tx.query(sql);
            row.next();
            return row.get<std::int64_t>(0);
        };
        return wait_for(store().read(count));
    }
    std::int64_t sessions() {
        static constexpr Sql count{"SELECT COUNT(*) FROM access_session"};
        return rows(count);
    }
    std::int64_t cards() {
        static constexpr Sql count{"SELECT COUNT(*) FROM access_card"};
        return rows(count);
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Sweep, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Sweep, GivenAnUnusedSession_WhenItsTimeIsOver_ThenItIsDeletedAndEndsEverywhere) {
    auto const unused = enter("sato");
    clock.advance(session_idle - 1ms);
    auto const token = token_of("tanaka");
    EXPECT_FALSE(swept());
    EXPECT_EQ(sessions(), 2);
    clock.advance(1ms);
    EXPECT_FALSE(swept());
    EXPECT_EQ(sessions(), 1);
    EXPECT_EQ(ended(), std::vector{unused.session.value});
    EXPECT_TRUE(identify(token));
}

TEST_P(Sweep, GivenASessionInDailyUse_WhenItsLifeIsOver_ThenItIsDeleted) {
    auto const token = token_of("sato");
    for (auto age = 24h; age < session_life; age += 24h) {
        clock.set(morning + age);
        ASSERT_TRUE(identify(token));
        swept();
    }
    EXPECT_EQ(sessions(), 1);
    clock.set(morning + session_life);
    swept();
    EXPECT_EQ(sessions(), 0);
}

TEST_P(Sweep, GivenSharedDevices_WhenTheirTimeIsOver_ThenTheirSessionsAreDeletedLikeTheOthers) {
    auto const unused = must(identify(token_of("sato", DeviceClass::shared)));
    auto const own = token_of("sato");
    auto const used = token_of("tanaka", DeviceClass::shared);
    clock.advance(shared_idle - 1ms);
    ASSERT_TRUE(identify(used));
    swept();
    EXPECT_EQ(sessions(), 3);
    clock.advance(1ms);
    swept();
    EXPECT_EQ(ended(), std::vector{unused.session.value});
    for (auto age = 50min; age < shared_life; age += 20min) {
        clock.set(morning + age);
        ASSERT_TRUE(identify(used));
        swept();
    }
    EXPECT_EQ(sessions(), 2);
    clock.set(morning + shared_life);
    swept();
    EXPECT_EQ(sessions(), 1);
    EXPECT_TRUE(identify(own));
}

TEST_P(Sweep, GivenCards_WhenTheirTimeIsOver_ThenTheyAreDeleted) {
    card_of(sato());
    clock.advance(24h * 7 - 1ms);
    auto const newer = card_of(person(minato, "tanaka"));
    swept();
    EXPECT_EQ(cards(), 2);
    clock.advance(1ms);
    swept();
    EXPECT_EQ(cards(), 1);
    EXPECT_TRUE(by_code(newer.code));
}

TEST_P(Sweep, GivenAClockThatJumpsYearsAheadTwice_WhenItIsRightAgain_ThenNothingIsLost) {
    auto const token = token_of("sato");
    auto const card = card_of(person(minato, "tanaka"));
    auto const now = clock.now();
    auto const wrong = now + 24h * 365 * 12;
    run_nightly(now, now + 24h);
    run_at(wrong);
    EXPECT_FALSE(identify(token));
    enter("sato");  // somebody is in, also in the wrong time
    run_at(now + 48h);
    run_at(wrong + 1min);
    clock.set(now + 48h);
    EXPECT_TRUE(identify(token));
    EXPECT_TRUE(by_code(card.code));
}

TEST_P(Sweep, GivenAServerThatWasOffForAMonth_WhenTwoNightsHavePassed_ThenWhatIsOverIsDeleted) {
    auto const token = token_of("sato");
    auto const now = clock.now();
    run_nightly(now, now + 24h);
    auto const back = now + 24h * 30;
    run_at(back);
    EXPECT_EQ(sessions(), 1);
    run_at(jobs::next_daily(back, 180min));
    EXPECT_EQ(sessions(), 0);
    EXPECT_FALSE(identify(token));
}

TEST_P(Sweep, GivenMoreThanAHundredSessionsThatAreOver_WhenTheJobRuns_ThenItGoesOnUntilNoneIsLeft) {
    auto const whose = sato();
    auto open_many = [&](Tx& tx) -> Result<Done> {
        for (int i = 1; i <= 250; ++i)
            insert_session(tx, {minato, SessionId{i}, "secret"}, {whose}, morning - session_life);
        return Done{};
    };
    must(wait_for(store().write(open_many)));
    auto const in_use = token_of("tanaka");
    run_nightly(morning, morning + 48h);
    EXPECT_EQ(sessions(), 1);
    EXPECT_EQ(next_sweep(), jobs::next_daily(clock.now(), 180min));
    EXPECT_TRUE(identify(in_use));
}

}  // namespace
}  // namespace horenso::access
