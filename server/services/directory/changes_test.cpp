// What is planned for people comes on its day, once, in order (clauses 3.9, 6.4).
#include "services/directory/changes.hpp"

#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/planned.hpp"

namespace horenso::directory {
namespace {

using namespace std::chrono_literals;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char const* staff =
    "氏名,フリガナ,ID,所属,役職,雇用区分,内線,電話,担当,兼務\n"
    "佐藤 花子,サトウ ハナコ,sato,総務課,主任,臨時職員,101,090-1111-2222,経理,福祉課\n"
    "青木 実,アオキ ミノル,aoki,総務課,課長,正職員,100,,,\n"
    "林 一,ハヤシ ハジメ,hayashi,福祉課,,正職員,,,,\n";

class ChangesOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_.emplace(Directory::Needs{store(), clock, ids});
        auto also_erase = [this](Tx&, OrgId, PersonId person) {
            erased.push_back(person);
            return std::vector<Erased>{{"rooms", 3}};
        };
        auto also_carries = [](Tx&, OrgId, PersonId) {
            return std::vector<HandOver>{{"master", "福祉フェスタG", 3}};
        };
        changes_.emplace(Changes::Needs{store(), clock, ids, also_erase, {}, also_carries});
        minato = must(wait_for(directory_->create_org("minato", "みなと"))).id;
        must(wait_for(directory_->import_staff_of(minato, staff)));
        must(wait_for(directory_->set_role(minato, "aoki", Role::administrator)));
        sato = person("sato").id;
        aoki = {minato, person("aoki").id, {}};
        hayashi = person("hayashi").id;
        clock.set(day("2027-03-20") + 12h);
    }
    void TearDown() override {
        changes_.reset();
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Directory& directory() { return *directory_; }
    Changes& changes() { return *changes_; }
    static Instant day(std::string const& text) {
        return local_midnight(*parse_japanese_date(text));
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    std::string transfer(PersonId who, std::string on, NewValues values) {
        return code(wait_for(changes().transfer(aoki, who, std::move(on), std::move(values))));
    }
    std::string retire(PersonId who, std::string on) {
        return code(wait_for(changes().retire(aoki, who, std::move(on))));
    }
    std::vector<PlannedChange> planned() { return must(wait_for(changes().planned(aoki))); }
    std::vector<Retired> retired() { return must(wait_for(changes().retired(aoki))); }
    Person person(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.login == login + "@minato") return one;
        throw std::runtime_error{"nobody is " + login};
    }
    Person person(PersonId id) {
        for (auto const& one : wait_for(directory().people_of(minato)))
            if (one.id == id) return one;
        throw std::runtime_error{"nobody has this id"};
    }
    /// As the job does it, until it has nothing to do; gives when it wants to look again.
    std::optional<Instant> run_jobs() {
        for (;;) {
            std::optional<Instant> next;
            auto step = [&](Tx& tx) -> Result<Done> {
                next = changes().do_next(tx, minato);
                return Done{};
            };
            must(wait_for(store().write(step)));
            if (next != clock.now()) return next;
        }
    }
    std::vector<Instant> due() {
        auto read = [](Tx& tx) {
            std::vector<Instant> all;
            auto row = tx.query(Sql{"SELECT due_at FROM job WHERE kind = 'directory.changes'"});
            while (row.next()) all.push_back(row.get<Instant>(0));
            return all;
        };
        return wait_for(store().read(read));
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;
    PersonId sato, hayashi;
    Viewer aoki;
    std::vector<PersonId> erased;

private:
    std::optional<Directory> directory_;
    std::optional<Changes> changes_;
};
INSTANTIATE_TEST_SUITE_P(Databases, ChangesOnBoth, kit::both_databases, kit::database_name);

TEST_P(ChangesOnBoth, GivenATransfer_WhenItsDayComes_ThenItHoldsAndNotBefore) {
    EXPECT_EQ(
        transfer(sato, "2027/4/1", {{"department", "福祉課"}, {"position", "係長"}, {"posts", ""}}),
        "");
    EXPECT_THAT(due(), ElementsAre(day("2027-04-01")));
    auto const all = planned();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].day, "2027-04-01");
    ASSERT_EQ(all[0].fields.size(), 3u);
    EXPECT_EQ(all[0].fields[0].before, "総務課");
    EXPECT_EQ(all[0].fields[0].after, "福祉課");

