// Devices that people sign in on, and whose they are (clauses 3.3, 3.6).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "services/access/known.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;
using enum DeviceClass;

constexpr char const* iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
constexpr char const* edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";

/// A browser: it keeps the cookie of its device.
struct Browser {
    std::string agent = iphone;
    DeviceClass said = personal;
    std::string cookie = {};
    std::string address = "192.0.2.7";
};

class KnownDevices : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        devices_.emplace(Devices::Needs{store(), clock, ids});
    }
    void TearDown() override {
        devices_.reset();
        AccessOnBothDatabases::TearDown();
    }
    Devices& devices() { return *devices_; }

    Result<SignedIn> arrive(std::string const& login, Browser& in) {
        Arrival arrival{in.address, in.said, in.cookie, in.agent};
        auto signed_in = wait_for(
            access().sign_in_by_code(card_of(person(minato, login)).code, std::move(arrival)));
        if (signed_in && signed_in->device) in.cookie = *signed_in->device;
        return signed_in;
    }
    Viewer come(std::string const& login, Browser& in) {
        return must(identify(must(arrive(login, in)).token));
    }
    std::vector<KnownDevice> mine(Viewer const& who) { return wait_for(devices().mine(who)); }
    std::vector<std::string> names(Viewer const& who) {
        std::vector<std::string> out;
        for (auto const& one : mine(who)) out.push_back(one.name);
        return out;
    }
    std::vector<std::int64_t> told_of_devices() {
        std::vector<std::int64_t> people;
        for (auto const& one : told())
            if (one.json.find("access.devices_changed") != std::string::npos)
                people.push_back(one.stream.id);
        return people;
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

private:
    std::optional<Devices> devices_;
};
INSTANTIATE_TEST_SUITE_P(Databases, KnownDevices, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST(BrowserName, GivenWhatBrowsersSay_WhenNamed_ThenInAFewWords) {
    EXPECT_EQ(browser_name(iphone), "iPhone Safari");
    EXPECT_EQ(browser_name(edge), "Windows Edge");
    EXPECT_EQ(browser_name("Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile Safari/537.36"),
              "Android Chrome");
    EXPECT_EQ(browser_name("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0"),
              "Linux Firefox");
    EXPECT_EQ(browser_name(""), "");
    EXPECT_EQ(browser_name("curl/8.0"), "");
}

TEST_P(KnownDevices, GivenABrowser_WhenItsPersonComesAgain_ThenItIsTheSameDevice) {
    Browser phone;
    auto const first = come("sato", phone);
    EXPECT_THAT(names(first), ElementsAre("iPhone Safari"));
    must(wait_for(access().sign_out(first)));
    clock.advance(24h);
    auto const again = come("sato", phone);
    ASSERT_THAT(names(again), ElementsAre("iPhone Safari"));
    auto const device = mine(again)[0];
    EXPECT_EQ(device.registered_at, morning);
    EXPECT_EQ(device.last_used_at, morning + 24h);
    EXPECT_TRUE(device.is_here && device.is_signed_in && device.is_approved);
    EXPECT_EQ(device.owner, sato());
}

TEST_P(KnownDevices, GivenTwoPeopleInOneBrowser_WhenTheyListTheirs_ThenEachHasOneOfTheirOwn) {
    Browser phone;
    auto const sato_there = come("sato", phone);
    auto const cookie_of_sato = phone.cookie;
    auto const tanaka_there = come("tanaka", phone);
    EXPECT_NE(phone.cookie, cookie_of_sato);
    EXPECT_THAT(names(sato_there), ElementsAre("iPhone Safari"));
    EXPECT_THAT(names(tanaka_there), ElementsAre("iPhone Safari"));
    EXPECT_NE(mine(sato_there)[0].id, mine(tanaka_there)[0].id);
}

TEST_P(KnownDevices, GivenASharedDevice_WhenTwoSignIn_ThenItIsOneAndNobodys) {
    Browser counter{.agent = edge, .said = shared};
    auto const first = come("sato", counter);
    auto const second = come("tanaka", counter);
    ASSERT_EQ(mine(first).size(), 1U);
    ASSERT_EQ(mine(second).size(), 1U);
    EXPECT_EQ(mine(first)[0].id, mine(second)[0].id);
    EXPECT_FALSE(mine(first)[0].owner);
    must(wait_for(access().sign_out(first)));
    clock.advance(31min);  // and the other has been away too long
    EXPECT_THAT(mine(second), IsEmpty());
}

TEST_P(KnownDevices, GivenAForgedCookie_WhenSigningIn_ThenTheDeviceIsANewOne) {
    Browser phone;
    auto const owner = come("sato", phone);
    auto const id = mine(owner)[0].id.value;
    Browser thief{.cookie = DeviceToken{minato, DeviceId{id}, "guessed"}.text()};
    auto const other = come("sato", thief);
    EXPECT_EQ(mine(other).size(), 2U);
}

TEST_P(KnownDevices, GivenADevice_WhenEnded_ThenItsSessionIsOverAndItIsForgotten) {
    Browser phone, desk{.agent = edge, .said = office};
    auto const away = must(arrive("sato", phone)).token;
    auto const desk_of_sato = come("sato", desk);
    auto const other = come("tanaka", desk);
    auto const id = DeviceToken::parse(phone.cookie)->id;
    EXPECT_EQ(code(wait_for(devices().end(other, id))), "access.no_such_device");
    EXPECT_EQ(code(wait_for(devices().rename(other, id, "x"))), "access.no_such_device");
    EXPECT_TRUE(identify(away));
    must(wait_for(devices().end(desk_of_sato, id)));
    EXPECT_EQ(code(identify(away)), "access.signed_out");
    EXPECT_THAT(names(desk_of_sato), ElementsAre("Windows Edge"));
}

TEST_P(KnownDevices, GivenSeveral_WhenAllOthersAreEnded_ThenOnlyThisOneIsIn) {
    Browser phone, tablet, desk{.agent = edge, .said = office};
    auto const a = must(arrive("sato", phone)).token, b = must(arrive("sato", tablet)).token;
    auto const colleague = token_of("tanaka");
    auto const desk_of_sato = come("sato", desk);
    must(wait_for(devices().end_others(desk_of_sato)));
    EXPECT_FALSE(identify(a));
    EXPECT_FALSE(identify(b));
    EXPECT_TRUE(identify(colleague));
    EXPECT_EQ(mine(desk_of_sato).size(), 3U);  // they may come again
}

TEST_P(KnownDevices, GivenAName_WhenRenamed_ThenItStandsInTheListAndABlankOneDoesNot) {
    Browser phone;
    auto const who = come("sato", phone);
    auto const id = mine(who)[0].id;
    must(wait_for(devices().rename(who, id, "青いiPhone")));
    for (auto const* bad : {"", "  ", "a\nb"})
        EXPECT_EQ(code(wait_for(devices().rename(who, id, bad))), "access.bad_device_name");
    EXPECT_THAT(names(who), ElementsAre("青いiPhone"));
}

TEST_P(KnownDevices, Clause_3_6_GivenItAsksFirst_WhenAPrivateDeviceComes_ThenItWaitsForAYes) {
    rules.asks_first = true;
    Browser phone;
    auto const token = must(arrive("sato", phone)).token;
    EXPECT_EQ(code(identify(token)), "access.device_waits");
    must(wait_for(access().identify({token, Use::leaving})));  // leaving is always possible

    rules.asks_first = false;
    auto const aoki = enter("aoki");
    rules.asks_first = true;
    auto const fresh = must(wait_for(devices().fresh(aoki)));
    ASSERT_FALSE(fresh.empty());
    EXPECT_FALSE(fresh[0].is_approved);
    EXPECT_EQ(fresh[0].owner, sato());
    must(wait_for(devices().approve(aoki, fresh[0].id)));
    EXPECT_EQ(code(identify(token)), "");
    EXPECT_EQ(code(wait_for(devices().approve(must(identify(token)), fresh[0].id))),
              "directory.not_administrator");
}

TEST_P(KnownDevices,
       Clause_3_6_GivenItAsksFirst_WhenAPhoneCameAsTheOffices_ThenItWaitsOnceItIsOnesOwn) {
    auto const boss = person(minato, "aoki");
    auto const aoki = enter("aoki");
    rules.asks_first = true;
    Browser phone{.said = office};  // no networks are named, so everywhere is the office
    auto const token = must(arrive("sato", phone)).token;
    auto const viewer = must(identify(token));
    auto const told_before = told_of_devices().size();
    must(wait_for(access().set_device(viewer, personal)));
    EXPECT_EQ(code(identify(token)), "access.device_waits");
    auto const told_now = told_of_devices();
    std::vector<std::int64_t> const since(
        told_now.begin() + static_cast<std::ptrdiff_t>(told_before), told_now.end());
    EXPECT_THAT(since, testing::UnorderedElementsAre(viewer.person.value, boss.value));

    rules.asks_first = false;
    auto const device = must(wait_for(devices().fresh(aoki)))[0];
    rules.asks_first = true;
    EXPECT_EQ(device.id, DeviceToken::parse(phone.cookie)->id);
    EXPECT_FALSE(device.is_approved);
    must(wait_for(devices().approve(aoki, device.id)));
    EXPECT_EQ(code(identify(token)), "");
}

TEST_P(KnownDevices, Clause_3_6_GivenItAsksFirst_WhenAnOfficesDeviceSignsInAsOnesOwn_ThenItWaits) {
    rules.asks_first = true;
    for (auto const before : {office, shared}) {
        Browser phone{.said = before};
        EXPECT_EQ(code(identify(must(arrive("sato", phone)).token)), "");
        phone.said = personal;
        EXPECT_EQ(code(identify(must(arrive("sato", phone)).token)), "access.device_waits");
    }
    Browser phone{.said = shared};
    auto const token = must(arrive("sato", phone)).token;
    must(wait_for(access().set_device(must(identify(token)), personal)));
    EXPECT_EQ(code(identify(token)), "access.device_waits");
}

TEST_P(KnownDevices, Clause_3_6_GivenItAsksFirst_WhenTheAdministratorSaysNo_ThenItIsGone) {
    rules.asks_first = true;
    Browser phone;
    auto const token = must(arrive("sato", phone)).token;
    rules.asks_first = false;
    auto const aoki = enter("aoki");
    rules.asks_first = true;
    auto const fresh = must(wait_for(devices().fresh(aoki)));
    must(wait_for(devices().remove(aoki, fresh[0].id)));
    EXPECT_EQ(code(identify(token)), "access.signed_out");
}

TEST_P(KnownDevices, GivenANewDevice_WhenSomebodySignsIn_ThenThatPersonAndAdministratorsAreTold) {
    auto const who = sato();
    auto const boss = person(minato, "aoki");
    Browser phone;
    must(arrive("sato", phone));
    EXPECT_THAT(told_of_devices(), testing::UnorderedElementsAre(who.value, boss.value));
    must(arrive("sato", phone));
    EXPECT_EQ(told_of_devices().size(), 2U);
}

TEST_P(KnownDevices, GivenADeviceOfLongAgo_WhenSwept_ThenItIsForgottenButNotOneInUse) {
    Browser old;
    auto const gone = come("sato", old);
    must(wait_for(access().sign_out(gone)));
    clock.advance(device_life);
    Browser desk{.agent = edge, .said = office};
    auto const who = come("sato", desk);
    auto run = [&](Tx& tx) -> Result<Done> {
        while (sweep(tx, clock.now())) {
        }
        return Done{};
    };
    must(wait_for(store().write(run)));
    EXPECT_THAT(names(who), ElementsAre("Windows Edge"));
}

TEST_P(KnownDevices, GivenAFloodOfWrongPasswords_WhenTheOwnerComesOnAKnownDevice_ThenAtOnce) {
    give_password("sato");
    Browser desk{.agent = edge, .said = office};
    come("sato", desk);
    for (int i = 0; i < 200; ++i) (void)by_password("sato@minato", "wrong", here);
    EXPECT_EQ(code(by_password("sato@minato", password, here)), "access.wait");
    Arrival const known{here, office, desk.cookie, edge};
    EXPECT_TRUE(wait_for(access().sign_in_by_password("sato@minato", password, known)));
    // Somebody else at that device is not its owner.
    give_password("tanaka");
    for (int i = 0; i < 20; ++i) (void)by_password("tanaka@minato", "wrong", here);
    EXPECT_EQ(code(wait_for(access().sign_in_by_password("tanaka@minato", password, known))),
              "access.wait");
}

}  // namespace
}  // namespace horenso::access
