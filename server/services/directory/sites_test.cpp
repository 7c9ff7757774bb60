// Sites: their names, who is there, and what follows a new name.
#include <gmock/gmock.h>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char const* staff =
    "氏名,フリガナ,ID,所属\n"
    "佐藤 花子,サトウ ハナコ,sato,総務課\n"
    "青木 実,アオキ ミノル,aoki,総務課\n"
    "林 一,ハヤシ ハジメ,hayashi,福祉課\n";

class SitesOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_.emplace(Directory::Needs{store(), clock, ids});
        auto also_follow = [this](Tx&, OrgId, Renames const& renames) {
            ++followed;
            renamed = renames;
        };
        sites_.emplace(Sites::Needs{store(), clock, also_follow});
        changes_.emplace(Changes::Needs{store(), clock, ids});
        minato = must(wait_for(directory().create_org("minato", "みなと"))).id;
        must(wait_for(directory().import_staff_of(minato, staff)));
        must(wait_for(directory().set_role(minato, "sato", Role::administrator)));
    }
    void TearDown() override {
        changes_.reset();
        sites_.reset();
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Directory& directory() { return *directory_; }
    Changes& changes() { return *changes_; }
    Person person(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.login == login + "@minato") return one;
        throw std::runtime_error{"nobody is " + login};
    }
    Viewer viewer(std::string const& login) { return {minato, person(login).id, {}}; }
    AllSites sites() { return wait_for(sites_->all(viewer("sato"))); }
    /// "本所 総務課 2": name, departments, people.
    std::vector<std::string> shown() {
        std::vector<std::string> all;
        for (auto const& one : sites().all) {
            auto text = one.name;
            for (auto const& department : one.departments) text += ' ' + department;
            all.push_back(text + ' ' + std::to_string(one.people));
        }
        return all;
    }
    Result<Done> set(std::vector<NewSite> wanted, std::string const& by = "sato") {
        auto const version = sites().version;
        return wait_for(sites_->set(viewer(by), version, std::move(wanted)));
    }
    Result<Done> set_from(std::int64_t version, std::vector<NewSite> wanted) {
        return wait_for(sites_->set(viewer("sato"), version, std::move(wanted)));
    }
    Result<Done> move(std::string department, std::string site, std::string const& by = "sato") {
        return wait_for(sites_->move(viewer(by), std::move(department), std::move(site)));
    }
    Result<Done> transfer(std::string const& login, std::string day, NewValues values) {
        return wait_for(changes_->transfer(viewer("sato"), person(login).id, std::move(day),
                                           std::move(values)));
    }
    std::vector<std::string> faults(std::vector<NewSite> wanted) {
        std::vector<std::string> all;
        auto const refused = set(std::move(wanted));
        EXPECT_EQ(refused.problem().code, "directory.bad_sites");
        for (auto const& field : refused.problem().fields)
            all.push_back(field.path + ' ' + field.code);
        return all;
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    int followed = 0;
    Renames renamed;

private:
    std::optional<Directory> directory_;
    std::optional<Sites> sites_;
    std::optional<Changes> changes_;
};
INSTANTIATE_TEST_SUITE_P(Databases, SitesOnBoth, kit::both_databases, kit::database_name);

TEST_P(SitesOnBoth, GivenSites_WhenDepartmentsAndPeopleWorkThere_ThenTheyAreCountedOnce) {
    must(set({{"本所", {}, "港町1-1", "0598-00-0001"}, {"分室"}}));
    must(move("総務課", "本所"));
    EXPECT_THAT(shown(), ElementsAre("本所 総務課 2", "分室 0"));
    EXPECT_EQ(sites().all[0].address, "港町1-1");
    EXPECT_EQ(sites().all[0].telephone, "0598-00-0001");

    // 青木 works elsewhere than the department.
    must(wait_for(directory().import_staff_of(
        minato, "氏名,フリガナ,ID,拠点\n青木 実,アオキ ミノル,aoki,分室\n")));
    EXPECT_THAT(shown(), ElementsAre("本所 総務課 1", "分室 1"));
    must(move("総務課", ""));
    EXPECT_THAT(shown(), ElementsAre("本所 0", "分室 1"));
}

TEST_P(SitesOnBoth, GivenANewName_ThenDepartmentsPeopleAndWhatIsPlannedFollow) {
    must(set({{"本所"}, {"分室"}}));
    must(move("総務課", "本所"));
    must(transfer("aoki", "2026/11/24", {{"site", "分室"}}));
    must(transfer("hayashi", "2027/4/1", {{"site", "分室"}}));
    must(set({{"分室", "本所"}, {"本所", "分室"}}));  // they swap
    EXPECT_THAT(shown(), ElementsAre("分室 総務課 1", "本所 1"));
    EXPECT_EQ(person("aoki").site, "本所");
    EXPECT_EQ(renamed, (Renames{{"本所", "分室"}, {"分室", "本所"}}));
    auto const planned = must(wait_for(changes().planned(viewer("sato"))));
    EXPECT_EQ(planned.at(0).fields.at(0).after, "本所");
}