    clock.set(day("2027-04-01") - 1ms);
    EXPECT_EQ(run_jobs(), day("2027-04-01"));
    EXPECT_EQ(person(sato).department, "総務課");
    clock.set(day("2027-04-01"));
    EXPECT_EQ(run_jobs(), std::nullopt);
    EXPECT_EQ(person(sato).department, "福祉課");
    EXPECT_EQ(person(sato).position, "係長");
    EXPECT_THAT(person(sato).posts, IsEmpty());
    EXPECT_EQ(person(sato).extension, "101");
    EXPECT_THAT(planned(), IsEmpty());
}

TEST_P(ChangesOnBoth, GivenATransferForToday_WhenPlanned_ThenItHoldsAtOnceAndMayShowMoreOrLess) {
    auto const version = [&] {
        auto read = [&](Tx& tx) { return access_version(tx, minato, sato); };
        return wait_for(store().read(read));
    };
    auto const before = version();
    EXPECT_EQ(transfer(sato, "2027-03-20", {{"department", "福祉課"}}), "");
    EXPECT_EQ(person(sato).department, "福祉課");
    EXPECT_THAT(planned(), IsEmpty());
    EXPECT_GT(version(), before);
}

TEST_P(ChangesOnBoth, GivenTwoChangesOnOneDay_WhenItComes_ThenTheyComeInTheOrderOfPlanning) {
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"position", "係長"}}), "");
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"position", "課長"}, {"extension", "9"}}), "");
    clock.set(day("2027-04-01"));
    run_jobs();
    EXPECT_EQ(person(sato).position, "課長");
    EXPECT_EQ(person(sato).extension, "9");
}

TEST_P(ChangesOnBoth, GivenAServerThatSleptOverDays_WhenItWakes_ThenAllComesInOrder) {
    EXPECT_EQ(transfer(sato, "2027-04-02", {{"position", "課長"}}), "");
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"position", "係長"}}), "");
    EXPECT_EQ(retire(hayashi, "2027-03-31"), "");
    clock.set(day("2028-02-29") + 3h);
    run_jobs();
    EXPECT_EQ(person(sato).position, "課長");
    EXPECT_EQ(retired().at(0).last_day, "2027-03-31");
    run_jobs();
    EXPECT_EQ(retired().size(), 1u);
}

TEST_P(ChangesOnBoth, Clause_3_9_GivenALastDay_WhenItIsOver_ThenNothingIsLeftButANumber) {
    EXPECT_EQ(retire(sato, "2027-12-31"), "");
    clock.set(day("2028-01-01") - 1ms);
    run_jobs();
    EXPECT_EQ(person(sato).name, "佐藤 花子");
    clock.set(day("2028-01-01"));
    run_jobs();

    Person nobody;
    nobody.id = sato;
    nobody.name = nobody.login = "退職者 1";
    nobody.retired = true;
    EXPECT_EQ(person(sato), nobody);
    EXPECT_THAT(erased, ElementsAre(sato));
    auto const proofs = retired();
    ASSERT_EQ(proofs.size(), 1u);
    EXPECT_EQ(proofs[0].name, "退職者 1");
    EXPECT_EQ(proofs[0].last_day, "2027-12-31");
    EXPECT_EQ(proofs[0].done_at, clock.now());
    std::vector<std::string> rows;
    for (auto const& [what, count] : proofs[0].erased)
        rows.push_back(what + ' ' + std::to_string(count));
    EXPECT_THAT(rows, ElementsAre("profile 1", "posts 1", "heads 0", "photos 0", "rooms 3"));
    EXPECT_EQ(audit::kit::recorded(store(), minato).back().action, "directory.person_retired");
    EXPECT_EQ(audit::kit::recorded(store(), minato).back().actor, "server");
}

