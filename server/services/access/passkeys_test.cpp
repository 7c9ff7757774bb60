#include "services/access/passkeys.hpp"

#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "kit/passkey_device.hpp"
#include "services/access/attempts.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::PasskeyDevice;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

RelyingParty const home{"https://horenso.example.jp", "horenso.example.jp"};
RelyingParty const abroad{"http://localhost:8080", "localhost"};

std::string code(auto const& result) { return result ? "" : result.problem().code; }

class WithPasskeys : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        passkeys_.emplace(Passkeys::Needs{store(), clock, ids, access()});
    }
    void TearDown() override {
        passkeys_.reset();
        AccessOnBothDatabases::TearDown();
    }

    Passkeys& passkeys() { return *passkeys_; }
    Result<PasskeyOffer> offer(Viewer const& viewer, std::optional<std::string> typed = {},
                               RelyingParty place = home) {
        return wait_for(passkeys().offer(viewer, place, {std::move(typed)}));
    }
    Result<Passkey> add(Viewer const& viewer, NewPasskey passkey, RelyingParty place = home) {
        return wait_for(passkeys().add(viewer, place, std::move(passkey)));
    }
    Passkey give(Viewer const& viewer, PasskeyDevice& device) {
        return must(add(viewer, device.make(must(offer(viewer)))));
    }
    /// What a row of signing in says besides.
    std::string by_passkey_on(Viewer const& viewer) {
        Devices devices{{store(), clock, ids}};
        for (auto const& one : wait_for(devices.mine(viewer)))
            if (one.is_here)
                return R"({"by":"passkey","device":")" + std::to_string(one.id.value) + R"("})";
        return "no device";
    }
    std::string challenge() { return must(wait_for(passkeys().challenge("192.0.2.1"))); }
    Result<SignedIn> sign_in(SignedByPasskey signed_by, RelyingParty place = home,
                             DeviceClass device = DeviceClass::personal) {
        return wait_for(passkeys().sign_in(place, std::move(signed_by), {here, device}));
    }
    Result<SignedIn> sign_in(PasskeyDevice& device) { return sign_in(device.sign(challenge())); }
    std::vector<std::string> names(Viewer const& viewer) {
        std::vector<std::string> all;
        for (auto const& one : wait_for(passkeys().list(viewer))) all.push_back(one.name);
        return all;
    }

private:
    std::optional<Passkeys> passkeys_;
};
INSTANTIATE_TEST_SUITE_P(Databases, WithPasskeys, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST(PlaceOfPasskeys, GivenOrigins_WhenAsked_ThenOnlyNamesUnderHttpsAndLocalhostAreOne) {
    EXPECT_EQ(RelyingParty::of("https://horenso.example.jp:8443")->rp_id, "horenso.example.jp");
    EXPECT_EQ(RelyingParty::of("https://horenso.example.jp:8443")->origin,
              "https://horenso.example.jp:8443");
    EXPECT_EQ(RelyingParty::of("http://localhost:8080")->rp_id, "localhost");
    for (auto const* none :
         {"http://horenso.example.jp", "https://192.0.2.7", "http://127.0.0.1:8080",
          "https://[2001:db8::7]:8443", "localhost", "", "https://"})
        EXPECT_FALSE(RelyingParty::of(none)) << none;
}

TEST_P(WithPasskeys, GivenADevice_WhenItSigns_ThenItsPersonIsInWithoutAnId) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    auto const made = give(sato, device);
    EXPECT_EQ(made.name, "スマートフォン");
    EXPECT_FALSE(wait_for(passkeys().list(sato)).at(0).used_at);
    clock.advance(24h);
    auto const signed_in = must(sign_in(device.sign(challenge()), home, DeviceClass::shared));
    EXPECT_EQ(signed_in.view.person.id, sato.person);
    EXPECT_EQ(signed_in.view.device, DeviceClass::shared);
    EXPECT_TRUE(signed_in.view.has_passkey);
    EXPECT_EQ(must(identify(signed_in.token)).person, sato.person);
    EXPECT_EQ(wait_for(passkeys().list(sato)).at(0).used_at, clock.now());
}

