#include "kit/access.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;

class Cards : public kit::AccessOnBothDatabases {
protected:
    Result<Card> issue(Viewer const& viewer, PersonId whose) {
        return wait_for(access().issue_card(viewer, whose));
    }
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

}  // namespace
}  // namespace horenso::access