TEST_P(ChangesOnBoth, Clause_3_9_GivenSomebodyRetired_WhenLookedFor_ThenTheyAreNobodyAnyMore) {
    must(wait_for(directory().set_head(aoki, "総務課", sato)));
    EXPECT_EQ(retire(sato, "2027-03-20"), "");
    EXPECT_EQ(retire(hayashi, "2027-03-20"), "");
    clock.set(day("2027-03-21"));
    run_jobs();
    auto look = [&](Tx& tx) {
        EXPECT_FALSE(find_person(tx, minato, sato));
        EXPECT_FALSE(is_person(tx, minato, sato));
        EXPECT_THAT(person_ids(tx, minato), ElementsAre(aoki.person));
        EXPECT_FALSE(is_head(tx, minato, sato, "総務課"));
        for (auto const& one : departments_of(tx, minato))
            EXPECT_EQ(one.people, one.name == "総務課" ? 1 : 0) << one.name;
        return Done{};
    };
    wait_for(store().read(look));
    EXPECT_EQ(person(hayashi).name, "退職者 2");
    EXPECT_EQ(code(wait_for(directory().set_leave(aoki, sato, Leave{"2027-05-01", {}}))),
              "directory.no_such_person");
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"position", "長"}}), "directory.no_such_person");

    auto sheet = must(wait_for(directory().export_staff(aoki, SheetKind::csv)));
    EXPECT_THAT(sheet, testing::Not(testing::HasSubstr("退職者")));
    auto const back = must(wait_for(directory().import_staff_of(minato, staff)));
    EXPECT_EQ(back.added, 2);  // somebody new, with the old ID
    EXPECT_NE(person("sato").id, sato);
}

TEST_P(ChangesOnBoth, Clause_3_9_GivenRehiringOnTheNextDay_WhenTheLastDayIsOver_ThenTheyStay) {
    EXPECT_EQ(retire(sato, "2027-03-31"), "");
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"employment", "正職員"}}), "");
    clock.set(day("2027-04-01"));
    EXPECT_EQ(run_jobs(), std::nullopt);
    EXPECT_EQ(person(sato).name, "佐藤 花子");
    EXPECT_EQ(person(sato).employment, "正職員");
    EXPECT_THAT(erased, IsEmpty());
    EXPECT_THAT(retired(), IsEmpty());
}

TEST_P(ChangesOnBoth, GivenAChange_WhenCalledOffBeforeItsDay_ThenItDoesNotCome) {
    EXPECT_EQ(retire(sato, "2027-03-31"), "");
    auto const id = planned().at(0).id;
    EXPECT_EQ(code(wait_for(changes().call_off({minato, sato, {}}, id))),
              "directory.not_administrator");
    EXPECT_EQ(code(wait_for(changes().call_off(aoki, id))), "");
    EXPECT_EQ(code(wait_for(changes().call_off(aoki, id))), "directory.no_such_change");
    clock.set(day("2027-04-01"));
    run_jobs();
    EXPECT_EQ(person(sato).name, "佐藤 花子");
}

TEST_P(ChangesOnBoth, GivenTheDayHasCome_WhenCalledOff_ThenItIsTooLate) {
    EXPECT_EQ(retire(sato, "2027-03-31"), "");
    auto const id = planned().at(0).id;
    clock.set(day("2027-04-01"));
    EXPECT_EQ(code(wait_for(changes().call_off(aoki, id))), "directory.no_such_change");
    auto over = [&](Tx& tx) { return is_over(tx, minato, sato, "2027-04-01"); };
    EXPECT_TRUE(wait_for(store().read(over)));
}

