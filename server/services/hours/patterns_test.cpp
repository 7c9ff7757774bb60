// Kinds of day (シフト), and what administrators see of all levels.
#include "services/hours/patterns.hpp"

#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::hours {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class Patterns : public policy::kit::PolicyOnBothDatabases {
protected:
    Hours& hours() { return office().hours; }
    Scope of_organisation() { return {Scope::Kind::organisation, ""}; }
    Scope of_department(std::string name = "地域福祉課") {
        return {Scope::Kind::department, std::move(name)};
    }
    Result<Done> set_patterns(Viewer const& by, Scope scope, std::vector<Pattern> patterns) {
        return wait_for(hours().set_patterns(by, std::move(scope), std::move(patterns)));
    }
    std::vector<Pattern> offered(Viewer const& who) { return wait_for(hours().mine(who)).patterns; }

    Pattern const early{"早番", Span{420, 960}};
    Pattern const night{"夜勤", Span{1260, 1980}};
    Pattern const off{"休み"};
};
INSTANTIATE_TEST_SUITE_P(Databases, Patterns, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Patterns, Clause_B2_GivenNone_ThenNothingIsOffered) {
    EXPECT_THAT(offered(tanaka()), IsEmpty());
}

TEST_P(Patterns, Clause_B2_GivenTheOrganisationsAndADepartments_ThenTheDepartmentsAreOfferedThere) {
    ASSERT_TRUE(set_patterns(aoki(), of_organisation(), {early, off}));
    ASSERT_TRUE(set_patterns(aoki(), of_department(), {night, early, off}));
    EXPECT_THAT(offered(tanaka()), ElementsAre(night, early, off));
    EXPECT_THAT(offered(hara()), ElementsAre(early, off));
    EXPECT_THAT(offered(office().nishi), IsEmpty());
    ASSERT_TRUE(set_patterns(aoki(), of_department(), {}));
    EXPECT_THAT(offered(tanaka()), ElementsAre(early, off));
}

TEST_P(Patterns, Clause_0_GivenADepartment_ThenItsHeadMaySetThemAndOthersMayNot) {
    EXPECT_TRUE(set_patterns(sato(), of_department(), {early}));
    EXPECT_EQ(code(set_patterns(tanaka(), of_department(), {early})), "hours.not_head");
    EXPECT_EQ(code(set_patterns(sato(), of_department("生活支援課"), {early})), "hours.not_head");
    EXPECT_EQ(code(set_patterns(sato(), of_organisation(), {early})),
              "directory.not_administrator");
}

TEST_P(Patterns, GivenPatternsThatCantBe_ThenTheyAreRefused) {
    auto const refused = [&](std::vector<Pattern> patterns) {
        return code(set_patterns(aoki(), of_organisation(), std::move(patterns)));
    };
    EXPECT_EQ(refused({early, early}), "hours.bad_patterns");
    EXPECT_EQ(refused({{"　"}}), "hours.bad_patterns");
    EXPECT_EQ(refused({{"とても長い名前の早い番"}}), "hours.bad_patterns");
    EXPECT_EQ(refused({{"早番", Span{600, 600}}}), "hours.bad_patterns");
    std::vector<Pattern> many;
    for (int n = 0; n < 13; ++n) many.push_back({std::to_string(n)});
    EXPECT_EQ(refused(many), "hours.bad_patterns");
}

TEST_P(Patterns, GivenAChange_ThenEverybodyIsTold) {
    auto const before = told_to(hours_stream(office().minato)).size();
    ASSERT_TRUE(set_patterns(aoki(), of_organisation(), {early}));
    EXPECT_EQ(told_to(hours_stream(office().minato)).size(), before + 1);
}

TEST_P(Patterns, Clause_B1_GivenLevels_ThenAdministratorsSeeAllOfThemAndOthersNone) {
    office().work_at("地域福祉課", "分室");
    office().add_site("倉庫");
    DayChoice closed{.day = "12-28", .says = DayChoice::Says::closed, .name = "大掃除"};
    must(wait_for(hours().set_day(aoki(), {Scope::Kind::site, "倉庫"}, closed)));
    ASSERT_TRUE(set_patterns(aoki(), of_department(), {early}));
    auto const all = must(wait_for(hours().all(aoki())));
    EXPECT_TRUE(all.organisation.level.week);
    ASSERT_EQ(all.sites.size(), 2u);
    EXPECT_EQ(all.sites[1].name, "倉庫");
    EXPECT_EQ(all.sites[1].level.days.at("12-28").name, "大掃除");
    ASSERT_EQ(all.departments.size(), 3u);
    EXPECT_EQ(all.departments[0].name, "地域福祉課");
    EXPECT_EQ(all.departments[0].site, "分室");
    EXPECT_THAT(all.departments[0].patterns, ElementsAre(early));
    EXPECT_EQ(code(wait_for(hours().all(sato()))), "directory.not_administrator");
}

}  // namespace
}  // namespace horenso::hours
