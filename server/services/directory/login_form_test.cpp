// What logins are made from, and who gets none (clauses 3.3, 7.1).
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

class LoginForms : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        Directory::Needs needs{store(), clock, ids};
        needs.login_form = [this](Tx&, OrgId) { return form; };
        directory_ = std::make_unique<Directory>(std::move(needs));
        minato = must(wait_for(directory_->create_org("minato", "みなと"))).id;
    }
    void TearDown() override {
        directory_.reset();
        OnBothDatabases::TearDown();
    }
    Directory& directory() { return *directory_; }

    /// "行 2 directory.no_number" for each bad row; nothing if it was taken in.
    std::vector<std::string> import(std::string csv) {
        auto const report = wait_for(directory_->import_staff_of(minato, std::move(csv)));
        std::vector<std::string> faults;
        if (report) return faults;
        for (auto const& one : report.problem().fields) faults.push_back(one.path + ' ' + one.code);
        return faults;
    }
    std::vector<std::string> logins() {
        std::vector<std::string> all;
        for (auto const& one : wait_for(directory_->people_of(minato))) all.push_back(one.login);
        return all;
    }

    SetClock clock{{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    LoginForm form = LoginForm::number;

private:
    std::unique_ptr<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, LoginForms, kit::both_databases, kit::database_name);

TEST_P(LoginForms,
       Clause_7_1_GivenStaffNumbers_WhenImportedTwice_ThenTheyAreTheIdsAndNothingChanges) {
    auto const* sheet =
        "氏名,フリガナ,職員番号\n佐藤 花子,サトウ ハナコ,Ａ-１０１\n佐藤 花子,サトウ "
        "ハナコ,a-102\n";
    EXPECT_THAT(import(sheet), IsEmpty());
    EXPECT_THAT(import(sheet), IsEmpty());
    EXPECT_THAT(logins(), testing::UnorderedElementsAre("a-101@minato", "a-102@minato"));
}

TEST_P(LoginForms, GivenStaffNumbersAsARule_WhenARowHasNeitherNumberNorId_ThenItIsBad) {
    EXPECT_THAT(import("氏名,フリガナ,職員番号,ID\n佐藤 花子,サトウ ハナコ,,\n田中 一郎,タナカ "
                       "イチロウ,,i.tanaka\n"),
                ElementsAre("行 2 directory.no_number"));
    EXPECT_THAT(import("氏名,フリガナ,職員番号\n佐藤 花子,サトウ ハナコ,花\n"),
                ElementsAre("行 2 directory.bad_number"));
    EXPECT_THAT(
        import("氏名,フリガナ,職員番号\n佐藤 花子,サトウ ハナコ,7\n田中 一郎,タナカ イチロウ,7\n"),
        ElementsAre("行 3 directory.login_of_another"));
}

TEST_P(LoginForms, GivenSomebodyWithAnIdByName_WhenNumbersBecomeTheRule_ThenTheirIdStays) {
    form = LoginForm::name;
    EXPECT_THAT(import("氏名,フリガナ,職員番号\n佐藤 花子,サトウ ハナコ,101\n"), IsEmpty());
    EXPECT_THAT(logins(), ElementsAre("h.sato@minato"));
    form = LoginForm::number;
    EXPECT_THAT(import("氏名,フリガナ,職員番号\n佐藤 花子,サトウ ハナコ,101\n"), IsEmpty());
    EXPECT_THAT(logins(), ElementsAre("h.sato@minato"));
}

TEST_P(LoginForms, Clause_3_3_GivenAnAccountOfSeveral_WhenImportedOrAdded_ThenItIsRefused) {
    EXPECT_THAT(
        import("氏名,フリガナ,ID\n受付,ウケツケ,m.matsu\n佐藤 花子,サトウ ハナコ,reception1\n"),
        ElementsAre("行 2 directory.shared_row", "行 3 directory.shared_row"));
    EXPECT_THAT(import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n"), IsEmpty());
    EXPECT_THAT(import("氏名,フリガナ,ID\n共用 窓口,サトウ ハナコ,sato\n"),
                ElementsAre("行 2 directory.shared_row"));
    Person shared;
    shared.login = "front@minato";
    shared.name = "総合窓口";
    EXPECT_EQ(wait_for(directory().add_person(minato, shared)).problem().code,
              "directory.shared_id");
    EXPECT_THAT(logins(), ElementsAre("sato@minato"));
}

}  // namespace
}  // namespace horenso::directory
