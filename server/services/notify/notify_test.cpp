// Who is told what waited, and when: over nights, holidays, changed hours, and a server that slept.
#include "services/notify/notify.hpp"

#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::notify {
namespace {

using namespace std::chrono_literals;
using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

/// "12/28 17:15" of a year, in Japan.
Instant at(int year, int month, int day, int hour, int minute) {
    return local_midnight({year, month, day}) + std::chrono::minutes{60 * hour + minute};
}

class Openings : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto look_soon = [this](Tx& tx, OrgId org) {
            Notify::look_soon(tx, org, office().clock.now());
        };
        hours_.emplace(hours::Hours::Needs{store(), office().clock, policy(), look_soon});
        notify_.emplace(Notify::Needs{store(), office().clock, *hours_, policy(), find()});
        look_at(at(2026, 11, 24, 9, 0));  // a Tuesday
    }

    /// What the features would say: everything in `messages_` within the time.
    FindWaiting find() {
        return [this](Tx&, OrgId, PersonId person, hours::Opening during) {
            std::map<std::string, std::int64_t> found;
            for (auto const& [whom, place, when] : messages_)
                if (whom == person && when >= during.opens && when < during.closes) ++found[place];
            std::vector<Waiting> all;
            for (auto const& [place, messages] : found) all.push_back({place, messages});
            return all;
        };
    }
    void message(Viewer const& whom, Instant when, std::string place = "room:1") {
        messages_.emplace_back(whom.person, std::move(place), when);
    }
    /// The job, at this moment; gives when it is due again.
    Instant look_at(Instant now) {
        office().clock.set(now);
        auto write = [&](Tx& tx) -> Result<Instant> { return notify().look(tx); };
        return must(wait_for(store().write(write)));
    }
    void week(Viewer const& whose, int opens, int closes) {
        hours::Week week;
        for (std::size_t day = 1; day <= 5; ++day) week.at(day) = hours::Span{opens, closes};
        must(wait_for(hours_->set_week(whose, hours::own_scope(whose), week)));
    }
    void day(Viewer const& whose, std::string day, hours::Span open) {
        hours::DayChoice choice{std::move(day), hours::DayChoice::Says::open, open};
        must(wait_for(hours_->set_day(whose, hours::own_scope(whose), choice)));
    }
    Mine mine(Viewer const& whose) { return wait_for(notify().mine(whose)); }
    std::vector<Notice> notices(Viewer const& whose) { return mine(whose).notices; }
    void quiet(Viewer const& whose, std::string what, bool is_quiet = true) {
        must(wait_for(notify().set_quiet(whose, std::move(what), is_quiet)));
    }
    Notify& notify() { return *notify_; }

private:
    std::vector<std::tuple<PersonId, std::string, Instant>> messages_;
    std::optional<hours::Hours> hours_;
    std::optional<Notify> notify_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Openings, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Openings, Clause_B3_GivenMessagesOfTheEvening_WhenTheDayBegins_ThenTheyAreToldOnce) {
    EXPECT_EQ(look_at(at(2026, 11, 24, 16, 30)), at(2026, 11, 24, 17, 15));
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 17, 14));  // rang
    message(tanaka(), at(2026, 11, 24, 20, 0));
    message(tanaka(), at(2026, 11, 25, 7, 0));
    message(tanaka(), at(2026, 11, 25, 7, 0), "room:2");
    look_at(at(2026, 11, 25, 8, 29));
    EXPECT_THAT(notices(tanaka()), IsEmpty());
    look_at(at(2026, 11, 25, 8, 30));
    look_at(at(2026, 11, 25, 8, 30));
    look_at(at(2026, 11, 25, 9, 0));
    auto const told = notices(tanaka());
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told[0].closed_from, at(2026, 11, 24, 17, 15));
    EXPECT_EQ(told[0].closed_until, at(2026, 11, 25, 8, 30));
    EXPECT_THAT(told[0].waiting, ElementsAre(Waiting{"room:1", 2}, Waiting{"room:2", 1}));
    EXPECT_THAT(notices(hara()), IsEmpty());
}

