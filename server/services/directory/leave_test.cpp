#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using kit::must;
using kit::wait_for;

class Leaves : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_.emplace(Directory::Needs{store(), clock, ids});
        minato = must(wait_for(directory_->create_org("minato", "みなと"))).id;
        must(wait_for(directory_->import_staff_of(
            minato,
            "氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n")));
        must(wait_for(directory_->set_role(minato, "aoki", Role::administrator)));
        sato = viewer("sato");
        aoki = viewer("aoki");
    }
    void TearDown() override {
        directory_.reset();
        OnBothDatabases::TearDown();
    }
    Result<Done> set(Viewer const& by, PersonId whose, std::optional<Leave> leave) {
        return wait_for(directory_->set_leave(by, whose, std::move(leave)));
    }
    void import(std::string csv) {
        must(wait_for(directory_->import_staff_of(minato, std::move(csv))));
    }
    std::optional<Leave> leave() { return person("sato").leave; }
    std::vector<PersonId> on_leave_at(Instant at) {
        auto read = [&](Tx& tx) { return on_leave(tx, minato, at); };
        return wait_for(store().read(read));
    }
    std::size_t told_to_all() {
        std::size_t events = 0;
        for (auto const& one : told()) events += one.stream == directory_stream(minato);
        return events;
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    Viewer sato, aoki;

private:
    Person person(std::string const& login) {
        for (auto const& one : wait_for(directory_->people_of(minato)))
            if (one.login.starts_with(login)) return one;
        throw std::logic_error{"nobody is " + login};
    }
    Viewer viewer(std::string const& login) { return {minato, person(login).id, {}}; }

    std::optional<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Leaves, kit::both_databases, kit::database_name);

TEST_P(Leaves, Clause_B5_GivenALeave_ThenEverybodySeesItsDaysAndAnImportLeavesIt) {
    auto const before = told_to_all();
    ASSERT_TRUE(set(aoki, sato.person, Leave{"令和8年12月1日", "2027/3/31"}));
    EXPECT_EQ(leave(), (Leave{"2026-12-01", "2027-03-31"}));
    EXPECT_EQ(told_to_all(), before + 1);
    import("氏名,フリガナ,ID,所属\n佐藤 花子,サトウ ハナコ,sato,総務課\n");
    EXPECT_EQ(leave(), (Leave{"2026-12-01", "2027-03-31"}));
    ASSERT_TRUE(set(aoki, sato.person, std::nullopt));
    EXPECT_EQ(leave(), std::nullopt);
}

TEST_P(Leaves, Clause_B5_GivenItsDays_ThenTheFirstAndTheLastBelongToIt) {
    ASSERT_TRUE(set(aoki, sato.person, Leave{"2026-12-01", "2026-12-02"}));
    auto const begin = local_midnight({2026, 12, 1});
    auto const end = local_midnight({2026, 12, 3});
    EXPECT_TRUE(on_leave_at(begin - std::chrono::milliseconds{1}).empty());
    EXPECT_EQ(on_leave_at(begin), std::vector{sato.person});
    EXPECT_EQ(on_leave_at(end - std::chrono::milliseconds{1}), std::vector{sato.person});
    EXPECT_TRUE(on_leave_at(end).empty());
}

TEST_P(Leaves, GivenWhoMayNotOrWhatCantBe_ThenItIsRefusedAndNothingChanges) {
    EXPECT_EQ(code(set(sato, sato.person, Leave{"2026-12-01", {}})), "directory.not_administrator");
    for (auto const& bad : {Leave{"いつか", {}}, Leave{"2026-12-02", "2026-12-01"},
                            Leave{"2026-02-30", {}}, Leave{"2026-12-01", "いつか"}})
        EXPECT_EQ(code(set(aoki, sato.person, bad)), "directory.bad_leave");
    EXPECT_EQ(code(set(aoki, PersonId{1}, Leave{"2026-12-01", {}})), "directory.no_such_person");
    EXPECT_EQ(code(set(aoki, aoki.person, Leave{"2026-12-01", {}})),
              "directory.last_administrator");
    EXPECT_EQ(leave(), std::nullopt);
}

TEST_P(Leaves, GivenALeave_ThenThatItWasSetIsRecordedWithoutItsDays) {
    auto const recorded = audit::kit::recorded_by(store(), minato, [&] {
        ASSERT_TRUE(set(aoki, sato.person, Leave{"2026-12-01", {}}));
        ASSERT_TRUE(set(aoki, sato.person, Leave{"2026-12-01", {}}));
    });
    ASSERT_EQ(recorded.size(), 1u) << "the second changed nothing";
    EXPECT_EQ(recorded[0].action, "directory.leave_set");
    EXPECT_EQ(recorded[0].details.find("2026"), std::string::npos);
}

}  // namespace
}  // namespace horenso::directory
