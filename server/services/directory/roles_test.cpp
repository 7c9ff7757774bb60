#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

template <class T>
std::string code(Result<T> const& result) {
    return result ? "" : result.problem().code;
}

/// 青木 and 森 are administrators, 加藤 is sub-administrator; 佐藤 and 田中 are given nothing.
class RolesOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto const hear = [this](Tx&, OrgId, RoleNews const& said) { news.push_back(said); };
        directory_ = std::make_unique<Directory>(
            Directory::Needs{.store = store(), .clock = clock, .ids = ids, .also_appoint = hear});
        roles_ = std::make_unique<Appointments>(Appointments::Needs{store(), clock, ids, hear});
        minato = must(wait_for(directory_->create_org("minato", "みなと"))).id;
        must(wait_for(directory_->import_staff_of(minato,
                                                  "氏名,フリガナ,ID,所属,雇用区分\n"
                                                  "佐藤 花子,サトウ ハナコ,sato,総務課,正職員\n"
                                                  "田中 一郎,タナカ イチロウ,tanaka,総務課,正職員\n"
                                                  "加藤 恵,カトウ メグミ,kato,総務課,正職員\n"
                                                  "森 守,モリ マモル,mori,総務課,正職員\n"
                                                  "青木 実,アオキ ミノル,aoki,総務課,正職員\n")));
        must(wait_for(directory_->set_role(minato, "kato", Role::sub_administrator)));
        for (auto const* login : {"mori", "aoki"})
            must(wait_for(directory_->set_role(minato, login, Role::administrator)));
        for (auto const& one : wait_for(directory_->people_of(minato)))
            people[one.login.substr(0, one.login.find('@'))] = one.id;
        news.clear();
    }
    void TearDown() override {
        roles_.reset();
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Viewer viewer(std::string const& login) { return {minato, people.at(login), {}}; }
    Result<Done> appoint(std::string const& by, std::string const& whom, Role role,
                         std::vector<RoleSetId> sets = {}) {
        return wait_for(roles().appoint(viewer(by), people.at(whom), role, std::move(sets)));
    }
    RoleSetId made(std::string name, Permissions permissions) {
        NewRoleSet set{std::move(name), std::move(permissions)};
        return must(wait_for(roles().make_set(viewer("aoki"), std::move(set))));
    }
    Roles seen() { return must(wait_for(roles().roles(viewer("aoki")))); }
    template <Permission what>
    bool is_permitted(std::string const& login) {
        auto ask = [&](Tx& tx) { return static_cast<bool>(require<what>(tx, viewer(login))); };
        return wait_for(store().read(ask));
    }
    std::vector<PersonId> permitted_to(Permission what) {
        auto ask = [&](Tx& tx) { return permitted_people(tx, minato, what); };
        return wait_for(store().read(ask));
    }

    Appointments& roles() { return *roles_; }
    Directory& directory() { return *directory_; }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    std::map<std::string, PersonId> people;
    std::vector<RoleNews> news;

private:
    std::unique_ptr<Directory> directory_;
    std::unique_ptr<Appointments> roles_;
};
INSTANTIATE_TEST_SUITE_P(Databases, RolesOnBoth, kit::both_databases, kit::database_name);

TEST_P(RolesOnBoth, GivenASet_WhenSomebodyHasIt_ThenTheyArePermittedWhatIsInItAndNothingElse) {
    auto const trainer = made("研修担当", {Permission::quiz});
    EXPECT_FALSE(is_permitted<Permission::quiz>("sato"));
    must(appoint("kato", "sato", Role::member, {trainer}));
    EXPECT_TRUE(is_permitted<Permission::quiz>("sato"));
    EXPECT_FALSE(is_permitted<Permission::staff>("sato"));
    EXPECT_THAT(
        permitted_to(Permission::quiz),
        UnorderedElementsAre(people["sato"], people["kato"], people["mori"], people["aoki"]));
    EXPECT_EQ(permitted_to(Permission::staff).size(), 3u);

    NewRoleSet other{"研修担当", {Permission::staff}};
    must(wait_for(roles().change_set(viewer("aoki"), trainer, other)));
    EXPECT_FALSE(is_permitted<Permission::quiz>("sato"));
    EXPECT_TRUE(is_permitted<Permission::staff>("sato"));
    must(wait_for(roles().delete_set(viewer("aoki"), trainer)));
    EXPECT_FALSE(is_permitted<Permission::staff>("sato"));
    EXPECT_THAT(seen().sets, IsEmpty());
}

TEST_P(RolesOnBoth, GivenRanks_WhenRolesAreGiven_ThenUpToTheOwnAndToNobodyAboveAndNeverToOneself) {
    EXPECT_EQ(code(appoint("sato", "tanaka", Role::member)), "directory.not_administrator");
    EXPECT_EQ(code(appoint("kato", "sato", Role::administrator)), "directory.higher_rank");
    EXPECT_EQ(code(appoint("kato", "aoki", Role::member)), "directory.higher_rank");
    EXPECT_EQ(code(appoint("kato", "kato", Role::administrator)), "directory.not_oneself");
    EXPECT_EQ(code(appoint("aoki", "aoki", Role::member)), "directory.not_oneself");
    EXPECT_EQ(code(appoint("aoki", "sato", Role::member, {RoleSetId{9}})), "directory.no_such_set");
    EXPECT_EQ(code(wait_for(roles().make_set(viewer("kato"), {"係", {Permission::quiz}}))),
              "directory.not_administrator");
    EXPECT_THAT(news, IsEmpty());
    EXPECT_EQ(code(appoint("kato", "sato", Role::sub_administrator)), "");
    EXPECT_EQ(code(appoint("aoki", "mori", Role::member)), "");
    must(wait_for(directory().set_role(minato, "mori", Role::administrator)));
    auto barred = viewer("aoki");
    barred.may_administer = false;
    EXPECT_EQ(code(wait_for(roles().roles(barred))), "directory.not_from_here");
}