TEST_P(Openings, Clause_B3_GivenAServerThatSleptOverTheNight_ThenTheDigestComesAtItsStart) {
    message(tanaka(), at(2026, 11, 24, 18, 0));
    message(tanaka(), at(2026, 11, 25, 9, 30));  // of the new day
    look_at(at(2026, 11, 25, 10, 0));
    auto const told = notices(tanaka());
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told[0].closed_from, at(2026, 11, 24, 17, 15));
    EXPECT_EQ(told[0].closed_until, at(2026, 11, 25, 8, 30));
    EXPECT_THAT(told[0].waiting, ElementsAre(Waiting{"room:1", 1}));
}

TEST_P(Openings, Clause_B3_GivenTheNewYear_ThenAllOfItIsOneDigest) {
    look_at(at(2026, 12, 28, 16, 0));
    for (auto now = at(2026, 12, 28, 17, 15); now < at(2027, 1, 4, 8, 30); now = now + 6h) {
        message(tanaka(), now);
        EXPECT_LE(look_at(now), now + 1h);
    }
    EXPECT_THAT(notices(tanaka()), IsEmpty());
    look_at(at(2027, 1, 4, 8, 30));  // a Monday
    auto const told = notices(tanaka());
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told[0].closed_from, at(2026, 12, 28, 17, 15));
    EXPECT_THAT(told[0].waiting, ElementsAre(Waiting{"room:1", 27}));
}

TEST_P(Openings, Clause_B2_GivenOwnHours_ThenEachOpensAtTheirOwn) {
    week(tanaka(), 13 * 60, 20 * 60);
    look_at(at(2026, 11, 24, 21, 0));
    message(tanaka(), at(2026, 11, 24, 22, 0));
    message(hara(), at(2026, 11, 24, 22, 0));
    look_at(at(2026, 11, 25, 8, 30));
    EXPECT_EQ(notices(hara()).size(), 1);
    EXPECT_THAT(notices(tanaka()), IsEmpty());
    EXPECT_FALSE(mine(tanaka()).rings);
    EXPECT_EQ(mine(tanaka()).changes_at, at(2026, 11, 25, 13, 0));
    look_at(at(2026, 11, 25, 13, 0));
    EXPECT_EQ(notices(tanaka()).size(), 1);
    EXPECT_TRUE(mine(tanaka()).rings);
    EXPECT_EQ(mine(tanaka()).changes_at, at(2026, 11, 25, 20, 0));
}

TEST_P(Openings, Clause_B2_GivenALongerDayToday_ThenWhatWaitedUntilThenIsTold) {
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 17, 20));
    day(tanaka(), "2026-11-24", {8 * 60 + 30, 19 * 60});
    look_at(at(2026, 11, 24, 17, 30));
    auto const told = notices(tanaka());
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told[0].closed_until, at(2026, 11, 24, 17, 30));
    EXPECT_THAT(told[0].waiting, ElementsAre(Waiting{"room:1", 1}));
}

TEST_P(Openings, Clause_B3_GivenItIsOff_ThenItRingsAtNightAndNothingIsTold) {
    ASSERT_TRUE(set(aoki(), "B3", "main", "off"));
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 20, 0));
    EXPECT_TRUE(mine(tanaka()).rings);
    EXPECT_FALSE(mine(tanaka()).holds);
    look_at(at(2026, 11, 25, 8, 30));
    EXPECT_THAT(notices(tanaka()), IsEmpty());
}

TEST_P(Openings, Clause_B1_GivenItIsOffAndNobodySetHours_ThenTheDayHasNoEnd) {
    ASSERT_TRUE(set(aoki(), "B1", "main", "off"));
    office().clock.set(at(2026, 11, 24, 3, 0));
    EXPECT_TRUE(mine(tanaka()).rings);
    look_at(at(2026, 11, 24, 12, 0));
    message(tanaka(), at(2026, 11, 25, 0, 0));
    look_at(at(2026, 11, 25, 1, 0));
    EXPECT_THAT(notices(tanaka()), IsEmpty());
}

