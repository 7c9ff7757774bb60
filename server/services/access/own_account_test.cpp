#include <gmock/gmock.h>

#include "kit/access.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

class OwnAccount : public kit::AccessOnBothDatabases {
protected:
    static constexpr char const* another = "郵便屋さんとみかんと夏の川原へ";
    Result<Done> set(Viewer const& who, std::optional<std::string> current, std::string to) {
        return wait_for(access().set_password(who, std::move(current), std::move(to)));
    }
    Result<Settings> choose(Viewer const& who, Settings settings) {
        return wait_for(access().set_settings(who, std::move(settings)));
    }
    std::string card_of_nishi() {
        return must(wait_for(access().issue_card_of(tonari, person(tonari, "nishi")))).code;
    }
    std::size_t told_about_settings(Viewer const& who) {
        std::size_t count = 0;
        for (auto const& one : told())
            count += one.stream == directory::person_stream(who.org, who.person) &&
                     one.json.find("access.settings_changed") != std::string::npos;
        return count;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, OwnAccount, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(OwnAccount, GivenAPasswordOfFourteenOrAThousandBytes_WhenSet_ThenOnlyLongEnoughOnesAreKept) {
    auto const sato = enter("sato");
    EXPECT_EQ(set(sato, {}, "十四文字のことばでは短いです").problem().code, "access.weak_password");
    EXPECT_EQ(set(sato, {}, std::string(14, 'a') + "\xCC\x81").problem().code,
              "access.weak_password");  // an accent is no letter of its own
    EXPECT_EQ(set(sato, {}, std::string(1001, 'a')).problem().code, "access.long_password");
    EXPECT_FALSE(must(wait_for(access().session(sato))).has_password);
    EXPECT_TRUE(set(sato, {}, "十五文字もある長い話なら大丈夫だ"));
    EXPECT_TRUE(must(wait_for(access().session(sato))).has_password);
}

TEST_P(OwnAccount, GivenWhatOthersKnow_WhenItIsMostOfAPassword_ThenItIsNamedAndNothingIsKept) {
    auto const sato = enter("sato");
    auto const refused = set(sato, {}, "Hanako.Satou1985@minato").problem();
    EXPECT_EQ(refused.code, "access.guessable_password");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.arguments, (Problem::Arguments{{"left", "2"}}));
    EXPECT_THAT(refused.fields,
                ElementsAre(Problem::Field{"password", "access.password_has_organisation"},
                            Problem::Field{"password", "access.password_has_name"},
                            Problem::Field{"password", "access.password_has_year"}));
    EXPECT_FALSE(must(wait_for(access().session(sato))).has_password);
}

TEST_P(OwnAccount, GivenAForgottenPassword_WhenACardLetIn_ThenForTenMinutesAnotherMayBeChosen) {
    give_password("sato");
    auto const by_card = enter("sato");
    auto const signed_in = must(by_password("sato@minato", password));
    auto const typed = must(identify(signed_in.token));
    EXPECT_EQ(set(typed, {}, another).problem().code, "access.bad_current_password");
    clock.advance(10min - 1ms);
    EXPECT_TRUE(set(by_card, {}, another));
    clock.advance(1ms);
    EXPECT_EQ(set(by_card, {}, password).problem().code, "access.bad_current_password");
}

TEST_P(OwnAccount,
       Clause_7_2_GivenPasswordsThatStay_WhenChanged_ThenOnlyTheFirstAndOneAfterACardAreKept) {
    auto allowed = [this](Tx&, OrgId org) { return org != minato; };
    Access strict{{store(), clock, ids, hasher, 2, {}, allowed}};
    auto const change = [&](Viewer const& who, std::optional<std::string> current, std::string to) {
        return wait_for(strict.set_password(who, std::move(current), std::move(to)));
    };
    auto const sato = enter("sato");
    EXPECT_FALSE(must(wait_for(strict.session(sato))).may_change_password);
    EXPECT_TRUE(change(sato, {}, password));
    clock.advance(10min);
    EXPECT_EQ(change(sato, password, another).problem(),
              (Problem{.status = 403, .code = "access.password_stays", .clause = "7.2"}));
    EXPECT_TRUE(by_password("sato@minato", password));
    EXPECT_TRUE(change(enter("sato"), {}, another));
    auto const nishi = must(identify(must(by_code(card_of_nishi())).token));
    EXPECT_TRUE(change(nishi, {}, password));
    EXPECT_TRUE(change(nishi, password, another));
}

TEST_P(OwnAccount, GivenAPassword_WhenItIsChanged_ThenThePresentOneIsAsked) {
    give_password("sato");
    auto const sato = enter("sato");
    clock.advance(10min);
    EXPECT_EQ(set(sato, {}, another).problem(),
              (Problem{.status = 403, .code = "access.bad_current_password"}));
    EXPECT_EQ(set(sato, "ちがうパスワード", another).problem().status, 403);
    EXPECT_TRUE(by_password("sato@minato", password));
    EXPECT_TRUE(set(sato, password, another));
    EXPECT_TRUE(by_password("sato@minato", another));
    EXPECT_FALSE(by_password("sato@minato", password));
}

TEST_P(OwnAccount, GivenAStrangerAtAnOpenScreen_WhenThePresentPasswordIsGuessed_ThenGuessesWait) {
    give_password("sato");
    auto const sato = enter("sato");
    clock.advance(10min);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(set(sato, "あてずっぽう", another).problem().status, 403);
    EXPECT_EQ(set(sato, password, another).problem().retry_after_s, 1);
    clock.advance(1s);
    EXPECT_TRUE(set(sato, password, another));
}

TEST_P(OwnAccount, GivenSeveralSessions_WhenThePasswordIsSet_ThenTheOthersOfThatPersonEnd) {
    auto const phone = token_of("sato"), desk = token_of("sato"), tanaka = token_of("tanaka");
    auto const sitting = must(identify(desk));
    auto const away = must(identify(phone));
    must(set(sitting, {}, password));
    EXPECT_TRUE(identify(desk));
    EXPECT_TRUE(identify(tanaka));
    EXPECT_EQ(identify(phone).problem().code, "access.signed_out");
    EXPECT_THAT(ended(), ElementsAre(away.session.value));
}

TEST_P(OwnAccount, GivenSettings_WhenKept_ThenTheyAreToldToThePersonsOwnStreamAndShownAtStart) {
    auto const sato = enter("sato");
    Settings const large{"extra_large", "dark", "send"};
    EXPECT_EQ(must(choose(sato, large)), large);
    EXPECT_EQ(told_about_settings(sato), 1u);
    EXPECT_EQ(told().back().stream.name(), "person:" + std::to_string(sato.person.value));
    EXPECT_EQ(must(wait_for(access().session(sato))).settings, large);
    EXPECT_EQ(must(wait_for(access().session(enter("tanaka")))).settings, Settings{});
}

TEST_P(OwnAccount, GivenTheSameSettings_WhenKeptAgain_ThenNothingIsTold) {
    auto const sato = enter("sato");
    must(choose(sato, Settings{}));
    EXPECT_EQ(told_about_settings(sato), 0u);
    must(choose(sato, {"large", "light", "newline"}));
    must(choose(sato, {"large", "light", "newline"}));
    EXPECT_EQ(told_about_settings(sato), 1u);
}

TEST_P(OwnAccount, GivenUnknownWords_WhenChosen_ThenEachIsNamedAndNothingIsKept) {
    auto const sato = enter("sato");
    auto const refused = choose(sato, {"huge", "dark", ""}).problem();
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.fields, ElementsAre(Problem::Field{"text_size", "access.unknown_setting"},
                                            Problem::Field{"enter_key", "access.unknown_setting"}));
    EXPECT_EQ(must(wait_for(access().session(sato))).settings, Settings{});
    EXPECT_EQ(told_about_settings(sato), 0u);
}

}  // namespace
}  // namespace horenso::access
