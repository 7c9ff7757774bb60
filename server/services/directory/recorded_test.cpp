// What the directory's changes leave in the audit.
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Sql old_org{
    "INSERT INTO directory_org (org_id, slug, name, created_at) VALUES ($1, 'old', 'x', 0)"};

class DirectoryRecorded : public kit::OnBothDatabases {
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
    template <class Act>
    std::vector<Recorded> recorded_by(Act act) {
        auto rows = audit::kit::recorded_by(store(), minato, act);
        EXPECT_EQ(audit::kit::fault(store(), minato), "");
        return rows;
    }
    void import(std::string rows) {
        must(wait_for(
            directory().import_staff_of(minato, "氏名,フリガナ,ID,所属\n" + std::move(rows))));
    }
    PersonId person(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.login == login + "@minato") return one.id;
        throw std::runtime_error{"nobody is called " + login};
    }
    std::string id(std::string const& login) {
        return '"' + std::to_string(person(login).value) + '"';
    }
    void appoint(std::string login) {
        must(wait_for(directory().set_role(minato, std::move(login), Role::administrator)));
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;

private:
    std::unique_ptr<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, DirectoryRecorded, kit::both_databases, kit::database_name);

constexpr char const* two =
    "佐藤 花子,サトウ ハナコ,sato,総務課\n青木 実,アオキ ミノル,aoki,総務課\n";

TEST_P(DirectoryRecorded, GivenAnOrganisation_WhenMade_ThenItsChainBeginsWithThat) {
    EXPECT_THAT(audit::kit::recorded(store(), minato),
                ElementsAre(Recorded{"operator", 0, 0, "directory.organisation_made",
                                     "organisation", minato.value, "{}"}));
    EXPECT_FALSE(wait_for(directory().create_org("minato", "もう一つ")));
    EXPECT_EQ(wait_for(audit::Audit{store()}.organisations()).size(), 1u);
}

TEST_P(DirectoryRecorded, GivenASheet_WhenImported_ThenOneRowNamesWhoCameAndWhoChanged) {
    auto const first = recorded_by([&] { import(two); });
    EXPECT_THAT(first, ElementsAre(Recorded{"operator", 0, 0, "directory.staff_imported",
                                            "organisation", minato.value,
                                            R"({"added":[)" + id("sato") + ',' + id("aoki") +
                                                R"(],"changed":[],"unchanged":0})"}));
    auto const second = recorded_by([&] {
        import("佐藤 花子,サトウ ハナコ,sato,地域福祉課\n青木 実,アオキ ミノル,aoki,総務課\n");
    });
    ASSERT_EQ(second.size(), 1u);
    EXPECT_EQ(second[0].details, R"({"added":[],"changed":[)" + id("sato") + R"(],"unchanged":1})");
}

TEST_P(DirectoryRecorded, GivenAnAdministrator_WhenImporting_ThenTheRowIsTheirsAndAMembersIsNone) {
    import(two);
    appoint("aoki");
    auto const import_as = [&](Viewer const& viewer) {
        return wait_for(directory().import_staff(
            viewer, "氏名,フリガナ,ID\n田中 一郎,タナカ イチロウ,tanaka\n"));
    };
    Viewer const sato{minato, person("sato"), SessionId{4}};
    EXPECT_THAT(recorded_by([&] { EXPECT_FALSE(import_as(sato)); }), IsEmpty());
    Viewer const aoki{minato, person("aoki"), SessionId{5}};
    auto const rows = recorded_by([&] { must(import_as(aoki)); });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].actor, "person");
    EXPECT_EQ(rows[0].person, aoki.person.value);
    EXPECT_EQ(rows[0].session, 5);
}

TEST_P(DirectoryRecorded, GivenASheetThatChangesNothingOrIsBad_WhenImported_ThenThereIsNoRow) {
    import(two);
    EXPECT_THAT(recorded_by([&] { import(two); }), IsEmpty());
    EXPECT_THAT(recorded_by([&] {
                    EXPECT_FALSE(wait_for(directory().import_staff_of(minato, "氏名\n佐藤\n")));
                }),
                IsEmpty());
}

TEST_P(DirectoryRecorded, GivenARole_WhenChanged_ThenTheRowSaysFromWhatToWhat) {
    import(two);
    auto const rows = recorded_by([&] { appoint("aoki"); });
    EXPECT_THAT(rows, ElementsAre(Recorded{"operator", 0, 0, "directory.role_changed", "person",
                                           person("aoki").value,
                                           R"({"from":"member","to":"administrator"})"}));
    EXPECT_THAT(recorded_by([&] { appoint("aoki"); }), IsEmpty());
    EXPECT_THAT(recorded_by([&] {  // the last administrator stays
                    EXPECT_FALSE(wait_for(directory().set_role(minato, "aoki", Role::member)));
                }),
                IsEmpty());
}

TEST_P(DirectoryRecorded, GivenAPerson_WhenAddedByHand_ThenTheRowHasTheRole) {
    Person administrator;
    administrator.login = "admin@minato";
    administrator.role = Role::administrator;
    auto const rows =
        recorded_by([&] { must(wait_for(directory().add_person(minato, administrator))); });
    EXPECT_THAT(rows, ElementsAre(Recorded{"operator", 0, 0, "directory.person_added", "person",
                                           person("admin").value, R"({"role":"administrator"})"}));
    EXPECT_THAT(
        recorded_by([&] { EXPECT_FALSE(wait_for(directory().add_person(minato, administrator))); }),
        IsEmpty());
}

/// A database as the last version without an audit left it.
class BeforeTheAudit : public kit::OnBothDatabases {
protected:
    std::vector<Migration> migrations() const override {
        std::vector<Migration> steps;
        for (auto const& step : find_migrations(embedded::files()))
            if (step.folder == "platform/store" ||
                (step.folder == "services/directory" && step.number == 1))
                steps.push_back(step);
        return steps;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, BeforeTheAudit, kit::both_databases, kit::database_name);

TEST_P(BeforeTheAudit, GivenAnOrganisation_WhenMigrated_ThenItsChainIsGoodAndGrows) {
    constexpr OrgId old{7};
    auto make = [old](Tx& tx) -> Result<Done> {
        tx.run(old_org, old);
        return Done{};
    };
    must(wait_for(store().write(make)));
    close();
    auto const now = database().open_with(find_migrations(embedded::files()));
    EXPECT_EQ(audit::kit::fault(*now, old), "");
    SetClock const clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    Directory directory{{*now, clock, ids}};
    must(wait_for(directory.import_staff_of(old, "氏名,フリガナ\n佐藤 花子,サトウ ハナコ\n")));
    EXPECT_EQ(audit::kit::recorded(*now, old).size(), 1u);
    EXPECT_EQ(audit::kit::fault(*now, old), "");
}

}  // namespace
}  // namespace horenso::directory
