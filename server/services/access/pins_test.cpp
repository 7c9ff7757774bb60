// 交代する: taking over a shared device by PIN (clause 3.3).
#include "services/access/pins.hpp"

#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "platform/time/days.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/access/known.hpp"
#include "services/access/pin_places.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;
using enum DeviceClass;

class WithPins : public kit::AccessOnBothDatabases {
protected:
    static constexpr char const* pin = "739184";
    static constexpr char const* other_pin = "408273";

    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        pins_.emplace(Pins::Needs{store(), clock, hasher, access()});
        devices_.emplace(Devices::Needs{store(), clock, ids});
    }
    void TearDown() override {
        devices_.reset();
        pins_.reset();
        AccessOnBothDatabases::TearDown();
    }
    Pins& pins() { return *pins_; }
    Devices& devices() { return *devices_; }

    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    /// The PC at the counter; its browser keeps the cookie of the device.
    struct Counter {
        std::string cookie = {};
        std::string session = {};
    };
    Arrival at(Counter const& counter) { return {here, shared, counter.cookie}; }
    /// By card.
    Viewer come(Counter& counter, std::string const& login) {
        auto in = must(
            wait_for(access().sign_in_by_code(card_of(person(minato, login)).code, at(counter))));
        if (in.device) counter.cookie = *in.device;
        counter.session = in.token;
        return must(identify(in.token));
    }
    Viewer come_and_choose(Counter& counter, std::string const& login, std::string chosen = pin) {
        auto const viewer = come(counter, login);
        must(wait_for(pins().set(viewer, std::move(chosen), {})));
        return viewer;
    }
    Result<SignedIn> take(Counter const& counter, std::string const& login,
                          std::string typed = pin) {
        TakeOver wish{person(minato, login), std::move(typed), counter.session};
        return wait_for(pins().take_over(std::move(wish), at(counter)));
    }
    std::vector<std::string> names(Counter const& counter) {
        std::vector<std::string> out;
        for (auto const& one : wait_for(pins().colleagues(at(counter))))
            out.push_back(one.person.name);
        return out;
    }
    std::vector<std::string> actions() {
        std::vector<std::string> all;
        for (auto const& one : audit::kit::recorded(store(), minato)) all.push_back(one.action);
        return all;
    }
    PinView view(Viewer const& viewer) { return wait_for(pins().view(viewer)); }
    void close(Counter const& counter, std::string const& login) {
        for (int i = 0; i < most_pin_tries; ++i) (void)take(counter, login, other_pin);
    }

