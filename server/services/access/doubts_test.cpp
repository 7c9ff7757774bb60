// Use that can't be one person's: whom it is told to, and what follows (clause 3.3).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "kit/passkey_device.hpp"
#include "services/access/doubts.hpp"
#include "services/access/pin_places.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr char const* pc = "Windows Chrome";
constexpr char const* mobile = "iPhone Safari";
constexpr char const* at_main = "192.0.2.7";
constexpr char const* at_north = "203.0.113.7";
constexpr char const* at_home = "198.51.100.7";

constexpr Sql count_sightings{"SELECT COUNT(*) FROM access_sighting"};

class Doubting : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        doubts_.emplace(Doubts::Needs{store(), clock, ids});
        PlaceRules places{{store(), clock}};
        auto const aoki = enter("aoki");
        auto said = must(wait_for(places.places(aoki, at_main))).places;
        said.networks = {{"本所", "192.0.2.0/24", NetworkClass::office, "本所"},
                         {"北支所", "203.0.113.0/24", NetworkClass::office, "北支所"},
                         {"来客用", "192.0.2.128/25", NetworkClass::elsewhere, "本所"}};
        for (auto& cell : said.allowances) cell.administration = true;
        must(wait_for(places.set(aoki, said, at_main)));
    }
    void TearDown() override {
        passkeys_.reset();
        doubts_.reset();
        AccessOnBothDatabases::TearDown();
    }

    Doubts& doubts() { return *doubts_; }
    void act(Viewer const& who, std::string address, std::string client) {
        wait_for(doubts().see(who, std::move(address), std::move(client)));
        clock.advance(std::chrono::seconds{2});
    }
    std::vector<Doubt> asked(Viewer const& who) { return wait_for(doubts().mine(who)); }
    std::vector<Doubt> denied(Viewer const& who) { return must(wait_for(doubts().denied(who))); }
    std::string settle(Viewer const& who, DoubtId doubt, Claim claim) {
        auto const settled = wait_for(doubts().settle(who, doubt, claim));
        return settled ? "" : settled.problem().code;
    }
    /// 佐藤 at two desks at once.
    struct Two {
        std::string here, there;
        Viewer at_here = {};
        Viewer at_there = {};
    };
    Two in_two_places() {
        Two two{.here = token_of("sato"), .there = token_of("sato")};
        two.at_here = must(identify(two.here));
        two.at_there = must(identify(two.there));
        act(two.at_here, at_main, pc);
        act(two.at_there, at_north, pc);
        return two;
    }
    std::int64_t sightings() {
        auto count = [](Tx& tx) {
            auto row = tx.query(count_sightings);
            return row.next() ? row.get<std::int64_t>(0) : -1;
        };
        return wait_for(store().read(count));
    }
    void add_passkey(Viewer const& who, std::string name) {
        RelyingParty const place{"https://horenso.example.jp", "horenso.example.jp"};
        kit::PasskeyDevice device{place};
        auto const offer = must(wait_for(passkeys().offer(who, place, {})));
        must(wait_for(passkeys().add(who, place, device.make(offer, std::move(name)))));
    }
    std::vector<std::string> passkeys_of(Viewer const& who) {
        std::vector<std::string> names;
        for (auto const& one : wait_for(passkeys().list(who))) names.push_back(one.name);
        return names;
    }
    std::string code(Result<Viewer> const& viewer) { return viewer ? "" : viewer.problem().code; }

private:
    Passkeys& passkeys() {
        if (!passkeys_) passkeys_.emplace(Passkeys::Needs{store(), clock, ids, access()});
        return *passkeys_;
    }
    std::optional<Doubts> doubts_;
    std::optional<Passkeys> passkeys_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Doubting, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Doubting, Clause_3_3_GivenAPcAndATelephoneTogether_WhenBothAreUsed_ThenNobodyIsAsked) {
    auto const desk = enter("sato");
    auto const phone = enter("sato");
    for (int turn = 0; turn < 5; ++turn) {
        act(desk, at_main, pc);
        act(phone, at_home, mobile);
        act(phone, at_main, mobile);
    }
    EXPECT_THAT(asked(desk), IsEmpty());
}

