// What holds, for whom, and who may say so (clause 0).
#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::policy {
namespace {

using kit::wait_for;

class Holds : public kit::PolicyOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, Holds, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Holds, GivenNothingSet_ThenThePresetHolds) {
    EXPECT_EQ(mode(tanaka(), "B6").value, Mode::confirm);
    EXPECT_EQ(mode(tanaka(), "B6").level, Level::preset);
    EXPECT_EQ(mode(tanaka(), "2.5.a", "my_number").value, Mode::block);
}

TEST_P(Holds, GivenAnAdministratorsChoice_ThenItHoldsForEverybodyAndSaysWhoseItIs) {
    ASSERT_TRUE(set(aoki(), "5.1", "main", "off"));
    auto const holds = mode(hara(), "5.1");
    EXPECT_EQ(holds.value, Mode::off);
    EXPECT_EQ(holds.level, Level::organisation);
    EXPECT_EQ(holds.set_by, aoki().person);
    ASSERT_TRUE(set(aoki(), "5.1", "main", std::nullopt));
    EXPECT_EQ(mode(hara(), "5.1").level, Level::preset);
}

TEST_P(Holds, Clause_0_GivenAHeadsChoice_ThenItHoldsForTheDepartmentAlone) {
    ASSERT_TRUE(set_here(sato(), "B6", "main", "block"));
    EXPECT_EQ(mode(tanaka(), "B6").value, Mode::block);
    EXPECT_EQ(mode(tanaka(), "B6").level, Level::department);
    EXPECT_EQ(mode(hara(), "B6").value, Mode::confirm);
}

TEST_P(Holds, Clause_0_GivenLimits_ThenAHeadChoosesWithinThemOnly) {
    EXPECT_EQ(code(set_here(sato(), "B6", "main", "off")), "policy.may_not_choose");
    EXPECT_EQ(code(set_here(sato(), "3.5", "main", "confirm")), "policy.may_not_choose");
    ASSERT_TRUE(set_here(sato(), "B6", "main", "hint"));
    ASSERT_TRUE(wait_for(policy().limit(aoki(), "B6", "main", {"confirm", "block"})));
    EXPECT_EQ(mode(tanaka(), "B6").value, Mode::confirm);  // what was chosen before is outside now
    EXPECT_EQ(code(set_here(sato(), "B6", "main", "hint")), "policy.may_not_choose");
    ASSERT_TRUE(wait_for(policy().unlimit(aoki(), "B6", "main")));
    EXPECT_EQ(mode(tanaka(), "B6").value, Mode::hint);  // as the preset lets them
}

TEST_P(Holds, Clause_0_GivenItIsOff_ThenDepartmentsAreAsTheOrganisation) {
    ASSERT_TRUE(set_here(sato(), "B6", "main", "block"));
    ASSERT_TRUE(set(aoki(), "0", "main", "off"));
    EXPECT_EQ(mode(tanaka(), "B6").value, Mode::confirm);
    EXPECT_EQ(code(set_here(sato(), "B6", "main", "block")), "policy.may_not_choose");
}

TEST_P(Holds, GivenSomebodyElse_WhenTheyChoose_ThenItIsRefused) {
    EXPECT_EQ(code(set(sato(), "5.1", "main", "off")), "directory.not_administrator");
    EXPECT_EQ(code(set_here(tanaka(), "B6", "main", "block")), "policy.may_not_choose");
    EXPECT_EQ(code(set_here(aoki(), "B6", "main", "block")), "policy.may_not_choose");
    EXPECT_EQ(code(wait_for(policy().limit(sato(), "B6", "main", {}))),
              "directory.not_administrator");
    EXPECT_EQ(code(wait_for(policy().unlimit(sato(), "B6", "main"))),
              "directory.not_administrator");
}

TEST_P(Holds, GivenWhatCantBeChosen_ThenItIsRefused) {
    EXPECT_EQ(code(set(aoki(), "2.5.a", "my_number", "confirm")), "policy.bad_value");
    EXPECT_EQ(code(set(aoki(), "B5", "main", "off")), "policy.bad_value");
    EXPECT_EQ(code(set(aoki(), "B6", "main", "loud")), "policy.bad_value");
    EXPECT_EQ(code(set(aoki(), "B6", "side", "off")), "policy.no_such_clause");
    EXPECT_EQ(code(set(aoki(), "10.1", "main", "off")), "policy.no_such_clause");
    EXPECT_EQ(code(set(aoki(), "5.3", "characters", "5")), "policy.bad_number");
    EXPECT_EQ(code(set(aoki(), "5.3", "characters", "200a")), "policy.bad_number");
}

TEST_P(Holds, GivenANumber_ThenItHoldsForEverybodyOrTheDepartment) {
    auto const number = [&](Viewer const& viewer) {
        auto const guideline = wait_for(policy().guideline(viewer));
        return guideline.settings.parameter(*find_clause("5.3"), guideline.department).value;
    };
    EXPECT_EQ(number(tanaka()), 200);
    ASSERT_TRUE(set(aoki(), "5.3", "characters", "150"));
    ASSERT_TRUE(set_here(sato(), "5.3", "characters", "400"));
    EXPECT_EQ(number(tanaka()), 400);
    EXPECT_EQ(number(hara()), 150);
}

TEST_P(Holds, GivenAnotherOrganisation_ThenNothingOfItChanges) {
    ASSERT_TRUE(set(aoki(), "5.1", "main", "off"));
    EXPECT_EQ(mode(office().nishi, "5.1").value, Mode::hint);
}

TEST_P(Holds, GivenAChange_ThenEverybodyIsToldOfTheGuidelinesVersion) {
    auto const before = told_to(policy_stream(office().minato)).size();
    ASSERT_TRUE(set(aoki(), "5.1", "main", "off"));
    auto const events = told_to(policy_stream(office().minato));
    ASSERT_EQ(events.size(), before + 1);
    EXPECT_THAT(events.back().json, testing::HasSubstr("policy.guideline_changed"));
}

}  // namespace
}  // namespace horenso::policy