private:
    std::optional<Pins> pins_;
    std::optional<Devices> devices_;
};
INSTANTIATE_TEST_SUITE_P(Databases, WithPins, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(WithPins, Clause_3_3_GivenTwoAtACounter_WhenOneTakesOverByPin_ThenTheOthersSessionIsOver) {
    Counter counter;
    auto const sato = come_and_choose(counter, "sato");
    auto const tanaka = come(counter, "tanaka");
    EXPECT_THAT(names(counter), ElementsAre("佐藤 花子"));  // 田中 has no PIN
    auto const before = counter.session;
    auto const in = must(take(counter, "sato"));
    EXPECT_EQ(in.view.person.id, sato.person);
    EXPECT_EQ(in.view.device, shared);
    EXPECT_TRUE(in.view.is_by_pin);
    EXPECT_FALSE(in.device);  // the browser is known
    EXPECT_EQ(code(identify(before)), "access.signed_out");
    EXPECT_THAT(ended(), Contains(tanaka.session.value));
    EXPECT_EQ(must(identify(in.token)).person, sato.person);
}

TEST_P(WithPins, GivenASharedDevice_WhenSomebodyTookOver_ThenItEndsForWantOfUseLikeAnyThere) {
    Counter counter;
    come_and_choose(counter, "sato");
    auto const token = must(take(counter, "sato")).token;
    clock.advance(31min);
    EXPECT_EQ(code(identify(token)), "access.signed_out");
    EXPECT_EQ(code(take(counter, "sato")), "");  // and the PIN goes on
}

TEST_P(WithPins, GivenSomebodyWhoWasNeverHere_WhenTheirPinIsTyped_ThenItIsLikeAWrongOne) {
    Counter counter, another;
    come_and_choose(counter, "sato");
    come_and_choose(another, "tanaka", other_pin);
    EXPECT_EQ(code(take(counter, "tanaka", other_pin)), "access.bad_pin");
    EXPECT_EQ(code(take(counter, "aoki")), "access.bad_pin");
    EXPECT_EQ(code(take(counter, "sato", other_pin)), "access.bad_pin");
    EXPECT_EQ(code(take(Counter{}, "sato")), "access.bad_pin");
    EXPECT_EQ(code(take(Counter{counter.cookie + "x"}, "sato")), "access.bad_pin");
    EXPECT_THAT(names(Counter{}), IsEmpty());
}

TEST_P(WithPins, GivenADeviceOfOnesOwn_WhenAPinIsTyped_ThenItIsGoodForNothing) {
    auto const in = must(by_code(card_of(sato()).code, here, personal));
    must(wait_for(pins().set(must(identify(in.token)), pin, {})));
    Counter const phone{in.device.value(), in.token};
    EXPECT_THAT(names(phone), IsEmpty());
    EXPECT_EQ(code(take(phone, "sato")), "access.bad_pin");
    EXPECT_TRUE(identify(in.token));
}

TEST_P(WithPins,
       GivenFiveWrongOnes_WhenTheRightOneIsTyped_ThenItWaitsForAFullSignInAndItsOwnerIsTold) {
    Counter counter;
    auto const sato = come_and_choose(counter, "sato");
    for (int i = 1; i < most_pin_tries; ++i)
        EXPECT_EQ(code(take(counter, "sato", other_pin)), "access.bad_pin");
    EXPECT_FALSE(view(sato).closing);
    EXPECT_EQ(code(take(counter, "sato", other_pin)), "access.pin_closed");
    EXPECT_EQ(code(take(counter, "sato")), "access.pin_closed");
    EXPECT_TRUE(wait_for(pins().colleagues(at(counter))).at(0).is_closed);
    auto const told = view(sato);
    ASSERT_TRUE(told.closing);
    EXPECT_EQ(told.closing->at, clock.now());
    EXPECT_THAT(actions(), Contains("access.pin_closed"));

    come(counter, "sato");
    EXPECT_EQ(code(take(counter, "sato")), "");
    EXPECT_TRUE(view(sato).closing);  // until it is read
    must(wait_for(pins().know(sato)));
    EXPECT_FALSE(view(sato).closing);
}

TEST_P(WithPins, GivenFourWrongOnesAndARightOne_WhenFourMoreAreWrong_ThenTheWayIsOpen) {
    Counter counter;
    come_and_choose(counter, "sato");
    for (int round = 0; round < 2; ++round) {
        for (int i = 1; i < most_pin_tries; ++i)
            EXPECT_EQ(code(take(counter, "sato", other_pin)), "access.bad_pin");
        EXPECT_EQ(code(take(counter, "sato")), "");
    }
}

TEST_P(WithPins, GivenTwentyWrongOnesAtOnce_WhenAllAreTried_ThenNoMoreThanFiveAreLookedAt) {
    Counter counter;
    come_and_choose(counter, "sato");
    auto const who = sato();
    auto const ends = at_once(20, [&](int) {
        return wait_for(pins().take_over({who, other_pin, {}}, at(counter)));
    });
    auto const bad = ends.contains("access.bad_pin") ? ends.at("access.bad_pin") : 0;
    EXPECT_LT(bad, most_pin_tries);
    EXPECT_EQ(code(take(counter, "sato")), "access.pin_closed");
}

TEST_P(WithPins, GivenAClosedPin_WhenItsOwnerSignsInInFullOrIsElsewhere_ThenNothingIsInTheWay) {
    give_password("sato");
    Counter counter, second;
    come_and_choose(counter, "sato");
    come(second, "sato");
    // Each full sign-in by a new card ends PINs, so the second counter's comes last.
    EXPECT_EQ(code(take(second, "sato")), "");
    close(second, "sato");
    EXPECT_TRUE(by_password("sato@minato", password));
    EXPECT_TRUE(by_code(card_of(sato()).code));
}

TEST_P(WithPins, GivenAFullSignIn_WhenTheThirdDayAfterIsOver_ThenThePinWaitsForAnother) {
    Counter counter;
    come_and_choose(counter, "sato");
    clock.set(local_midnight(add_days(local_date(morning), 4)) - 1s);
    EXPECT_EQ(code(take(counter, "sato")), "");
    clock.advance(2s);
    EXPECT_THAT(names(counter), IsEmpty());
    EXPECT_EQ(code(take(counter, "sato")), "access.bad_pin");
}

TEST_P(WithPins, GivenWhatEndsTrust_WhenItHappens_ThenThePinIsGoodNowhere) {
    give_password("sato");
    auto const loses = [&](Viewer const& viewer) {
        must(wait_for(devices().report_loss(viewer, viewer.person, {})));
    };
    auto const gets_a_card = [&](Viewer const& viewer) { card_of(viewer.person); };
    auto const changes_password = [&](Viewer const& viewer) {
        must(wait_for(access().set_password(viewer, std::nullopt, password)));
    };
    auto const goes_on_leave = [&](Viewer const& viewer) {
        directory::Directory directory{
            {store(), clock, ids, {}, [&](Tx& tx, OrgId org, PersonId who) {
                 leave_changed(tx, org, who, clock.now());
             }}};
        must(wait_for(directory.set_leave_of(viewer.org, viewer.person, {"2026-11-24", {}})));
    };
    auto const ends_others = [&](Viewer const& viewer) {
        auto const phone = must(identify(must(by_password("sato@minato", password)).token));
        EXPECT_EQ(phone.person, viewer.person);
        must(wait_for(devices().end_others(phone)));
    };
    std::vector<std::function<void(Viewer const&)>> const all{loses, gets_a_card, changes_password,
                                                              ends_others, goes_on_leave};
    for (auto const& happens : all) {
        Counter counter;
        auto const viewer = come_and_choose(counter, "sato");
        EXPECT_THAT(names(counter), ElementsAre("佐藤 花子"));
        happens(viewer);
        EXPECT_THAT(names(counter), IsEmpty());
        EXPECT_EQ(code(take(counter, "sato")), "access.bad_pin");
    }
}

TEST_P(WithPins,
       GivenSomebodyWhoCameByPin_WhenTheyWantWhatDecidesWhoGetsIn_ThenTheFullWayComesFirst) {
    give_password("aoki");
    Counter counter;
    come_and_choose(counter, "aoki");
    auto const token = must(take(counter, "aoki")).token;
    auto const aoki = must(identify(token));
    auto const what = "access.pin_is_not_enough";
    EXPECT_EQ(code(wait_for(pins().set(aoki, other_pin, {password}))), what);
    EXPECT_EQ(
        code(wait_for(access().set_password(aoki, password, "ゆきだるまとはりねずみの引っこし"))),
        what);
    EXPECT_EQ(code(wait_for(access().set_device(aoki, personal))), what);
    Passkeys passkeys{{store(), clock, ids, access()}};
    EXPECT_EQ(code(wait_for(passkeys.remove(aoki, PasskeyId{1}))), what);
    EXPECT_FALSE(aoki.may_administer);
    EXPECT_EQ(code(wait_for(access().issue_card(aoki, sato()))), "directory.not_from_here");
    EXPECT_EQ(code(identify(token)), "");
}

TEST_P(WithPins, GivenADeviceThatManyUse_WhenItBecomesOnesOwnOrIsForgotten_ThenNoPinIsGoodThere) {
    Counter counter;
    come_and_choose(counter, "sato");
    auto const viewer = come(counter, "tanaka");
    must(wait_for(access().set_device(viewer, personal)));
    EXPECT_EQ(code(take(counter, "sato")), "access.bad_pin");
    must(wait_for(access().set_device(viewer, shared)));
    EXPECT_EQ(code(take(counter, "sato")),
              "access.bad_pin");  // who was here before must come again
}

TEST_P(WithPins, GivenAPin_WhenItIsTakenBackOrAnotherIsChosen_ThenTheOldOneIsGoodNoMore) {
    Counter counter;
    auto const viewer = come_and_choose(counter, "sato");
    must(wait_for(pins().set(viewer, other_pin, {})));
    EXPECT_EQ(code(take(counter, "sato")), "access.bad_pin");
    EXPECT_EQ(code(take(counter, "sato", other_pin)), "");
    must(wait_for(pins().remove(viewer)));
    EXPECT_EQ(code(take(counter, "sato", other_pin)), "access.bad_pin");
    EXPECT_FALSE(view(viewer).since);
}

TEST_P(WithPins, GivenAPersonOfAnotherOrganisation_WhenTheirNumberIsGiven_ThenItIsLikeNobody) {
    Counter counter;
    come_and_choose(counter, "sato");
    auto const nishi = person(tonari, "nishi");
    auto const reply = wait_for(pins().take_over({nishi, pin, {}}, at(counter)));
    EXPECT_EQ(code(reply), "access.bad_pin");
}

TEST_P(WithPins, GivenSignedInLongAgo_WhenAPinIsChosen_ThenThePasswordIsAsked) {
    give_password("sato");
    auto const viewer = enter("sato");
    clock.advance(11min);
    EXPECT_EQ(code(wait_for(pins().set(viewer, pin, {}))), "access.sign_in_again");
    EXPECT_EQ(code(wait_for(pins().set(viewer, pin, {"ちがうことば"}))),
              "access.bad_current_password");
    EXPECT_EQ(code(wait_for(pins().set(viewer, pin, {password}))), "");
}

}  // namespace
}  // namespace horenso::access
