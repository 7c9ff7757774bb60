// Departments: their order and names, what follows a new name, and who heads them.
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
    "氏名,フリガナ,ID,所属,役職,兼務\n"
    "佐藤 花子,サトウ ハナコ,sato,総務課,課長,\n"
    "青木 実,アオキ ミノル,aoki,庶務係,係長,総務課／主幹\n"
    "林 一,ハヤシ ハジメ,hayashi,福祉課,,\n";

class DepartmentsOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto also_rename = [this](Tx&, OrgId, Renames const& renames) { renamed = renames; };
        directory_ = std::make_unique<Directory>(Directory::Needs{
            .store = store(), .clock = clock, .ids = ids, .also_rename = also_rename});
        minato = must(wait_for(directory().create_org("minato", "みなと"))).id;
        must(wait_for(directory().import_staff_of(minato, staff)));
        must(wait_for(directory().set_role(minato, "sato", Role::administrator)));
    }
    void TearDown() override {
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Directory& directory() { return *directory_; }
    Person person(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.login == login + "@minato") return one;
        throw std::runtime_error{"nobody is " + login};
    }
    Viewer viewer(std::string const& login) { return {minato, person(login).id, {}}; }
    Departments departments() { return wait_for(directory().departments(viewer("sato"))); }
    /// "福祉課 1", "庶務係<総務課 1": name, parent, people.
    std::vector<std::string> shown() {
        std::vector<std::string> all;
        for (auto const& one : departments().all)
            all.push_back(one.name + (one.parent.empty() ? "" : "<" + one.parent) + ' ' +
                          std::to_string(one.people));
        return all;
    }
    Result<Done> set(std::vector<NewDepartment> wanted, std::string const& by = "sato") {
        auto const version = departments().version;
        return wait_for(directory().set_departments(viewer(by), version, std::move(wanted)));
    }
    std::vector<std::string> faults(std::vector<NewDepartment> wanted) {
        std::vector<std::string> all;
        auto const refused = set(std::move(wanted));
        for (auto const& field : refused.problem().fields)
            all.push_back(field.path + ' ' + field.code);
        return all;
    }
    void head(std::string const& department, std::string const& login) {
        must(wait_for(directory().set_head(viewer("sato"), department, person(login).id)));
    }
    bool heads(std::string const& login, std::string const& department) {
        auto const id = person(login).id;
        auto ask = [&](Tx& tx) { return is_head(tx, minato, id, department); };
        return wait_for(store().read(ask));
    }

    std::vector<NewDepartment> const as_now{
        {"総務課", "総務課"}, {"庶務係", "庶務係"}, {"福祉課", "福祉課"}};
    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    Renames renamed;

private:
    std::unique_ptr<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, DepartmentsOnBoth, kit::both_databases, kit::database_name);

TEST_P(DepartmentsOnBoth, GivenStaff_WhenImported_ThenTheirDepartmentsStandAsTheyCame) {
    EXPECT_THAT(shown(), ElementsAre("総務課 2", "庶務係 1", "福祉課 1"));
    must(wait_for(directory().import_staff_of(
        minato, "氏名,フリガナ,ID,所属,兼務\n林 一,ハヤシ ハジメ,hayashi,会計係,給食室\n")));
    EXPECT_THAT(shown(), ElementsAre("総務課 2", "庶務係 1", "福祉課 0", "会計係 1", "給食室 1"));
}

TEST_P(DepartmentsOnBoth, GivenNewNames_WhenSet_ThenPeopleHeadsAndOthersFollow) {
    head("総務課", "sato");
    must(set({{"福祉課", "福祉課"},
              {"経営企画課", "総務課"},
              {"総務係", "庶務係", "経営企画課"},
              {"新しい課"}}));
    EXPECT_THAT(shown(),
                ElementsAre("福祉課 1", "経営企画課 2", "総務係<経営企画課 1", "新しい課 0"));
    EXPECT_EQ(person("sato").department, "経営企画課");
    EXPECT_EQ(person("aoki").department, "総務係");
    EXPECT_THAT(person("aoki").posts, ElementsAre(Post{"経営企画課", "主幹"}));
    EXPECT_TRUE(heads("sato", "経営企画課"));
    EXPECT_THAT(renamed,
                ElementsAre(std::pair{"庶務係", "総務係"}, std::pair{"総務課", "経営企画課"}));
}

TEST_P(DepartmentsOnBoth, GivenTwoThatSwapTheirNames_WhenSet_ThenNobodyIsMixedUp) {
    head("総務課", "sato");
    head("福祉課", "hayashi");
    must(set({{"福祉課", "総務課"}, {"庶務係", "庶務係"}, {"総務課", "福祉課"}}));
    EXPECT_THAT(shown(), ElementsAre("福祉課 2", "庶務係 1", "総務課 1"));
    EXPECT_EQ(person("sato").department, "福祉課");
    EXPECT_EQ(person("hayashi").department, "総務課");
    EXPECT_TRUE(heads("sato", "福祉課"));
    EXPECT_TRUE(heads("hayashi", "総務課"));
    EXPECT_FALSE(heads("sato", "総務課"));
}