TEST_P(Openings, GivenAClockThatGoesBack_ThenNothingIsToldTwice) {
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 20, 0));
    look_at(at(2026, 11, 25, 8, 30));
    look_at(at(2026, 11, 24, 16, 0));
    look_at(at(2026, 11, 25, 8, 30));
    EXPECT_EQ(notices(tanaka()).size(), 1);
    look_at(at(2026, 11, 25, 17, 15));
    message(tanaka(), at(2026, 11, 25, 20, 0));
    look_at(at(2026, 11, 26, 8, 30));
    EXPECT_EQ(notices(tanaka()).size(), 2);
}

TEST_P(Openings, GivenWhatSomebodyWantsQuiet_ThenItIsNotTold) {
    quiet(tanaka(), "room:1");
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 20, 0), "room:1");
    message(tanaka(), at(2026, 11, 24, 20, 0), "room:2");
    message(hara(), at(2026, 11, 24, 20, 0), "room:1");
    quiet(hara(), "talk");
    look_at(at(2026, 11, 25, 8, 30));
    ASSERT_EQ(notices(tanaka()).size(), 1);
    EXPECT_THAT(notices(tanaka())[0].waiting, ElementsAre(Waiting{"room:2", 1}));
    EXPECT_THAT(notices(hara()), IsEmpty());
    EXPECT_THAT(mine(hara()).quiet, ElementsAre("talk"));
    quiet(hara(), "talk", false);
    EXPECT_THAT(mine(hara()).quiet, IsEmpty());
}

TEST_P(Openings, GivenNotices_WhenTheyAreSeen_ThenTheMarkNeitherGoesBackNorPastTheNewest) {
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 20, 0));
    look_at(at(2026, 11, 25, 8, 30));
    auto const newest = notices(tanaka())[0].id;
    must(wait_for(notify().see(tanaka(), newest + 7)));
    EXPECT_EQ(mine(tanaka()).seen, newest);
    must(wait_for(notify().see(tanaka(), 0)));
    EXPECT_EQ(mine(tanaka()).seen, newest);
    EXPECT_EQ(mine(hara()).seen, 0);
}

TEST_P(Openings, GivenNoticesOfLongAgo_ThenTheyGo) {
    look_at(at(2026, 11, 24, 17, 15));
    message(tanaka(), at(2026, 11, 24, 20, 0));
    look_at(at(2026, 11, 25, 8, 30));
    look_at(at(2027, 3, 8, 17, 15));
    message(tanaka(), at(2027, 3, 8, 20, 0));
    look_at(at(2027, 3, 9, 8, 30));
    EXPECT_EQ(notices(tanaka()).size(), 1);
}

TEST_P(Openings, GivenWhatIsNeitherAKindNorAPlace_ThenItIsRefused) {
    for (std::string const what :
         {"", "board", "room:", "room:0", "room:01", "room:-1", "room:x"}) {
        auto const refused = wait_for(notify().set_quiet(tanaka(), what, true));
        ASSERT_FALSE(refused) << what;
        EXPECT_EQ(refused.problem().code, "notify.bad_choice");
    }
    for (int room = 1; room <= 500; ++room) quiet(tanaka(), "room:" + std::to_string(room));
    EXPECT_FALSE(wait_for(notify().set_quiet(tanaka(), "room:501", true)));
    quiet(tanaka(), "room:500");
}

TEST_P(Openings, Clause_B5_GivenALeave_ThenWhatCameIsToldOnceAtItsEnd) {
    must(wait_for(office().directory.set_leave(aoki(), tanaka().person,
                                               directory::Leave{"2026-11-25", "2026-12-01"})));
    message(tanaka(), at(2026, 11, 26, 10, 0));
    message(tanaka(), at(2026, 12, 1, 10, 0));
    look_at(at(2026, 11, 25, 8, 30));
    look_at(at(2026, 11, 26, 8, 30));
    EXPECT_TRUE(notices(tanaka()).empty());
    look_at(at(2026, 12, 2, 8, 30));
    ASSERT_EQ(notices(tanaka()).size(), 1u);
    EXPECT_THAT(notices(tanaka())[0].waiting, ElementsAre(Waiting{"room:1", 2}));
}

}  // namespace
}  // namespace horenso::notify
