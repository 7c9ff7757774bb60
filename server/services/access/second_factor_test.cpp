#include "services/access/second_factor.hpp"

#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "kit/meanwhile.hpp"
#include "platform/crypto/totp.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::SizeIs;
using namespace std::chrono_literals;

std::string code_of(auto const& result) { return result ? "" : result.problem().code; }

/// The bytes that an app reads from base32 (RFC 4648 §6).
std::string read_base32(std::string const& text) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (auto const c : text) {
        held = held << 5 | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
        if ((bits += 5) < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> bits & 0xFF);
    }
    return bytes;
}

class WithSecondFactor : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        second_.emplace(SecondFactor::Needs{store(), clock, access()});
        give_password("sato");
        viewer = enter("sato");
    }
    void TearDown() override {
        second_.reset();
        AccessOnBothDatabases::TearDown();
    }

    SecondFactor& second() { return *second_; }
    /// What the app shows.
    std::string shown() const {
        return crypto::totp_code(read_base32(secret), clock.now().ms / 1000 / crypto::totp_step_s);
    }
    void begin() { secret = must(wait_for(second().begin(viewer, {}))); }
    /// Gives the codes on paper. The next code is another.
    std::vector<std::string> set_up() {
        begin();
        auto codes = must(wait_for(second().confirm(viewer, shown())));
        clock.advance(30s);
        return codes;
    }
    Result<SignedIn> with(std::string typed, std::string from = here) {
        return wait_for(access().sign_in_by_password("sato@minato", password, {std::move(from)},
                                                     std::move(typed)));
    }

    Viewer viewer;
    std::string secret;

