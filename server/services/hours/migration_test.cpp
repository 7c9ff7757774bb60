// Sites that hours knew before the directory did.
#include <gmock/gmock.h>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/directory/directory.hpp"

namespace horenso::hours {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;

constexpr OrgId org{1};

constexpr Sql insert_department{R"(
    INSERT INTO directory_department (org_id, name, parent, place) VALUES ($1, $2, '', $3))"};
constexpr Sql insert_site{R"(
    INSERT INTO hours_site (org_id, department, site) VALUES ($1, $2, $3))"};
constexpr Sql insert_day{R"(
    INSERT INTO hours_day (org_id, scope, whose, day, opens, closes, name)
    VALUES ($1, 'site', $2, '12-28', NULL, NULL, ''))"};

class OlderSites : public horenso::kit::OnBothDatabases {
protected:
    /// As they were before.
    std::vector<Migration> migrations() const override {
        auto steps = find_migrations(embedded::files());
        std::erase_if(steps, [](Migration const& step) {
            return step.folder == "services/hours" && step.number > 2;
        });
        return steps;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, OlderSites, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(OlderSites,
       GivenSitesThatHoursKnew_WhenUpdated_ThenTheyAreTheDirectorysWithTheirDepartments) {
    auto fill = [](Tx& tx) -> Result<Done> {
        tx.run(insert_department, org, "総務課", 0);
        tx.run(insert_department, org, "福祉課", 1);
        tx.run(insert_site, org, "総務課", "本所");
        tx.run(insert_day, org, "本所");
        tx.run(insert_day, org, "倉庫");
        return Done{};
    };
    must(wait_for(store().write(fill)));
    close();

    auto const updated = database().open_with(find_migrations(embedded::files()));
    auto list = [](Tx& tx) { return directory::sites_of(tx, org); };
    auto const sites = wait_for(updated->read(list));
    std::vector<std::pair<std::string, std::vector<std::string>>> all;
    for (auto const& one : sites) all.emplace_back(one.name, one.departments);
    std::ranges::sort(all);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].first, "倉庫");
    EXPECT_THAT(all[0].second, testing::IsEmpty());
    EXPECT_EQ(all[1].first, "本所");
    EXPECT_THAT(all[1].second, ElementsAre("総務課"));
}

}  // namespace
}  // namespace horenso::hours
