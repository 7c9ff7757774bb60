// What an organisation decides about ways in (clauses 7.1, 7.2).
#include "services/access/sign_in_rules.hpp"

#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "platform/crypto/totp.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

constexpr auto day = 24h;

class RulesOfSignIn : public kit::AccessOnBothDatabases {
protected:
    static constexpr char const* next_one = "ゆきだるまとはりねずみの引っこし";

    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        book_.emplace(SignInRuleBook::Needs{store(), clock, hasher, access()});
    }
    void TearDown() override {
        book_.reset();
        AccessOnBothDatabases::TearDown();
    }
    SignInRuleBook& book() { return *book_; }

    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    std::string set(SignInRules wanted) {
        return code(wait_for(book().set(enter("aoki"), std::move(wanted))));
    }
    Result<SignedIn> come(std::string login, std::string typed, std::string next = {}) {
        return wait_for(access().sign_in_by_password(std::move(login), std::move(typed), {here}, {},
                                                     std::move(next)));
    }
    void set_up_second(Viewer const& viewer) {
        SecondFactor second{{store(), clock, access()}};
        auto const secret = must(wait_for(second.begin(viewer, {})));
        std::string bytes;
        std::uint32_t held = 0;
        int bits = 0;
        for (auto const c : secret) {  // base32 (RFC 4648 §6)
            held = held << 5 | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
            if ((bits += 5) < 8) continue;
            bits -= 8;
            bytes += static_cast<char>(held >> bits & 0xFF);
        }
        auto const step = clock.now().ms / 1000 / crypto::totp_step_s;
        must(wait_for(second.confirm(viewer, crypto::totp_code(bytes, step))));
    }
    /// Somebody whose ID has a year in it.
    PersonId add_hayashi() {
        directory::Directory directory{{store(), clock, ids}};
        must(wait_for(directory.import_staff_of(
            minato, "氏名,フリガナ,生年(西暦)\n林 一,ハヤシ ハジメ,1967\n")));
        return person(minato, "h.hayashi1967");
    }

private:
    std::optional<SignInRuleBook> book_;
};
INSTANTIATE_TEST_SUITE_P(Databases, RulesOfSignIn, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(RulesOfSignIn, GivenNothingDecided_WhenLookedAt_ThenNothingEndsAndNothingIsAskedBeside) {
    EXPECT_EQ(must(wait_for(book().rules(enter("aoki")))), SignInRules{});
    EXPECT_EQ(code(wait_for(book().rules(enter("sato")))), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(book().set(enter("sato"), {.password_days = 90}))),
              "directory.not_administrator");
    give_password("sato");
    clock.advance(80 * day);
    EXPECT_FALSE(must(come("sato@minato", password)).view.password_over_at);
}

TEST_P(RulesOfSignIn, GivenDaysOutsideTheRange_WhenSet_ThenTheyAreRefused) {
    for (auto const days : {-1, 1, 29, 366})
        EXPECT_EQ(set({.password_days = days}), "json.bad_fields");
    for (auto const days : {30, 365, 0}) EXPECT_EQ(set({.password_days = days}), "");
}

TEST_P(RulesOfSignIn, Clause_7_2_GivenAPasswordThatIsOver_WhenTyped_ThenTheNextOneComesAlong) {
    give_password("sato");
    auto const set_at = clock.now();
    EXPECT_EQ(set({.password_days = 30}), "");
    EXPECT_EQ(must(come("sato@minato", password)).view.password_over_at, set_at + 30 * day);
    clock.set(set_at + 30 * day);
    EXPECT_EQ(come("sato@minato", password).problem(),
              (Problem{.status = 401, .code = "access.password_over", .clause = "7.2"}));
    EXPECT_EQ(code(come("sato@minato", "ちがうことば", next_one)), "access.bad_password");
    EXPECT_EQ(code(come("sato@minato", password, "みじかい")), "access.weak_password");
    EXPECT_EQ(code(come("sato@minato", password, password)), "access.same_password");
    auto const in = must(come("sato@minato", password, next_one));
    EXPECT_EQ(in.view.password_over_at, clock.now() + 30 * day);
    EXPECT_EQ(code(come("sato@minato", password)), "access.bad_password");
    EXPECT_EQ(code(come("sato@minato", next_one)), "");
}

TEST_P(RulesOfSignIn, GivenAPasswordThatIsOver_WhenRefusedTimeAndAgain_ThenItsOwnerDoesNotWait) {
    give_password("sato");
    EXPECT_EQ(set({.password_days = 30}), "");
    clock.advance(31 * day);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(code(come("sato@minato", password, "みじかい")), "access.weak_password");
}

TEST_P(RulesOfSignIn,
       GivenASecondFactorForAdministrators_WhenOneHasNone_ThenTheyComeInAndAdministrateLater) {
    give_password("aoki");
    SignInRules const wanted{.second_for_administrators = true};
    EXPECT_EQ(set(wanted), "access.second_first");
    auto const aoki = enter("aoki");
    set_up_second(aoki);
    EXPECT_EQ(set(wanted), "");

    directory::Directory directory{{store(), clock, ids}};
    must(wait_for(directory.set_role(minato, "sato", directory::Role::administrator)));
    auto const token = token_of("sato");
    auto const sato = must(identify(token));
    EXPECT_FALSE(sato.may_administer);
    EXPECT_TRUE(must(wait_for(access().session(sato))).owes_second);
    EXPECT_EQ(code(wait_for(access().issue_card(sato, sato.person))), "directory.not_from_here");
    must(wait_for(access().set_password(sato, std::nullopt, password)));
    set_up_second(sato);
    EXPECT_TRUE(must(identify(token)).may_administer);
    EXPECT_TRUE(must(identify(token_of("tanaka"))).may_administer);  // who never could owes nothing
}