TEST_P(SitesOnBoth, GivenASiteWhereSomebodyWorks_WhenItIsLeftOut_ThenNothingChanges) {
    must(set({{"本所"}, {"分室"}, {"倉庫"}, {"空家"}}));
    must(move("総務課", "本所"));
    must(transfer("aoki", "2026/11/24", {{"site", "分室"}}));
    must(transfer("hayashi", "2027/4/1", {{"site", "倉庫"}}));
    std::vector<NewSite> const all{{"本所", "本所"}, {"分室", "分室"}, {"倉庫", "倉庫"}};
    for (std::size_t gone = 0; gone < all.size(); ++gone) {
        auto wanted = all;
        wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(gone));
        EXPECT_EQ(code(set(wanted)), "directory.site_in_use") << all[gone].name;
    }
    must(set(all));
    EXPECT_EQ(renamed, (Renames{{"空家", ""}}));
}

TEST_P(SitesOnBoth, GivenSitesThatCantBe_ThenEachIsNamed) {
    must(set({{"本所"}}));
    EXPECT_THAT(
        faults({{""}, {"二\n行"}, {"分室"}, {"分室"}}),
        ElementsAre("sites[0].name directory.bad_site_name",
                    "sites[1].name directory.bad_site_name", "sites[3].name directory.site_twice"));
    EXPECT_THAT(faults({{"本所", "別館"}, {"倉庫", {}, "二\n行", "一\n二"}}),
                ElementsAre("sites[0].name directory.no_such_site",
                            "sites[1].address directory.bad_site_address",
                            "sites[1].telephone directory.bad_site_telephone"));
    EXPECT_EQ(code(move("総務課", "別館")), "directory.unknown_site");
    EXPECT_EQ(code(move("ない課", "本所")), "directory.unknown_department");
    EXPECT_EQ(code(transfer("aoki", "2026/11/24", {{"site", "別館"}})), "directory.bad_change");
    EXPECT_THAT(shown(), ElementsAre("本所 0"));
}

TEST_P(SitesOnBoth, GivenSomebodyWhoIsNoAdministrator_ThenNothingIsSet) {
    EXPECT_EQ(code(set({{"本所"}}, "aoki")), "directory.not_administrator");
    must(set({{"本所"}}));
    EXPECT_EQ(code(move("総務課", "本所", "aoki")), "directory.not_administrator");
    EXPECT_THAT(shown(), ElementsAre("本所 0"));
}

TEST_P(SitesOnBoth, GivenAnotherChangeMeanwhile_WhenSitesAreSet_ThenTheyAreNot) {
    auto const version = sites().version;
    must(move("総務課", ""));
    EXPECT_EQ(code(set_from(version, {{"本所"}})), "directory.sites_changed");
    EXPECT_THAT(shown(), IsEmpty());
}

TEST_P(SitesOnBoth, GivenDepartmentsThatAreSetAnew_ThenTheyStayWhereTheyAre) {
    must(set({{"本所"}}));
    must(move("総務課", "本所"));
    auto const version = sites().version;
    must(wait_for(directory().set_departments(viewer("sato"), version,
                                              {{"福祉課", "福祉課"}, {"事務局", "総務課"}})));
    EXPECT_THAT(shown(), ElementsAre("本所 事務局 2"));
}

TEST_P(SitesOnBoth, GivenASheetWithASiteNobodyKnew_WhenItGoesOutAndInAgain_ThenNothingIsLost) {
    must(wait_for(directory().import_staff_of(
        minato, "氏名,フリガナ,ID,拠点\n林 一,ハヤシ ハジメ,hayashi,分室\n")));
    EXPECT_THAT(shown(), ElementsAre("分室 1"));
    auto const sheet = wait_for(directory().export_staff_of(minato, SheetKind::csv));
    EXPECT_NE(sheet.find("拠点"), sheet.npos);
    auto const again = must(wait_for(directory().import_staff_of(minato, sheet)));
    EXPECT_EQ(again, (ImportReport{0, 0, 3}));
    // A sheet without the column leaves it as it is.
    EXPECT_EQ(must(wait_for(directory().import_staff_of(minato, staff))), (ImportReport{0, 0, 3}));
}

}  // namespace
}  // namespace horenso::directory
