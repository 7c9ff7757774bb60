#include <gmock/gmock.h>

#include "kit/access.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using namespace std::chrono_literals;

class Sessions : public kit::AccessOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, Sessions, horenso::kit::both_databases,
                         horenso::kit::database_name);

Problem const signed_out{.status = 401, .code = "access.signed_out"};

TEST_P(Sessions, GivenASession_WhenItIsNotUsedForFourteenDays_ThenItIsOver) {
    auto const token = token_of("sato");
    clock.advance(24h * 14 - 1ms);
    EXPECT_TRUE(identify(token));
    clock.advance(24h * 14 - 1ms);
    EXPECT_TRUE(identify(token));
    clock.advance(24h * 14);
    EXPECT_EQ(identify(token).problem(), signed_out);
}

TEST_P(Sessions, GivenASessionUsedEveryDay_WhenNinetyDaysAreOver_ThenItIsOver) {
    auto const token = token_of("sato");
    for (int day = 0; day < 89; ++day) {
        clock.advance(24h);
        ASSERT_TRUE(identify(token)) << day;
    }
    clock.advance(24h - 1ms);
    EXPECT_TRUE(identify(token));
    clock.advance(1ms);
    EXPECT_EQ(identify(token).problem(), signed_out);
}

TEST_P(Sessions, GivenWhatIsNoToken_WhenIdentified_ThenNobodyIsSignedIn) {
    auto const token = token_of("sato");
    auto const secret = token.substr(token.rfind('-') + 1);
    for (auto const& bad : std::vector<std::string>{
             "", "-", "--", "1-2", "a-b-c", "1-b-" + secret, ' ' + token, '+' + token, '-' + token,
             '0' + token, "99999999999999999999-1-" + secret, token + std::string(300, 'x'),
             std::string(100'000, '-')})
        EXPECT_EQ(identify(bad).problem(), signed_out) << bad.substr(0, 60);
}

TEST_P(Sessions, GivenAForgedToken_WhenIdentified_ThenNobodyIsSignedIn) {
    auto const sato = token_of("sato"), tanaka = token_of("tanaka");
    auto const head = [](std::string const& token) {
        return token.substr(0, token.find('-', token.find('-') + 1) + 1);
    };
    auto const secret = [&](std::string const& token) { return token.substr(head(token).size()); };
    ASSERT_TRUE(identify(head(sato) + secret(sato)));
    auto flipped = sato;
    flipped.back() = flipped.back() == 'A' ? 'B' : 'A';
    for (auto const& forged : {head(sato) + secret(tanaka), head(sato), flipped, sato + 'A',
                               sato.substr(0, sato.size() - 1),
                               std::to_string(tonari.value) + sato.substr(sato.find('-'))})
        EXPECT_EQ(identify(forged).problem(), signed_out) << forged;
}

TEST_P(Sessions, GivenTwoSessions_WhenOneSignsOut_ThenThatOneEndsAndIsTold) {
    auto const phone = token_of("sato"), desk = token_of("sato");
    auto const viewer = must(identify(phone));
    must(wait_for(access().sign_out(viewer)));
    EXPECT_EQ(identify(phone).problem(), signed_out);
    EXPECT_TRUE(identify(desk));
    ASSERT_THAT(ended(), ElementsAre(viewer.session.value));
    EXPECT_EQ(told().back().stream, directory::person_stream(minato, viewer.person));
    EXPECT_EQ(told().back().person, viewer.person.value);
}

}  // namespace
}  // namespace horenso::access