TEST_P(RulesOfSignIn,
       GivenASecondFactorForAdministrators_WhenAMemberIsPermittedSomething_ThenTheyOweItToo) {
    give_password("aoki");
    auto const aoki = enter("aoki");
    set_up_second(aoki);
    EXPECT_EQ(set({.second_for_administrators = true}), "");
    directory::Appointments roles{{store(), clock, ids}};
    directory::NewRoleSet trainers{"研修担当", {Permission::quiz}};
    auto const given = must(wait_for(roles.make_set(aoki, std::move(trainers))));
    must(wait_for(roles.appoint(aoki, person(minato, "tanaka"), directory::Role::member, {given})));
    auto const tanaka = must(identify(token_of("tanaka")));
    EXPECT_FALSE(tanaka.may_administer);
    EXPECT_TRUE(must(wait_for(access().session(tanaka))).owes_second);
}

TEST_P(RulesOfSignIn, Clause_7_1_GivenTheGuidelinesPattern_WhenNotChosen_ThenNobodyGetsOne) {
    auto const hayashi = add_hayashi();
    EXPECT_EQ(code(wait_for(book().issue_first(enter("aoki"), hayashi))), "access.no_patterns");
    EXPECT_EQ(code(wait_for(book().issue_first(enter("sato"), hayashi))),
              "directory.not_administrator");
    EXPECT_EQ(code(come("h.hayashi1967@minato", "minato1967")), "access.bad_password");
}

TEST_P(RulesOfSignIn,
       Clause_7_1_GivenAFirstPassword_WhenUsed_ThenItLetsInOnceAndOnlyWithOneOfTheirOwn) {
    auto const hayashi = add_hayashi();
    EXPECT_EQ(set({.pattern_passwords = true}), "");
    auto const card = card_of(hayashi);
    auto const first = must(wait_for(book().issue_first(enter("aoki"), hayashi)));
    EXPECT_EQ(first.password, "minato1967");
    EXPECT_EQ(code(by_code(card.code)), "access.bad_code");  // it took the card's place
    auto const login = "h.hayashi1967@minato";
    EXPECT_EQ(code(come(login, "minato1967")), "access.first_password");
    EXPECT_EQ(code(come(login, "minato1967", "1967minato")), "access.weak_password");
    EXPECT_EQ(code(come(login, "minato1967", next_one)), "");
    EXPECT_EQ(code(come(login, "minato1967", next_one)), "access.bad_password");
    EXPECT_EQ(code(come(login, next_one)), "");
    EXPECT_EQ(code(wait_for(book().issue_first(enter("aoki"), sato()))), "access.no_birth_year");
    EXPECT_EQ(code(wait_for(book().issue_first(enter("aoki"), person(tonari, "nishi")))),
              "directory.no_such_person");
}

TEST_P(RulesOfSignIn, GivenAnOpenScreen_WhenAFirstPasswordIsWanted_ThenItAsksWhoSitsThere) {
    auto const hayashi = add_hayashi();
    give_password("aoki");
    EXPECT_EQ(set({.pattern_passwords = true}), "");
    auto const aoki = enter("aoki"), sato = enter("sato");
    clock.advance(Opening::recent_for);
    auto const issue = [&](Viewer const& who, Proof proof) {
        return code(wait_for(book().issue_first(who, hayashi, std::move(proof))));
    };
    EXPECT_EQ(issue(aoki, {}), "access.sign_in_again");
    EXPECT_EQ(issue(aoki, {"ちがうことば"}), "access.bad_current_password");
    EXPECT_EQ(issue(sato, {}), "directory.not_administrator");
    EXPECT_EQ(code(come("h.hayashi1967@minato", "minato1967")), "access.bad_password");
    EXPECT_EQ(issue(aoki, {password}), "");
    EXPECT_EQ(code(come("h.hayashi1967@minato", "minato1967")), "access.first_password");
}

TEST_P(RulesOfSignIn, GivenAFirstPassword_WhenACardComesOrAWeekIsOverOrItIsCalledOff_ThenItIsDead) {
    auto const hayashi = add_hayashi();
    auto const login = "h.hayashi1967@minato";
    EXPECT_EQ(set({.pattern_passwords = true}), "");
    auto const issue = [&] { must(wait_for(book().issue_first(enter("aoki"), hayashi))); };
    auto const dead = [&] { return code(come(login, "minato1967")) == "access.bad_password"; };
    issue();
    card_of(hayashi);
    EXPECT_TRUE(dead());
    issue();
    EXPECT_EQ(set({}), "");
    EXPECT_TRUE(dead());
    EXPECT_EQ(set({.pattern_passwords = true}), "");
    issue();
    clock.advance(7 * day);
    EXPECT_TRUE(dead());
}

TEST(PatternPasswords, GivenAnId_WhenItsYearIsRead_ThenThePasswordIsTheGuidelines) {
    EXPECT_EQ(pattern_password("h.sato1967@shakyo"), "shakyo1967");
    EXPECT_EQ(pattern_password("h.sato1967-2@shakyo"), "shakyo1967");
    for (auto const* login :
         {"h.sato@shakyo", "1967@shakyo", "h.sato1967", "h.sato3067@shakyo", "a-101@shakyo"})
        EXPECT_EQ(pattern_password(login), std::nullopt) << login;
}

}  // namespace
}  // namespace horenso::access