TEST_P(DepartmentsOnBoth, GivenATree_WhenSomebodyHeadsItsTop_ThenTheyHeadWhatIsUnderIt) {
    must(set({{"総務課", "総務課"}, {"庶務係", "庶務係", "総務課"}, {"福祉課", "福祉課"}}));
    head("総務課", "sato");
    EXPECT_TRUE(heads("sato", "庶務係"));
    EXPECT_FALSE(heads("sato", "福祉課"));
    EXPECT_FALSE(heads("aoki", "庶務係"));
}

TEST_P(DepartmentsOnBoth, GivenSomebodyWithAPostBesides_WhenMadeHeadThere_ThenTheyAre) {
    head("総務課", "aoki");
    EXPECT_TRUE(heads("aoki", "総務課"));
    EXPECT_EQ(
        wait_for(directory().set_head(viewer("sato"), "福祉課", person("aoki").id)).problem().code,
        "directory.not_in_department");
}

TEST_P(DepartmentsOnBoth, GivenAHead_WhenMovedByAnImport_ThenTheyHeadItNoMore) {
    head("総務課", "sato");
    must(wait_for(directory().import_staff_of(
        minato, "氏名,フリガナ,ID,所属\n佐藤 花子,サトウ ハナコ,sato,福祉課\n")));
    EXPECT_FALSE(heads("sato", "総務課"));
}

TEST_P(DepartmentsOnBoth, GivenBadDepartments_WhenSet_ThenEachIsNamedAndNothingChanges) {
    EXPECT_THAT(faults({{"総務課", "総務課"},
                        {""},
                        {"a、b"},
                        {"総務課"},
                        {"係", std::nullopt, "あとの課"},
                        {"あとの課"},
                        {"庶務課", "ない係"},
                        {"福祉課", "福祉課"}}),
                ElementsAre("departments[1].name directory.bad_department_name",
                            "departments[2].name directory.bad_department_name",
                            "departments[3].name directory.department_twice",
                            "departments[4].name directory.no_such_parent",
                            "departments[6].name directory.no_such_department"));
    EXPECT_THAT(shown(), ElementsAre("総務課 2", "庶務係 1", "福祉課 1"));
}

TEST_P(DepartmentsOnBoth, GivenADepartmentWithPeople_WhenLeftOut_ThenItIsRefused) {
    auto const refused = set({{"総務課", "総務課"}, {"庶務係", "庶務係"}});
    EXPECT_EQ(refused.problem().code, "directory.department_in_use");
    EXPECT_THAT(refused.problem().arguments, ElementsAre(testing::Pair("name", "福祉課")));
}

TEST_P(DepartmentsOnBoth, GivenADepartmentWithoutPeople_WhenLeftOut_ThenItAndWhatItChoseAreGone) {
    must(wait_for(directory().import_staff_of(
        minato, "氏名,フリガナ,ID,所属\n林 一,ハヤシ ハジメ,hayashi,総務課\n")));
    must(set({{"総務課", "総務課"}, {"庶務係", "庶務係"}}));
    EXPECT_THAT(shown(), ElementsAre("総務課 3", "庶務係 1"));
    EXPECT_THAT(renamed, ElementsAre(std::pair{"福祉課", ""}));
}

TEST_P(DepartmentsOnBoth, GivenSomebodyElsesChange_WhenSetFromBefore_ThenItIsRefused) {
    auto const before = departments().version;
    head("総務課", "sato");
    EXPECT_EQ(wait_for(directory().set_departments(viewer("sato"), before, as_now)).problem().code,
              "directory.departments_changed");
}

TEST_P(DepartmentsOnBoth, GivenAMember_WhenSheSetsThem_ThenSheMayNot) {
    EXPECT_EQ(set(as_now, "aoki").problem().code, "directory.not_administrator");
}

TEST_P(DepartmentsOnBoth, GivenStaff_WhenExportedEitherWay_ThenAnImportOfItChangesNothing) {
    must(wait_for(
        directory().import_staff_of(minato,
                                    "氏名,フリガナ,ID,所属,役職,雇用区分,内線,電話,担当,入職日\n"
                                    "=林 一,ハヤシ ハジメ,hayashi,福祉課,\"主任, "
                                    "相談員\",正職員,0123,090-1234-5678,'貸付,H30/4/1\n")));
    for (auto const kind : {SheetKind::xlsx, SheetKind::csv}) {
        auto sheet = must(wait_for(directory().export_staff(viewer("sato"), kind)));
        auto const plan = must(wait_for(directory().preview_import(viewer("sato"), sheet)));
        EXPECT_THAT(plan.added, IsEmpty());
        EXPECT_THAT(plan.changed, IsEmpty());
        EXPECT_EQ(plan.unchanged, 3);
    }
    EXPECT_EQ(person("hayashi").name, "=林 一");
    EXPECT_EQ(person("hayashi").duties, "'貸付");
    EXPECT_EQ(wait_for(directory().export_staff(viewer("aoki"), SheetKind::csv)).problem().status,
              403);
}

}  // namespace
}  // namespace horenso::directory