TEST_P(Doubting, Clause_3_3_GivenTwoDevicesInTwoPlaces_WhenBothAreUsed_ThenOnlyThePersonIsAsked) {
    auto const two = in_two_places();
    auto const mine = asked(two.at_here);
    ASSERT_THAT(mine, SizeIs(1));
    EXPECT_EQ(mine[0].kind, Doubtful::Kind::places);
    EXPECT_TRUE(mine[0].asks);
    EXPECT_EQ(mine[0].first.site, "本所");
    EXPECT_TRUE(mine[0].first.is_here);
    EXPECT_EQ(mine[0].second.site, "北支所");
    EXPECT_FALSE(mine[0].second.is_here);
    EXPECT_THAT(denied(enter("aoki")), IsEmpty());
    EXPECT_THAT(asked(enter("tanaka")), IsEmpty());
    EXPECT_EQ(code(identify(two.here)) + code(identify(two.there)), "");  // nothing is blocked
}

TEST_P(Doubting, Clause_3_3_GivenThatItWasI_WhenItHappensAgain_ThenItIsNotAskedForAWhile) {
    auto const two = in_two_places();
    EXPECT_EQ(settle(two.at_here, asked(two.at_here).at(0).id, Claim::mine), "");
    for (int turn = 0; turn < 3; ++turn) {
        act(two.at_here, at_main, pc);
        act(two.at_there, at_north, pc);
    }
    EXPECT_THAT(asked(two.at_here), IsEmpty());
    EXPECT_THAT(denied(enter("aoki")), IsEmpty());
    clock.advance(std::chrono::hours{24 * 30});
    act(two.at_here, at_main, pc);
    act(two.at_there, at_north, pc);
    EXPECT_THAT(asked(two.at_here), SizeIs(1));
}

TEST_P(Doubting, Clause_3_3_GivenThatItWasNotI_WhenSaid_ThenTheOtherSessionsEndAndItIsTold) {
    auto const two = in_two_places();
    auto const third = token_of("sato");
    EXPECT_EQ(settle(two.at_here, asked(two.at_here).at(0).id, Claim::not_mine), "");
    EXPECT_EQ(code(identify(two.here)), "");
    EXPECT_EQ(code(identify(two.there)), "access.signed_out");
    EXPECT_EQ(code(identify(third)), "access.signed_out");
    auto const told = denied(enter("aoki"));
    ASSERT_THAT(told, SizeIs(1));
    EXPECT_EQ(told[0].person, sato());
    EXPECT_EQ(told[0].sessions, 2);
    EXPECT_EQ(told[0].answered_at, clock.now());
}

TEST_P(Doubting, Clause_3_3_GivenAPin_WhenItWasNotI_ThenItIsGoodNowhere) {
    auto const two = in_two_places();
    auto const who = sato();
    must(by_code(card_of(who).code, at_main, DeviceClass::shared));
    auto look = [&](Tx& tx) { return pin_places_of(tx, minato, who, clock.now()).size(); };
    EXPECT_EQ(wait_for(store().read(look)), 1U);
    EXPECT_EQ(settle(two.at_here, asked(two.at_here).at(0).id, Claim::not_mine), "");
    EXPECT_EQ(wait_for(store().read(look)), 0U);
}

TEST_P(Doubting, Clause_3_3_GivenPasskeysOfBoth_WhenItWasNotI_ThenTheOtherDevicesIsGone) {
    auto const two = in_two_places();
    add_passkey(two.at_here, "こちら");
    add_passkey(two.at_there, "むこう");
    EXPECT_THAT(passkeys_of(two.at_here), ElementsAre("こちら", "むこう"));
    EXPECT_EQ(settle(two.at_here, asked(two.at_here).at(0).id, Claim::not_mine), "");
    EXPECT_THAT(passkeys_of(two.at_here), ElementsAre("こちら"));
}