TEST_P(WithPasskeys, GivenAChallenge_WhenAnsweredTwiceOrAfterFiveMinutes_ThenItIsOver) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    auto const offered = must(offer(sato));
    auto const made = device.make(offered);
    must(add(sato, made));
    EXPECT_EQ(code(add(sato, made)), "access.challenge_over");
    auto const answer = device.sign(challenge());
    EXPECT_TRUE(sign_in(answer));
    EXPECT_EQ(code(sign_in(answer)), "access.challenge_over");
    auto const asked = challenge(), late = challenge();
    clock.advance(5min - 1ms);
    EXPECT_TRUE(sign_in(device.sign(asked)));
    clock.advance(1ms);
    EXPECT_EQ(code(sign_in(device.sign(late))), "access.challenge_over");
}

TEST_P(WithPasskeys, GivenASessionThatEndsMeanwhile_WhenAPasskeyIsAdded_ThenItIsNotKept) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    auto const made = device.make(must(offer(sato)));
    must(wait_for(access().sign_out(sato)));
    EXPECT_EQ(code(add(sato, made)), "access.signed_out");
    EXPECT_THAT(names(sato), IsEmpty());
}

TEST_P(WithPasskeys, GivenAFloodOfQuestions_WhenAsked_ThenThatNetworkWaitsAndOthersDoNot) {
    PasskeyDevice device{home};
    give(enter("sato"), device);
    auto const ask = [&](std::string_view address) {
        return code(wait_for(passkeys().challenge(address)));
    };
    for (auto i = 0; i < passkey_throttle.free_tries; ++i) EXPECT_EQ(ask("203.0.113.9"), "");
    EXPECT_EQ(ask("203.0.113.10"), "access.wait");
    EXPECT_EQ(ask("198.51.100.1"), "");
    clock.advance(1s);
    EXPECT_EQ(ask("203.0.113.9"), "");
    must(sign_in(device.sign(challenge())));
}

TEST_P(WithPasskeys, GivenAChallengeAnsweredBadly_WhenAnsweredWell_ThenItIsOver) {
    PasskeyDevice device{home};
    give(enter("sato"), device);
    auto const asked = challenge();
    auto forged = device.sign(asked);
    forged.signature.back() ^= 1;
    EXPECT_EQ(code(sign_in(forged)), "access.bad_passkey");
    EXPECT_EQ(code(sign_in(device.sign(asked))), "access.challenge_over");
}

TEST_P(WithPasskeys, GivenAChallengeOfAnother_WhenAnswered_ThenItIsOver) {
    auto const sato = enter("sato"), tanaka = enter("tanaka");
    PasskeyDevice device{home}, other{home};
    EXPECT_EQ(code(add(tanaka, device.make(must(offer(sato))))), "access.challenge_over");
    give(sato, device);
    EXPECT_EQ(code(sign_in(device.sign(must(offer(sato)).challenge))), "access.challenge_over");
    auto asked_outside = must(offer(sato));
    asked_outside.challenge = challenge();
    EXPECT_EQ(code(add(sato, other.make(asked_outside))), "access.challenge_over");
}

TEST_P(WithPasskeys, GivenAnswersWithOneThingWrong_WhenSigningIn_ThenTheProblemIsTheSame) {
    PasskeyDevice device{home};
    give(enter("sato"), device);
    PasskeyDevice tanakas{home};
    give(enter("tanaka"), tanakas);
    Problem const same{.status = 401, .code = "access.bad_passkey"};
    auto const changed = [&](auto change) {
        auto answer = device.sign(challenge());
        change(answer);
        return sign_in(answer).problem();
    };
    EXPECT_EQ(changed([&](auto& answer) { answer.handle = tanakas.handle; }), same);
    EXPECT_EQ(changed([&](auto& answer) { answer.handle = "1-"; }), same);
    EXPECT_EQ(changed([&](auto& answer) { answer.credential_id = tanakas.credential; }), same);
    EXPECT_EQ(changed([&](auto& answer) { answer.credential_id.clear(); }), same);
    EXPECT_EQ(changed([&](auto& answer) { answer.authenticator_data.back() ^= 1; }), same);
    EXPECT_EQ(changed([&](auto& answer) { answer.client_data = "{}"; }), same);
    device.flags = 0x01;  // nobody was verified
    EXPECT_EQ(sign_in(device).problem(), same);
    device.flags = 0x04;  // nobody is there
    EXPECT_EQ(sign_in(device).problem(), same);
    device.flags = 0x05;
    EXPECT_TRUE(sign_in(device));
}