TEST_P(RolesOnBoth, GivenTheLastAdministrator_WhenTheOtherWouldGo_ThenTheyStay) {
    must(appoint("aoki", "mori", Role::member));
    EXPECT_EQ(code(wait_for(directory().set_role(minato, "aoki", Role::sub_administrator))),
              "directory.last_administrator");
    auto const leave = Leave{"2027-01-01", std::nullopt};
    EXPECT_EQ(code(wait_for(directory().set_leave(viewer("aoki"), people["aoki"], leave))),
              "directory.last_administrator");
}

TEST_P(RolesOnBoth, GivenSomebodyEntrusted_WhenTheyActOnOthers_ThenOnlyOnWhoMayDoNoMore) {
    auto const staff = made("人事", {Permission::staff});
    auto const both = made("人事と研修", {Permission::staff, Permission::quiz});
    must(appoint("aoki", "sato", Role::member, {staff}));
    auto const leave = Leave{"2027-01-01", std::nullopt};
    auto const send = [&](std::string const& whom) {
        return code(wait_for(directory().set_leave(viewer("sato"), people.at(whom), leave)));
    };
    for (auto const* above : {"kato", "aoki"}) EXPECT_EQ(send(above), "directory.higher_rank");
    EXPECT_EQ(send("tanaka"), "");
    must(wait_for(directory().set_leave(viewer("aoki"), people["tanaka"], std::nullopt)));
    must(appoint("aoki", "tanaka", Role::member, {staff}));
    EXPECT_EQ(send("tanaka"), "");
    must(wait_for(directory().set_leave(viewer("aoki"), people["tanaka"], std::nullopt)));
    must(appoint("aoki", "tanaka", Role::member, {both}));
    EXPECT_EQ(send("tanaka"), "directory.higher_rank");
}

TEST_P(RolesOnBoth, GivenARole_WhenItIsGiven_ThenBothRolesHearOfItAndWhoMayDoMoreIsNamed) {
    must(appoint("aoki", "sato", Role::sub_administrator));
    ASSERT_EQ(news.size(), 1u);
    EXPECT_THAT(news[0].raised, ElementsAre(people["sato"]));
    EXPECT_THAT(news[0].told, UnorderedElementsAre(people["sato"], people["kato"], people["mori"],
                                                   people["aoki"]));
    must(appoint("aoki", "sato", Role::sub_administrator));
    EXPECT_EQ(news.size(), 1u);
    must(appoint("aoki", "sato", Role::member));
    EXPECT_THAT(news[1].raised, IsEmpty());

    auto const changes = seen().changes;
    EXPECT_EQ(changes[0].role_before, "sub_administrator");
    EXPECT_EQ(changes[0].role_after, "member");
    EXPECT_EQ(changes[0].by, people["aoki"]);
    EXPECT_EQ(changes[0].person, people["sato"]);
    EXPECT_FALSE(changes[2].by);  // the operator, at first
    must(wait_for(roles().see(viewer("aoki"), changes[0].id + 1'000'000)));
    EXPECT_GE(seen().seen, changes[0].id);
    must(wait_for(roles().see(viewer("aoki"), 1)));
    EXPECT_GE(seen().seen, changes[0].id);
}

TEST_P(RolesOnBoth, GivenSetsAndRoles_WhenGiven_ThenTheRowsSayWhoGaveWhomWhat) {
    RoleSetId trainer;
    auto const by_aoki = [&](char const* action, char const* kind, std::int64_t of,
                             std::string details) {
        return Recorded{"person", people["aoki"].value, 0, action, kind, of, std::move(details)};
    };
    auto const rows = audit::kit::recorded_by(store(), minato, [&] {
        trainer = made("研修担当", {Permission::quiz});
        must(appoint("aoki", "sato", Role::member, {trainer}));
    });
    auto const id = '"' + std::to_string(trainer.value) + '"';
    EXPECT_THAT(rows,
                ElementsAre(by_aoki("directory.role_set_changed", "organisation", minato.value,
                                    R"({"set":)" + id + R"(,"quiz":"permitted"})"),
                            by_aoki("directory.role_changed", "person", people["sato"].value,
                                    R"({"from":"member","to":"member","sets":[)" + id + "]}")));
}

TEST_P(RolesOnBoth, GivenABadSet_WhenMade_ThenItIsRefused) {
    auto const make = [&](std::string name, Permissions permissions) {
        NewRoleSet set{std::move(name), std::move(permissions)};
        return code(wait_for(roles().make_set(viewer("aoki"), std::move(set))));
    };
    EXPECT_EQ(make("", {Permission::quiz}), "directory.bad_set");
    EXPECT_EQ(make("二\n行", {Permission::quiz}), "directory.bad_set");
    EXPECT_EQ(make("何もない係", {}), "directory.bad_set");
    EXPECT_EQ(make("研修担当", {Permission::quiz}), "");
    EXPECT_EQ(make("研修担当", {Permission::staff}), "directory.set_name_taken");
}

TEST_P(RolesOnBoth, GivenASetFromTheOperator_WhenGivenTwice_ThenItIsThereOnceBesideWhatTheyHave) {
    for (int times = 0; times < 2; ++times) {
        NewRoleSet set{"研修担当", {Permission::quiz}};
        must(wait_for(roles().give_set_of(minato, std::move(set), {people["sato"]})));
    }
    EXPECT_EQ(seen().sets.size(), 1u);
    EXPECT_TRUE(is_permitted<Permission::quiz>("sato"));
}

}  // namespace
}  // namespace horenso::directory