TEST_P(Doubting, Clause_3_3_GivenACopiedSession_WhenItWasNotI_ThenAllThatIsOfItEndsToo) {
    auto const token = token_of("sato");
    auto const viewer = must(identify(token));
    add_passkey(viewer, "だれかの");
    for (int turn = 0; turn < 3; ++turn) {
        act(viewer, at_home, mobile);
        act(viewer, at_home, pc);
    }
    auto const mine = asked(viewer);
    ASSERT_THAT(mine, SizeIs(1));
    EXPECT_EQ(mine[0].kind, Doubtful::Kind::copied);
    auto const settled = must(wait_for(doubts().settle(viewer, mine[0].id, Claim::not_mine)));
    EXPECT_TRUE(settled.signed_out);
    EXPECT_EQ(code(identify(token)), "access.signed_out");
    EXPECT_THAT(passkeys_of(viewer), IsEmpty());
}

TEST_P(Doubting, GivenAnotherBrowserOnce_WhenUsed_ThenNobodyIsAsked) {
    auto const viewer = enter("sato");
    act(viewer, at_home, mobile);
    act(viewer, at_home, pc);
    for (int turn = 0; turn < 5; ++turn) act(viewer, at_home, pc);
    EXPECT_THAT(asked(viewer), IsEmpty());
}

TEST_P(Doubting, GivenADayWithoutAnAnswer_WhenOver_ThenItWaitsAndNobodyElseHears) {
    auto const two = in_two_places();
    clock.advance(std::chrono::hours{24});
    auto const mine = asked(two.at_here);
    ASSERT_THAT(mine, SizeIs(1));
    EXPECT_FALSE(mine[0].asks);
    EXPECT_THAT(denied(enter("aoki")), IsEmpty());
    EXPECT_EQ(settle(two.at_here, mine[0].id, Claim::mine), "");
    EXPECT_EQ(settle(two.at_here, mine[0].id, Claim::not_mine), "access.no_such_doubt");
}

TEST_P(Doubting, GivenAnothersDoubt_WhenAnswered_ThenItIsLikeNotThere) {
    auto const two = in_two_places();
    auto const doubt = asked(two.at_here).at(0).id;
    for (auto const& login : {"tanaka", "aoki"})
        EXPECT_EQ(settle(enter(login), doubt, Claim::mine), "access.no_such_doubt");
    EXPECT_EQ(settle(two.at_here, DoubtId{1}, Claim::mine), "access.no_such_doubt");
    EXPECT_EQ(wait_for(doubts().denied(two.at_here)).problem().code, "directory.not_administrator");
}

TEST_P(Doubting, GivenAnAnswer_WhenGiven_ThenItLeavesOneRowAndAQuestionLeavesNone) {
    auto recorded_by = [&](auto act) { return audit::kit::recorded_by(store(), minato, act); };
    std::vector<audit::kit::Recorded> rows;
    std::pair<Claim, char const*> const answers[] = {{Claim::mine, "access.doubt_settled"},
                                                     {Claim::not_mine, "access.doubt_denied"}};
    for (auto const& answer : answers) {
        auto const desk = enter("sato");
        auto const other = enter("sato");
        rows = recorded_by([&] {
            act(desk, at_main, pc);
            act(other, at_north, pc);
        });
        EXPECT_THAT(rows, IsEmpty());
        auto const doubt = asked(desk).at(0).id;
        rows = recorded_by([&] { EXPECT_EQ(settle(desk, doubt, answer.first), ""); });
        ASSERT_THAT(rows, SizeIs(1));
        EXPECT_EQ(rows[0].action, answer.second);
        EXPECT_EQ(rows[0].subject_id, sato().value);
    }
}

TEST_P(Doubting, GivenUseThatIsOrdinary_WhenItGoesOn_ThenWhereSomebodyWasIsNotKept) {
    auto const viewer = enter("sato");
    act(viewer, at_main, pc);
    EXPECT_EQ(sightings(), 1);
    clock.advance(sighting_life + std::chrono::seconds{1});
    act(enter("tanaka"), at_main, pc);
    EXPECT_EQ(sightings(), 1);  // 田中's
    clock.advance(sighting_life + std::chrono::seconds{1});
    auto clean = [&](Tx& tx) -> Result<Done> {
        sweep_doubts(tx, clock.now(), 100);
        return Done{};
    };
    must(wait_for(store().write(clean)));
    EXPECT_EQ(sightings(), 0);
}

}  // namespace
}  // namespace horenso::access