TEST_P(ChangesOnBoth, GivenASecondLastDay_WhenPlanned_ThenItGoesBeforeTheFirst) {
    EXPECT_EQ(retire(sato, "2027-03-31"), "");
    EXPECT_EQ(retire(sato, "2027-06-30"), "");
    auto const all = planned();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].day, "2027-06-30");
    clock.set(day("2027-04-01"));
    EXPECT_EQ(run_jobs(), day("2027-07-01"));
}

TEST_P(ChangesOnBoth, GivenTheOnlyAdministrator_WhenTheyRetireOrTheOtherOneIsTo_ThenOneStays) {
    EXPECT_EQ(retire(aoki.person, "2027-03-31"), "directory.last_administrator");
    must(wait_for(directory().set_role(minato, "hayashi", Role::administrator)));
    EXPECT_EQ(retire(aoki.person, "2027-03-31"), "");
    EXPECT_EQ(retire(hayashi, "2027-12-31"), "directory.last_administrator");
    EXPECT_EQ(code(wait_for(directory().set_role(minato, "hayashi", Role::member))),
              "directory.last_administrator");
}

TEST_P(ChangesOnBoth, GivenWhatCannotBe_WhenPlanned_ThenItIsSaidWhichFieldAndNothingChanges) {
    EXPECT_EQ(transfer(sato, "いつか", {{"position", "長"}}), "directory.bad_day");
    EXPECT_EQ(retire(sato, "2027-03-19"), "directory.bad_day");
    EXPECT_EQ(transfer(sato, "2027-04-01", {}), "directory.nothing_changes");
    EXPECT_EQ(transfer(sato, "2027-04-01", {{"position", "主任"}}), "directory.nothing_changes");
    auto const bad = wait_for(changes().transfer(
        aoki, sato, "2027-04-01",
        {{"department", "ない課"}, {"employment", "社員"}, {"posts", "ない係／長"}}));
    EXPECT_EQ(code(bad), "directory.bad_change");
    std::vector<std::string> fields;
    for (auto const& field : bad.problem().fields) fields.push_back(field.path + ' ' + field.code);
    EXPECT_THAT(fields, ElementsAre("department directory.unknown_department",
                                    "employment directory.unknown_employment",
                                    "posts directory.unknown_department"));
    EXPECT_THAT(planned(), IsEmpty());
}

TEST_P(ChangesOnBoth, GivenAMember_WhenTheyPlan_ThenTheyMayNot) {
    Viewer const she{minato, sato, {}};
    EXPECT_EQ(code(wait_for(changes().planned(she))), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(changes().retired(she))), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(changes().retire(she, hayashi, "2027-04-01"))),
              "directory.not_administrator");
    EXPECT_EQ(code(wait_for(changes().transfer(she, sato, "2027-03-20", {{"position", "長"}}))),
              "directory.not_administrator");
}

TEST_P(ChangesOnBoth, Clause_3_9_GivenWhatSomebodyCarries_ThenTheyAndAdministratorsSeeIt) {
    must(wait_for(directory().set_head(aoki, "総務課", sato)));
    auto const carried = [&](Viewer const& viewer, PersonId who) {
        return wait_for(changes().carried_by(viewer, who));
    };
    auto const names = [](std::vector<HandOver> const& all) {
        std::vector<std::string> lines;
        for (auto const& one : all) lines.push_back(one.what + ' ' + one.name);
        return lines;
    };
    Viewer const herself{minato, sato, {}};
    EXPECT_THAT(names(must(carried(herself, sato))),
                ElementsAre("head 総務課", "master 福祉フェスタG"));
    EXPECT_THAT(names(must(carried(aoki, sato))),
                ElementsAre("head 総務課", "master 福祉フェスタG"));
    EXPECT_THAT(names(must(carried(aoki, aoki.person))),
                ElementsAre("administrator ", "master 福祉フェスタG"));
    EXPECT_EQ(code(carried(herself, hayashi)), "directory.not_administrator");
    EXPECT_EQ(code(carried(aoki, PersonId{99})), "directory.no_such_person");
}

}  // namespace
}  // namespace horenso::directory
