#include "services/access/cards.hpp"

#include <algorithm>
#include <random>

#include "kit/access.hpp"
#include "platform/crypto/card_code.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

class Cards : public kit::AccessOnBothDatabases {
protected:
    Result<Card> issue(Viewer const& viewer, PersonId whose, Proof proof = {}) {
        return wait_for(access().issue_card(viewer, whose, std::move(proof)));
    }
    static std::string code(Result<Card> const& card) { return card ? "" : card.problem().code; }
};
INSTANTIATE_TEST_SUITE_P(Databases, Cards, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Cards, GivenAnAdministrator_WhenSheIssuesACard_ThenItsCodeOpensThatAccount) {
    auto const card = must(issue(enter("aoki"), sato()));
    EXPECT_EQ(card.person.id, sato());
    EXPECT_EQ(must(by_code(card.code)).view.person.id, sato());
}

TEST_P(Cards, GivenAMember_WhenSheAsksForACard_ThenItIsRefusedEvenForHerself) {
    auto const member = enter("sato");
    for (auto const whose : {sato(), person(minato, "tanaka"), PersonId{1}})
        EXPECT_EQ(issue(member, whose).problem().code, "directory.not_administrator");
}

TEST_P(Cards, GivenAPersonOfAnotherOrganisation_WhenACardIsIssued_ThenThereIsNoSuchPerson) {
    auto const nishi = person(tonari, "nishi");
    EXPECT_EQ(issue(enter("aoki"), nishi).problem(), issue(enter("aoki"), PersonId{1}).problem());
    EXPECT_EQ(issue(enter("aoki"), nishi).problem().status, 404);
    EXPECT_EQ(wait_for(access().issue_card_of(minato, nishi)).problem().status, 404);
}

TEST_P(Cards, GivenAMemberRoleTakenAway_WhenTheOldSessionAsks_ThenItIsRefused) {
    auto const aoki = enter("aoki");
    directory::Directory directory{{store(), clock, ids}};
    must(wait_for(directory.set_role(minato, "sato", directory::Role::administrator)));
    must(wait_for(directory.set_role(minato, "aoki", directory::Role::member)));
    EXPECT_EQ(issue(aoki, sato()).problem().status, 403);
}

TEST_P(Cards, GivenAnOpenScreen_WhenSomebodyWantsACard_ThenItAsksWhoSitsThere) {
    give_password("aoki");
    auto const aoki = enter("aoki"), member = enter("sato");
    auto const before = card_of(sato()).code;
    clock.advance(Opening::recent_for - 1ms);
    EXPECT_EQ(code(issue(aoki, person(minato, "tanaka"))), "");
    clock.advance(1ms);
    EXPECT_EQ(issue(aoki, sato()).problem(),
              (Problem{.status = 403, .code = "access.sign_in_again"}));
    EXPECT_EQ(code(issue(aoki, sato(), {"ちがうことば"})), "access.bad_current_password");
    EXPECT_EQ(code(issue(aoki, PersonId{1})), "directory.no_such_person");
    EXPECT_EQ(code(issue(member, sato())), "directory.not_administrator");
    EXPECT_TRUE(by_code(before));  // nothing took its place
}

TEST_P(Cards, GivenAnAdministratorWhoProvesWhoTheyAre_WhenManyCardsAreMade_ThenItIsAskedOnce) {
    give_password("aoki");
    auto const aoki = enter("aoki");
    clock.advance(Opening::recent_for);
    EXPECT_EQ(code(issue(aoki, sato(), {password})), "");
    for (auto const* login : {"sato", "tanaka", "aoki"})
        EXPECT_EQ(code(issue(aoki, person(minato, login))), "") << login;
    clock.advance(Opening::recent_for);
    EXPECT_EQ(code(issue(aoki, sato())), "access.sign_in_again");
}

TEST_P(Cards, GivenTheFirstAdministratorWithoutAPassword_WhenTenMinutesAreOver_ThenOneOpensTheWay) {
    auto const aoki = enter("aoki");  // by the code of the terminal
    EXPECT_EQ(code(issue(aoki, sato())), "");
    clock.advance(Opening::recent_for);
    EXPECT_EQ(code(issue(aoki, sato())), "access.sign_in_again");
    EXPECT_EQ(code(issue(aoki, sato(), {""})), "access.sign_in_again");
    must(wait_for(access().set_password(aoki, std::nullopt, password)));
    EXPECT_EQ(code(issue(aoki, sato())), "access.sign_in_again");
    EXPECT_EQ(code(issue(aoki, sato(), {password})), "");
    EXPECT_TRUE(wait_for(access().issue_card_of(minato, sato())));  // whoever runs the server
}

/// A guess is looked up as a typed code is. There are 23^20 codes, so this finds none with a probability of
/// 1 - 6·10^-20; and from one network the wait after wrong ones lets through six a minute (attempts.hpp).
TEST_P(Cards, GivenCardsOnTheirWay_WhenAMillionCodesAreGuessed_ThenNoneIsFound) {
    int const guesses = GetParam() == Dialect::sqlite ? 1'000'000 : 10'000;  // each a journey there
    for (auto const* login : {"sato", "tanaka", "aoki"}) card_of(person(minato, login));
    auto const guess = [&](Tx& tx) {
        std::mt19937 random{std::random_device{}()};
        auto typed = crypto::random_card_code();
        int found = 0;
        for (int i = 0; i < guesses; ++i) {
            std::ranges::shuffle(typed, random);
            if (find_card(tx, crypto::sha256(typed), clock.now())) ++found;
        }
        return found;
    };
    EXPECT_EQ(wait_for(store().read(guess)), 0);
}

}  // namespace
}  // namespace horenso::access