private:
    std::optional<SecondFactor> second_;
};
INSTANTIATE_TEST_SUITE_P(Databases, WithSecondFactor, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(WithSecondFactor, GivenAnApp_WhenItsCodeIsConfirmed_ThenThePasswordAloneIsNotEnough) {
    begin();
    EXPECT_TRUE(with(""));  // not yet
    EXPECT_EQ(code_of(wait_for(second().confirm(viewer, "000000"))), "access.bad_second_code");
    EXPECT_TRUE(with(""));
    EXPECT_THAT(must(wait_for(second().confirm(viewer, shown()))), SizeIs(10));
    EXPECT_EQ(with("").problem(), (Problem{.status = 401, .code = "access.second_needed"}));
    clock.advance(30s);
    auto const signed_in = must(with(shown()));
    EXPECT_TRUE(signed_in.view.has_second_factor);
    EXPECT_EQ(signed_in.view.person.id, viewer.person);
}

TEST_P(WithSecondFactor, GivenAWrongPassword_WhenTheCodeIsRight_ThenItIsSaidOfNeither) {
    set_up();
    auto const tried =
        wait_for(access().sign_in_by_password("sato@minato", "ちがう", {here}, shown()));
    EXPECT_EQ(code_of(tried), "access.bad_password");
    EXPECT_TRUE(with(shown()));  // and it wasn't used up
}

TEST_P(WithSecondFactor, GivenACode_WhenUsedTwice_ThenItIsGoodOnce) {
    set_up();
    auto const code = shown();
    EXPECT_TRUE(with(code));
    EXPECT_EQ(code_of(with(code)), "access.bad_second");
    clock.advance(30s);
    EXPECT_TRUE(with(shown()));
}

TEST_P(WithSecondFactor, GivenTheCodeThatConfirmed_WhenUsedToSignIn_ThenItIsUsedUp) {
    begin();
    auto const code = shown();
    must(wait_for(second().confirm(viewer, code)));
    EXPECT_EQ(code_of(with(code)), "access.bad_second");
}

TEST_P(WithSecondFactor, GivenTheSameCode_WhenEightUseItAtOnce_ThenOneIsIn) {
    set_up();
    auto const code = shown();
    auto const ends =
        at_once(8, [&](int i) { return with(code, "198.51." + std::to_string(i) + ".1"); });
    EXPECT_EQ(ends.at(""), 1);
}

TEST_P(WithSecondFactor, GivenCodesOnPaper_WhenThePhoneIsGone_ThenEachLetsInOnce) {
    auto const codes = set_up();
    EXPECT_EQ(wait_for(second().view(viewer)).recovery_codes, 10);
    EXPECT_TRUE(with(codes[3]));
    EXPECT_EQ(code_of(with(codes[3])), "access.bad_second");
    EXPECT_TRUE(with(codes[4]));
    EXPECT_EQ(wait_for(second().view(viewer)).recovery_codes, 8);
    auto const others = must(wait_for(second().renew_codes(viewer, {})));
    EXPECT_EQ(code_of(with(codes[5])), "access.bad_second");
    EXPECT_TRUE(with(others[5]));
}

TEST_P(WithSecondFactor,
       GivenWhoKnowsThePassword_WhenCodesAreGuessedFromEverywhere_ThenGuessesWait) {
    set_up();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(code_of(with("000000", "203.0." + std::to_string(i) + ".1")),
                  "access.bad_second");
    EXPECT_EQ(with(shown(), elsewhere).problem().code, "access.wait");
    clock.advance(1s);
    EXPECT_TRUE(with(shown(), elsewhere));
}

TEST_P(WithSecondFactor,
       GivenWhoLostBoth_WhenAnAdministratorMakesACard_ThenItLetsInAndTheSecondCanBeEnded) {
    set_up();
    auto const by_card = enter("sato");
    must(wait_for(second().end(by_card)));
    EXPECT_TRUE(with(""));
    EXPECT_FALSE(wait_for(second().view(viewer)).since);
}

TEST_P(WithSecondFactor,
       GivenAnOpenScreen_WhenTheSecondIsBegunRenewedOrEnded_ThenItAsksWhoSitsThere) {
    set_up();
    clock.advance(Opening::recent_for);
    EXPECT_EQ(code_of(wait_for(second().end(viewer))), "access.sign_in_again");
    EXPECT_EQ(code_of(wait_for(second().renew_codes(viewer, {}))), "access.sign_in_again");
    EXPECT_EQ(code_of(wait_for(second().renew_codes(viewer, {"ちがう"}))),
              "access.bad_current_password");
    EXPECT_TRUE(wait_for(second().renew_codes(viewer, {password, shown()})));
    must(wait_for(second().end(enter("sato"))));
    clock.advance(Opening::recent_for);
    auto const again = wait_for(second().begin(viewer, {}));
    EXPECT_EQ(code_of(again), "access.sign_in_again");
    EXPECT_TRUE(wait_for(second().begin(viewer, {password})));
}

TEST_P(WithSecondFactor, GivenAnOpenScreen_WhenItsPersonProvesAnew_ThenTheCodeIsAskedAsAtTheDoor) {
    set_up();
    auto const renew = [&](Proof proof) {
        return wait_for(second().renew_codes(viewer, std::move(proof)));
    };
    clock.advance(Opening::recent_for);
    EXPECT_EQ(renew({password}).problem(),
              (Problem{.status = 403, .code = "access.second_needed"}));
    EXPECT_EQ(renew({password, "000000"}).problem(),
              (Problem{.status = 403, .code = "access.bad_second"}));
    EXPECT_EQ(code_of(renew({"ちがう", shown()})), "access.bad_current_password");
    EXPECT_EQ(code_of(renew({std::nullopt, shown()})), "access.sign_in_again");
    EXPECT_EQ(code_of(renew({})), "access.sign_in_again");  // none of it has opened anything
    auto const code = shown();
    EXPECT_TRUE(renew({password, code}));
    EXPECT_EQ(code_of(with(code)), "access.bad_second");  // it is used up
}

TEST_P(WithSecondFactor, GivenWhoProvedAnew_WhenMoreIsDone_ThenItIsAskedAgainAfterTenMinutes) {
    set_up();
    auto const renew = [&](Proof proof) {
        return code_of(wait_for(second().renew_codes(viewer, std::move(proof))));
    };
    clock.advance(Opening::recent_for);
    EXPECT_EQ(renew({password, shown()}), "");
    clock.advance(Opening::recent_for - 1ms);
    EXPECT_EQ(renew({}), "");
    clock.advance(1ms);
    EXPECT_EQ(renew({}), "access.sign_in_again");
    EXPECT_EQ(renew({password, shown()}), "");
    must(wait_for(second().end(viewer)));
}

TEST_P(WithSecondFactor, GivenWhoCameByCard_WhenTheyProveAnew_ThenTheCardVouchesForThemNoMore) {
    clock.advance(Opening::recent_for);
    EXPECT_TRUE(wait_for(second().begin(viewer, {password})));
    auto const set =
        wait_for(access().set_password(viewer, {}, "ゆきだるまとはりねずみの引っこし"));
    EXPECT_EQ(code_of(set), "access.bad_current_password");
}

TEST_P(WithSecondFactor, GivenNoPasswordOrASecondAlready_WhenBegun_ThenItIsSaidWhy) {
    EXPECT_EQ(code_of(wait_for(second().begin(enter("tanaka"), {}))),
              "access.second_without_password");
    EXPECT_EQ(code_of(wait_for(second().confirm(viewer, "000000"))), "access.no_second");
    EXPECT_EQ(code_of(wait_for(second().renew_codes(viewer, {}))), "access.no_second");
    EXPECT_EQ(code_of(wait_for(second().end(viewer))), "access.no_second");
    set_up();
    EXPECT_EQ(code_of(wait_for(second().begin(viewer, {}))), "access.second_there");
    EXPECT_EQ(code_of(wait_for(second().confirm(viewer, shown()))), "access.second_there");
}

TEST_P(WithSecondFactor, GivenASecretThatIsConfirmedMeanwhile_WhenAnotherIsBegun_ThenItStays) {
    static constexpr Sql confirmed{R"(
        UPDATE access_totp SET confirmed_at = $3 WHERE org_id = $1 AND person_id = $2)"};
    begin();
    std::string begun;
    horenso::kit::meanwhile(
        store(), [&](Tx& tx) { tx.run(confirmed, minato, viewer.person, clock.now()); },
        [&] { begun = code_of(wait_for(second().begin(viewer, {}))); });
    EXPECT_EQ(begun, "access.second_there");
    EXPECT_EQ(code_of(with("")), "access.second_needed");
    EXPECT_TRUE(with(shown()));
}

TEST_P(WithSecondFactor,
       GivenASecretThatIsAnotherMeanwhile_WhenACodeOfTheOldIsTyped_ThenNoneHolds) {
    static constexpr Sql another{R"(
        UPDATE access_totp SET secret = $3, last_step = 0 WHERE org_id = $1 AND person_id = $2)"};
    begin();
    std::string const other(20, 'x');
    std::string confirmed;
    horenso::kit::meanwhile(
        store(),
        [&](Tx& tx) { tx.run(another, minato, viewer.person, std::as_bytes(std::span{other})); },
        [&] { confirmed = code_of(wait_for(second().confirm(viewer, shown()))); });
    EXPECT_EQ(confirmed, "access.bad_second_code");
    EXPECT_FALSE(wait_for(second().view(viewer)).since);
    EXPECT_TRUE(with(""));
}

TEST_P(WithSecondFactor, GivenWhatWasDone_WhenRecorded_ThenTheRowsHoldNoSecret) {
    auto const whose = viewer.person.value, session = viewer.session.value;
    auto const row = [&](char const* action) {
        return Recorded{"person", whose, session, action, "person", whose, "{}"};
    };
    EXPECT_THAT(audit::kit::recorded_by(store(), minato, [&] { set_up(); }),
                ElementsAre(row("access.second_factor_set")));
    EXPECT_THAT(audit::kit::recorded_by(store(), minato,
                                        [&] { must(wait_for(second().renew_codes(viewer, {}))); }),
                ElementsAre(row("access.recovery_codes_made")));
    EXPECT_THAT(
        audit::kit::recorded_by(store(), minato, [&] { must(wait_for(second().end(viewer))); }),
        ElementsAre(row("access.second_factor_removed")));
}

TEST_P(WithSecondFactor, GivenCodesThatAreBeingMade_WhenOthersAreMadeToo_ThenOnePaperIsGood) {
    set_up();
    static constexpr Sql lock{R"(
        UPDATE access_totp SET confirmed_at = confirmed_at WHERE org_id = $1)"};
    static constexpr Sql erase{"DELETE FROM access_recovery WHERE org_id = $1"};
    static constexpr Sql insert{R"(
        INSERT INTO access_recovery (org_id, person_id, code_hash) VALUES ($1, $2, $3))"};
    horenso::kit::meanwhile(
        store(),
        [&](Tx& tx) {  // as making codes does
            tx.run(lock, minato);
            tx.run(erase, minato);
            for (int i = 0; i < 10; ++i)
                tx.run(insert, minato, viewer.person, crypto::sha256(std::to_string(i)));
        },
        [&] { EXPECT_EQ(code_of(wait_for(second().renew_codes(viewer, {}))), ""); });
    EXPECT_EQ(wait_for(second().view(viewer)).recovery_codes, 10);
}

}  // namespace
}  // namespace horenso::access