TEST_P(WithPasskeys, GivenAPasskeyOfOneName_WhenTheServerIsCalledOtherwise_ThenItIsOfNoUseThere) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    give(sato, device);
    EXPECT_EQ(code(sign_in(device.sign(challenge()), abroad)), "access.bad_passkey");
    EXPECT_THAT(must(offer(sato, {}, abroad)).present, IsEmpty());
    EXPECT_THAT(must(offer(sato)).present, ElementsAre(device.credential));
    RelyingParty const other_port{"https://horenso.example.jp:8443", home.rp_id};
    EXPECT_EQ(code(sign_in(device.sign(challenge()), other_port)), "access.bad_passkey");
}

TEST_P(WithPasskeys, GivenADeviceThatCounts_WhenItsCounterDoesNotGrow_ThenItIsACopyAndStaysOut) {
    PasskeyDevice device{home};
    give(enter("sato"), device);
    device.counter = 7;
    EXPECT_TRUE(sign_in(device));
    EXPECT_EQ(code(sign_in(device)), "access.bad_passkey");
    device.counter = 6;
    EXPECT_EQ(code(sign_in(device)), "access.bad_passkey");
    device.counter = 0;
    EXPECT_EQ(code(sign_in(device)), "access.bad_passkey");
    device.counter = 8;
    EXPECT_TRUE(sign_in(device));
}

TEST_P(WithPasskeys, GivenSomebodySignedInLongAgo_WhenAPasskeyIsWanted_ThenThePasswordIsAsked) {
    give_password("sato");
    auto const sato = enter("sato"), tanaka = enter("tanaka");
    clock.advance(Opening::recent_for);
    EXPECT_EQ(code(offer(sato)), "access.sign_in_again");
    EXPECT_EQ(code(offer(sato, "ちがうパスワード")), "access.bad_current_password");
    EXPECT_TRUE(offer(sato, password));
    EXPECT_EQ(code(offer(tanaka)), "access.sign_in_again");
    EXPECT_EQ(code(offer(tanaka, "")), "access.sign_in_again");  // who has none has none to give
}

TEST_P(WithPasskeys, GivenAGuesserAtAnOpenScreen_WhenAPasskeyIsWanted_ThenGuessesWait) {
    give_password("sato");
    auto const sato = enter("sato");
    clock.advance(Opening::recent_for);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(code(offer(sato, "あてずっぽう")), "access.bad_current_password");
    EXPECT_EQ(code(offer(sato, password)), "access.wait");
}

TEST_P(WithPasskeys, GivenAPasskeyAndNoPassword_WhenAnOpenScreenWantsOne_ThenItHasToSignInAgain) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    give(sato, device);
    clock.advance(Opening::recent_for);
    auto const set = [&](Viewer const& who) {
        return wait_for(access().set_password(who, {}, password));
    };
    EXPECT_EQ(code(set(sato)), "access.sign_in_again");
    EXPECT_TRUE(set(must(identify(must(sign_in(device)).token))));
}

TEST_P(WithPasskeys, GivenWrongPasswordsFromEverywhere_WhenThePasskeySigns_ThenItDoesNotWait) {
    give_password("sato");
    PasskeyDevice device{home};
    give(enter("sato"), device);
    for (int i = 0; i < 20; ++i) EXPECT_FALSE(by_password("sato@minato", "ちがう"));
    EXPECT_EQ(code(by_password("sato@minato", password)), "access.wait");
    EXPECT_TRUE(sign_in(device));
}

TEST_P(WithPasskeys, GivenPasskeysOfMine_WhenRenamedAndDeleted_ThenTheOneThatIsGoneLetsNobodyIn) {
    auto const sato = enter("sato");
    PasskeyDevice phone{home}, desk{home};
    give(sato, phone);
    auto const second = must(add(sato, desk.make(must(offer(sato)), "受付のパソコン")));
    must(wait_for(passkeys().rename(sato, second.id, "総務のパソコン")));
    EXPECT_THAT(names(sato), ElementsAre("スマートフォン", "総務のパソコン"));
    must(wait_for(passkeys().remove(sato, second.id)));
    EXPECT_THAT(names(sato), ElementsAre("スマートフォン"));
    EXPECT_EQ(code(sign_in(desk)), "access.bad_passkey");
    EXPECT_TRUE(sign_in(phone));
    EXPECT_EQ(code(wait_for(passkeys().remove(sato, second.id))), "access.no_such_passkey");
}

