// Whose device a session is on, and what that changes.
#include <gmock/gmock.h>

#include <mutex>

#include "kit/access.hpp"
#include "kit/jobs.hpp"
#include "kit/loops.hpp"
#include "platform/net/loops.hpp"
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using namespace std::chrono_literals;
using enum DeviceClass;

Problem const signed_out{.status = 401, .code = "access.signed_out"};

class Devices : public kit::AccessOnBothDatabases {
protected:
    Result<Done> change(Viewer const& who, DeviceClass device) {
        return wait_for(access().set_device(who, device));
    }
    DeviceClass said_of(Viewer const& who) { return must(wait_for(access().session(who))).device; }
    void run(Sql const& sql, auto... values) {
        auto once = [&](Tx& tx) -> Result<Done> {
            tx.run(sql, values...);
            return Done{};
        };
        must(wait_for(store().write(once)));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Devices, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Devices, GivenADeviceSaidAtSignIn_WhenIdentified_ThenTheViewerSitsAtIt) {
    give_password("sato");
    EXPECT_EQ(enter("sato").device, personal);
    auto const by_card = must(by_code(card_of(sato()).code, here, shared));
    EXPECT_EQ(by_card.view.device, shared);
    EXPECT_EQ(must(identify(by_card.token)).device, shared);
    auto const by_words =
        must(wait_for(access().sign_in_by_password("sato@minato", password, {here, shared})));
    EXPECT_EQ(by_words.view.device, shared);
    auto const viewer = must(identify(by_words.token));
    EXPECT_EQ(viewer.device, shared);
    EXPECT_EQ(said_of(viewer), shared);
}

TEST_P(Devices,
       GivenASharedDeviceOfOnesOwnMaking_WhenAColleaguesPasswordIsTriedThere_ThenTriesGoOn) {
    give_password("sato");
    auto const at = [&](std::string const& cookie, std::string typed) {
        auto in = wait_for(
            access().sign_in_by_password("sato@minato", std::move(typed), {here, shared, cookie}));
        return in ? "" : in.problem().code;
    };
    auto const counter = must(by_code(card_of(sato()).code, here, shared)).device.value();
    for (int i = 0; i < 3; ++i) {
        auto const made = must(by_code(card_of(person(minato, "tanaka")).code, here, shared));
        EXPECT_EQ(at(made.device.value(), "ちがう"), "access.bad_password");
    }
    auto const another = must(by_code(card_of(person(minato, "tanaka")).code, here, shared));
    EXPECT_EQ(at(another.device.value(), password), "access.wait");
    EXPECT_EQ(at(counter, password), "");  // where they were before, nobody holds them up
    clock.advance(24h * 4);
    for (int i = 0; i < 4; ++i) (void)by_password("sato@minato", "ちがう", here);
    EXPECT_EQ(at(counter, password), "access.wait");  // too long ago
}

TEST_P(Devices, GivenARowOfAnOlderProgram_WhenIdentified_ThenItIsOnesOwnAndLivesAsLong) {
    static constexpr Sql as_before{R"(
        INSERT INTO access_session
               (org_id, session_id, person_id, secret_hash, created_at, last_seen_at)
        VALUES ($1, $2, $3, $4, $5, $5))"};
    Token const token{minato, SessionId{77}, "secret"};
    run(as_before, minato, token.id, sato(), crypto::sha256(token.secret), clock.now());
    clock.advance(session_idle - 1ms);
    EXPECT_EQ(must(identify(token.text())).device, personal);
}

TEST_P(Devices, GivenASharedDevice_WhenNobodyUsesItForThirtyMinutes_ThenTheSessionIsOver) {
    auto const token = token_of("sato", shared);
    auto const at_home = token_of("sato");
    clock.advance(30min - 1ms);
    EXPECT_TRUE(identify(token));
    clock.advance(30min);
    EXPECT_EQ(identify(token).problem(), signed_out);
    EXPECT_TRUE(identify(at_home));
}

TEST_P(Devices, GivenAScreenThatOnlyStandsOpen_WhenItAsksOnAndOn_ThenTheSessionEndsAllTheSame) {
    auto const token = token_of("sato", shared);
    for (auto minute = 1; minute < 30; ++minute) {
        clock.advance(1min);
        ASSERT_TRUE(identify(token, Use::screen)) << minute;
    }
    clock.advance(1min);
    EXPECT_EQ(identify(token, Use::screen).problem(), signed_out);
}

TEST_P(Devices, GivenAnOwnDevice_WhenOnlyItsScreenAsks_ThenTheSessionGoesOnAsBefore) {
    auto const token = token_of("sato");
    for (auto day = 1; day < 30; ++day) {
        clock.advance(24h);
        ASSERT_TRUE(identify(token, Use::screen)) << day;
    }
}

TEST_P(Devices, GivenASharedDeviceInUse_WhenTwelveHoursAreOver_ThenTheSessionIs) {
    auto const token = token_of("sato", shared);
    for (auto at = 10min; at < 12h; at += 10min) {
        clock.set(morning + at);
        ASSERT_TRUE(identify(token)) << at.count();
    }
    clock.set(morning + 12h - 1ms);
    EXPECT_TRUE(identify(token));
    clock.advance(1ms);
    EXPECT_EQ(identify(token).problem(), signed_out);
}

TEST_P(Devices, GivenUsesWithinAMinute_WhenNoted_ThenOnlyTheFirstIsWritten) {
    static constexpr Sql seen{"SELECT last_seen_at FROM access_session WHERE org_id = $1"};
    auto const last_seen = [&] {
        auto read = [&](Tx& tx) {
            auto row = tx.query(seen, minato);
            row.next();
            return row.get<Instant>(0);
        };
        return wait_for(store().read(read));
    };
    auto const token = token_of("sato", shared);
    clock.advance(1min - 1ms);
    ASSERT_TRUE(identify(token));
    EXPECT_EQ(last_seen(), morning);
    clock.advance(1ms);
    ASSERT_TRUE(identify(token));
    EXPECT_EQ(last_seen(), morning + 1min);
}

TEST_P(Devices, GivenALongSession_WhenItsDeviceIsSaidToBeShared_ThenItsTimeBeginsThere) {
    auto const token = token_of("sato");
    clock.advance(24h * 5);
    auto const viewer = must(identify(token));
    clock.advance(31min);
    must(change(viewer, shared));
    EXPECT_EQ(must(identify(token)).device, shared);
    EXPECT_EQ(said_of(viewer), shared);
    clock.advance(30min);
    EXPECT_EQ(identify(token).problem(), signed_out);
}

TEST_P(Devices, GivenASharedDevice_WhenSaidToBeOnesOwn_ThenOnlyWhoHasJustSignedInMay) {
    auto const token = token_of("sato", shared), other = token_of("sato", shared);
    auto const viewer = must(identify(token)), late = must(identify(other));
    clock.advance(30min - 1ms);
    must(change(viewer, personal));
    ASSERT_TRUE(identify(other));
    clock.advance(1ms);
    EXPECT_EQ(change(late, personal).problem(),
              (Problem{.status = 403, .code = "access.device_later"}));
    must(change(late, shared));  // it is already
    EXPECT_EQ(said_of(late), shared);
    clock.advance(24h);
    EXPECT_TRUE(identify(token));
    EXPECT_FALSE(identify(other));
}

TEST_P(Devices, GivenAnOldSessionMadeSharedJustNow_WhenSaidToBeOnesOwn_ThenItIsTooLate) {
    auto const token = token_of("sato");
    clock.advance(1h);
    auto const viewer = must(identify(token));
    must(change(viewer, shared));
    EXPECT_EQ(change(viewer, personal).problem().code, "access.device_later");
}

TEST_P(Devices, GivenASessionThatHasEnded_WhenItsDeviceIsSaid_ThenNobodyIsSignedIn) {
    auto const viewer = enter("sato");
    must(wait_for(access().sign_out(viewer)));
    EXPECT_EQ(change(viewer, shared).problem(), signed_out);
}

TEST_P(Devices, GivenSharedDevices_WhenTheirTimeIsOver_ThenEachIsToldOnceAndTheOthersGoOn) {
    auto const unused = must(identify(token_of("sato", shared)));
    auto const old = must(identify(token_of("tanaka", shared)));
    enter("sato");
    clock.advance(20min);
    auto const in_use = token_of("aoki", shared);
    clock.advance(10min);
    static constexpr Sql make_old{R"(
        UPDATE access_session SET device_since = $3, last_seen_at = $4
         WHERE org_id = $1 AND session_id = $2)"};
    run(make_old, minato, old.session, clock.now() - 12h, clock.now());

    std::mutex mutex;
    std::multiset<std::int64_t> heard;
    auto const ended = [&](OrgId org, PersonId, SessionId session) {
        EXPECT_EQ(org, minato);
        std::lock_guard const lock{mutex};
        heard.insert(session.value);
    };
    auto const has_heard = [&](SessionId session) {
        std::lock_guard const lock{mutex};
        return heard.contains(session.value);
    };
    auto& loops = horenso::kit::lasting_loops(1);
    access().watch_shared(loops, ended, 1ms);
    std::jthread thread{[&] { loops.run(); }};
    jobs::kit::wait_until([&] { return has_heard(unused.session) && has_heard(old.session); });
    // One more that is over: when it is heard of, everything has been looked at again.
    auto insert = [&](Tx& tx) -> Result<Done> {
        insert_session(tx, {minato, SessionId{7}, "secret"}, {unused.person, shared}, morning);
        return Done{};
    };
    must(wait_for(store().write(insert)));
    jobs::kit::wait_until([&] { return has_heard(SessionId{7}); });
    loops.stop();
    thread.join();
    EXPECT_EQ(heard, (std::multiset<std::int64_t>{7, unused.session.value, old.session.value}));
    EXPECT_TRUE(identify(in_use));
}

}  // namespace
}  // namespace horenso::access
