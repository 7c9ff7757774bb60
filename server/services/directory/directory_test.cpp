#include "services/directory/directory.hpp"

#include <gmock/gmock.h>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"

namespace horenso::directory {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class DirectoryOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_ = std::make_unique<Directory>(Directory::Needs{store(), clock, ids});
        minato = must(wait_for(directory().create_org("minato", "みなと"))).id;
    }
    void TearDown() override {
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Directory& directory() { return *directory_; }
    ImportReport import(std::string csv) {
        return must(wait_for(directory().import_staff_of(minato, std::move(csv))));
    }
    Result<Person> set_role(std::string login, Role role) {
        return wait_for(directory().set_role(minato, std::move(login), role));
    }
    std::vector<std::string> names(OrgId org) {
        std::vector<std::string> all;
        for (auto const& one : wait_for(directory().people_of(org))) all.push_back(one.name);
        return all;
    }
    Viewer viewer(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.login == login) return {minato, one.id, {}};
        throw std::runtime_error{"nobody is " + login};
    }
    std::string org_of(std::string const& login) {
        auto find = [&](Tx& tx) { return find_org_of_login(tx, login); };
        auto const org = wait_for(store().read(find));
        return org ? org->slug : "";
    }
    std::string person_of(std::string const& login) {
        auto find = [&](Tx& tx) { return find_login(tx, {minato, "minato", ""}, login); };
        auto const person = wait_for(store().read(find));
        return person ? person->name : "";
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;

private:
    std::unique_ptr<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, DirectoryOnBoth, kit::both_databases, kit::database_name);

TEST_P(DirectoryOnBoth, GivenASlug_WhenAnOrganisationIsMade_ThenOnlyAFreeWellFormedOneIsTaken) {
    for (auto const* bad : {"", "Minato", "み", "a b", "a@b", "a.b"})
        EXPECT_EQ(wait_for(directory().create_org(bad, "名")).problem().code, "directory.bad_slug");
    EXPECT_EQ(wait_for(directory().create_org(std::string(41, 'a'), "名")).problem().status, 422);
    EXPECT_EQ(wait_for(directory().create_org("minato", "名")).problem().code,
              "directory.slug_taken");
    EXPECT_TRUE(wait_for(directory().create_org(std::string(40, 'a'), "名")));
    EXPECT_EQ(wait_for(directory().orgs()).size(), 2u);
}

TEST_P(DirectoryOnBoth, GivenPeople_WhenListed_ThenTheyStandInKanaOrderWhateverTheirMarks) {
    import(
        "氏名,フリガナ,ID\n"
        "番場 一,バンバ ハジメ,a\n"
        "渡辺 恵,ワタナベ メグミ,b\n"
        "阿部 二,アベ ジ,c\n"
        "播磨 三,ハリマ ミツ,d\n"
        "林 四,ハヤシ シ,e\n");
    EXPECT_THAT(names(minato), ElementsAre("阿部 二", "林 四", "播磨 三", "番場 一", "渡辺 恵"));
}

TEST_P(DirectoryOnBoth, GivenTwoOrganisations_WhenOneIsListed_ThenTheOthersPeopleAreNotIn) {
    auto const tonari = must(wait_for(directory().create_org("tonari", "となり"))).id;
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n");
    EXPECT_THAT(names(tonari), IsEmpty());
    EXPECT_EQ(
        wait_for(directory().set_role(tonari, "sato@minato", Role::administrator)).problem().status,
        404);
}

TEST_P(DirectoryOnBoth, GivenALogin_WhenItsOrganisationIsLookedFor_ThenItsEndingOrTheOnlyOneSays) {
    EXPECT_EQ(org_of("sato"), "minato");
    EXPECT_EQ(org_of("sato@gone"), "minato");
    must(wait_for(directory().create_org("tonari", "となり")));
    EXPECT_EQ(org_of("sato"), "");
    EXPECT_EQ(org_of("sato@gone"), "");
    EXPECT_EQ(org_of("sato@tonari"), "tonari");
    EXPECT_EQ(org_of("sato@x@minato"), "minato");
}

TEST_P(DirectoryOnBoth, GivenALogin_WhenLookedFor_ThenTheEndingOfTheOrganisationMayBeLeftOut) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n");
    EXPECT_EQ(person_of("sato"), "佐藤 花子");
    EXPECT_EQ(person_of("sato@minato"), "佐藤 花子");
    EXPECT_EQ(person_of("sato@tonari"), "");
    EXPECT_EQ(person_of("sat"), "");
}

TEST_P(DirectoryOnBoth, GivenOneAdministrator_WhenTheRoleIsTakenAway_ThenItStaysAndNothingIsTold) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n");
    must(set_role("aoki", Role::administrator));
    auto const before = told().size();
    EXPECT_EQ(set_role("aoki", Role::member).problem().code, "directory.last_administrator");
    EXPECT_EQ(must(set_role("aoki", Role::administrator)).role, Role::administrator);
    EXPECT_EQ(told().size(), before);

    must(set_role("sato@minato", Role::administrator));
    EXPECT_EQ(must(set_role("aoki", Role::member)).role, Role::member);
    // Each time the directory, and what the person may see.
    EXPECT_EQ(told().size(), before + 4);
    EXPECT_EQ(told()[before].stream, directory_stream(minato));
    EXPECT_EQ(told()[before + 1].stream, person_stream(minato, viewer("sato@minato").person));
    EXPECT_EQ(set_role("sato", Role::member).problem().code, "directory.last_administrator");
}

TEST_P(DirectoryOnBoth, GivenALoginThatIsTaken_WhenSomebodyIsAddedWithIt_ThenItIsRefused) {
    Person person;
    person.login = "admin@minato";
    person.name = "管理者";
    person.kana = "カンリシャ";
    auto const added = must(wait_for(directory().add_person(minato, person)));
    EXPECT_NE(added.id, PersonId{});
    EXPECT_EQ(wait_for(directory().add_person(minato, person)).problem().code,
              "directory.login_taken");
}

TEST_P(DirectoryOnBoth, GivenAMember_WhenSheImportsOrTheSheetIsBad_ThenTheRoleIsSaidFirst) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n");
    must(set_role("aoki", Role::administrator));
    std::string const sheet = "氏名,フリガナ,ID\n林 一,ハヤシ ハジメ,hayashi\n";
    for (auto const& csv : {sheet, std::string{"no sheet"}})
        EXPECT_EQ(wait_for(directory().import_staff(viewer("sato@minato"), csv)).problem().code,
                  "directory.not_administrator");
    EXPECT_EQ(must(wait_for(directory().import_staff(viewer("aoki@minato"), sheet))).added, 1);
}

}  // namespace
}  // namespace horenso::directory