TEST_P(WithPasskeys, GivenAPasskeyOfAnother_WhenRenamedOrDeleted_ThenItIsLikeNone) {
    PasskeyDevice device{home};
    auto const made = give(enter("sato"), device);
    for (auto const* login : {"tanaka", "aoki"}) {
        auto const other = enter(login);
        EXPECT_EQ(code(wait_for(passkeys().rename(other, made.id, "わたしの"))),
                  "access.no_such_passkey");
        EXPECT_EQ(code(wait_for(passkeys().remove(other, made.id))), "access.no_such_passkey");
        EXPECT_THAT(names(other), IsEmpty());
    }
    EXPECT_TRUE(sign_in(device));
}

TEST_P(WithPasskeys, GivenNames_WhenKept_ThenBlankAndLongOnesAreRefused) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    std::string forty;
    for (int i = 0; i < 40; ++i) forty += "あ";
    for (auto const& bad : {std::string{}, std::string{"  "}, forty + "あ"})
        EXPECT_EQ(add(sato, device.make(must(offer(sato)), bad)).problem().fields,
                  (std::vector{Problem::Field{"name", "access.bad_passkey_name"}}));
    EXPECT_TRUE(add(sato, device.make(must(offer(sato)), forty)));
}

TEST_P(WithPasskeys, GivenTheSameCredential_WhenSomebodyElseAddsIt_ThenItStaysWithTheFirst) {
    PasskeyDevice device{home};
    auto const sato = enter("sato"), tanaka = enter("tanaka");
    give(sato, device);
    EXPECT_EQ(code(add(tanaka, device.make(must(offer(tanaka))))), "access.passkey_there");
    device.handle = must(offer(sato)).handle;
    EXPECT_EQ(must(sign_in(device)).view.person.id, sato.person);
}

TEST_P(WithPasskeys, GivenTwentyPasskeys_WhenAnotherIsWanted_ThenItIsTooMany) {
    auto const sato = enter("sato");
    for (int i = 0; i < 20; ++i) {
        PasskeyDevice device{home};
        give(sato, device);
    }
    EXPECT_EQ(code(offer(sato)), "access.too_many_passkeys");
    EXPECT_TRUE(offer(enter("tanaka")));
}

TEST_P(WithPasskeys, Clause_3_7_GivenADeviceThatIsLost_WhenItsPasskeyIsUsed_ThenItIsGoneWithIt) {
    PasskeyDevice phone{home}, key{home};
    auto const on_phone = enter("sato"), at_desk = enter("sato");
    give(on_phone, phone);
    give(at_desk, key);
    Devices devices{{store(), clock, ids}};
    DeviceId lost;
    for (auto const& one : wait_for(devices.mine(on_phone)))
        if (one.is_here) lost = one.id;
    must(wait_for(devices.report_loss(at_desk, at_desk.person, lost)));
    EXPECT_EQ(code(sign_in(phone)), "access.bad_passkey");
    EXPECT_TRUE(sign_in(key));
}

TEST_P(WithPasskeys, GivenWhatWasDone_WhenRecorded_ThenTheRowsHoldNoSecret) {
    PasskeyDevice device{home};
    auto const sato = enter("sato");
    Passkey made;
    auto const whose = sato.person.value;
    EXPECT_THAT(audit::kit::recorded_by(store(), minato, [&] { made = give(sato, device); }),
                ElementsAre(Recorded{"person", whose, sato.session.value, "access.passkey_added",
                                     "person", whose, "{}"}));
    Viewer again;
    auto const entered = audit::kit::recorded_by(
        store(), minato, [&] { again = must(identify(must(sign_in(device)).token)); });
    EXPECT_THAT(entered,
                ElementsAre(Recorded{"person", whose, again.session.value, "access.signed_in",
                                     "person", whose, by_passkey_on(again)}));
    EXPECT_THAT(audit::kit::recorded_by(store(), minato,
                                        [&] { must(wait_for(passkeys().remove(sato, made.id))); }),
                ElementsAre(Recorded{"person", whose, sato.session.value, "access.passkey_removed",
                                     "person", whose, "{}"}));
}

}  // namespace
}  // namespace horenso::access
