// When work is done and when a person may be rung, over the odd days of the year.
#include "services/hours/calendar.hpp"

#include <gmock/gmock.h>

#include "kit/policy.hpp"
#include "services/hours/hours.hpp"

namespace horenso::hours {
namespace {

using kit::must;
using kit::wait_for;
using policy::kit::PolicyOnBothDatabases;
using Says = DayChoice::Says;

/// "11/24 8:30" of a year, in Japan.
Instant at(int year, int month, int day, int hour, int minute) {
    return local_midnight({year, month, day}) + std::chrono::minutes{60 * hour + minute};
}

constexpr Span usual{8 * 60 + 30, 17 * 60 + 15};

class Times : public PolicyOnBothDatabases {
protected:
    void SetUp() override {
        PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        hours_.emplace(Hours::Needs{store(), office().clock, policy()});
    }
    Hours& hours() { return *hours_; }
    Scope of_organisation() { return {Scope::Kind::organisation, ""}; }
    Scope of_department() { return {Scope::Kind::department, "地域福祉課"}; }

    void week(Viewer const& by, Scope scope,
              std::vector<std::pair<std::size_t, Span>> const& open) {
        Week week;
        for (auto const& [weekday, span] : open) week.at(weekday) = span;
        must(wait_for(hours().set_week(by, std::move(scope), week)));
    }
    void day(Viewer const& by, Scope scope, std::string day, Says says, Span open = {},
             std::string name = "") {
        DayChoice choice{std::move(day), says, open, std::move(name)};
        must(wait_for(hours().set_day(by, std::move(scope), std::move(choice))));
    }
    template <class Ask>
    auto ask(Ask question) {
        auto read = [&](Tx& tx) {
            std::array const people{tanaka().person, hara().person};
            return question(hours().calendar(tx, office().minato, people));
        };
        return wait_for(store().read(read));
    }
    std::optional<Opening> next(Viewer const& whose, Instant when) {
        return ask([&](Calendar const& c) { return c.opening(whose.person, when); });
    }
    std::optional<Span> working(Date const& date, std::string const& department = "地域福祉課") {
        return ask([&](Calendar const& c) { return c.working(department, date); });
    }
    std::optional<Span> operating(Viewer const& whose, Date const& date) {
        return ask([&](Calendar const& c) { return c.operating(whose.person, date); });
    }
    std::string name(Date const& date) {
        return ask([&](Calendar const& c) { return c.day_name("", date); });
    }

private:
    std::optional<Hours> hours_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Times, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Times, Clause_B1_GivenNothingSet_ThenWeekdaysFromHalfPastEight) {
    EXPECT_EQ(working({2026, 11, 24}), usual);         // Tuesday
    EXPECT_EQ(working({2026, 11, 23}), std::nullopt);  // 勤労感謝の日
    EXPECT_EQ(working({2026, 11, 22}), std::nullopt);  // Sunday
    EXPECT_EQ(name({2026, 11, 23}), "勤労感謝の日");
    EXPECT_EQ(name({2026, 12, 30}), "年末年始");
    auto const holiday = next(tanaka(), at(2026, 11, 23, 12, 0));
    EXPECT_EQ(holiday->opens, at(2026, 11, 24, 8, 30));
    EXPECT_EQ(holiday->closes, at(2026, 11, 24, 17, 15));
}

TEST_P(Times, Clause_B1_GivenTheEdgesOfADay_ThenItIsOpenFromTheFirstMinuteUntilTheLast) {
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 8, 29))->opens, at(2026, 11, 24, 8, 30));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 17, 14))->opens, at(2026, 11, 24, 8, 30));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 17, 15))->opens, at(2026, 11, 25, 8, 30));
}

TEST_P(Times, Clause_B1_GivenNewYear_ThenTheNextOpeningIsAfterTheThird) {
    EXPECT_EQ(next(tanaka(), at(2026, 12, 28, 18, 0))->opens, at(2027, 1, 4, 8, 30));
    EXPECT_EQ(next(tanaka(), at(2027, 12, 28, 18, 0))->opens, at(2028, 1, 4, 8, 30));
}

TEST_P(Times, Clause_B1_GivenGoldenWeek_ThenTheNextOpeningIsAfterTheSubstitute) {
    EXPECT_EQ(next(tanaka(), at(2026, 5, 1, 18, 0))->opens, at(2026, 5, 7, 8, 30));
    EXPECT_EQ(name({2026, 5, 6}), "振替休日");
    // 敬老の日, 国民の休日 and 秋分の日 in a row.
    EXPECT_EQ(next(tanaka(), at(2026, 9, 18, 18, 0))->opens, at(2026, 9, 24, 8, 30));
}

TEST_P(Times,
       Clause_B1_GivenClosedDaysOfItsOwn_ThenSitesAndDepartmentsAreClosedTooUnlessTheyNameThem) {
    day(aoki(), of_organisation(), "2026-12-25", Says::closed, {}, "創立記念日");
    week(sato(), of_department(), {{5, {540, 1080}}});
    EXPECT_EQ(working({2026, 12, 25}), std::nullopt);
    EXPECT_EQ(name({2026, 12, 25}), "創立記念日");
    day(sato(), of_department(), "2026-12-25", Says::open, {600, 720});
    EXPECT_EQ(working({2026, 12, 25}), (Span{600, 720}));
    EXPECT_EQ(working({2026, 12, 25}, "総務課"), std::nullopt);
    day(aoki(), of_organisation(), "2026-12-25", Says::usual);
    EXPECT_EQ(working({2026, 12, 25}, "総務課"), usual);
}

TEST_P(Times, Clause_B1_GivenTheEquinoxes_ThenTheNextOpeningIsAfterTheDaysAroundThem) {
    EXPECT_EQ(next(tanaka(), at(2026, 9, 18, 18, 0))->opens, at(2026, 9, 24, 8, 30))
        << "敬老の日, the day between, 秋分の日";
    EXPECT_EQ(next(tanaka(), at(2027, 3, 19, 18, 0))->opens, at(2027, 3, 23, 8, 30))
        << "春分の日 on a Sunday, and its substitute";
}

TEST_P(Times, Clause_B1_GivenAnOrganisationThatSetsItsWeek_ThenTheClosedDaysItBeganWithStay) {
    week(aoki(), of_organisation(), {{2, {540, 1020}}});
    EXPECT_EQ(working({2026, 12, 29}), std::nullopt);
    EXPECT_EQ(name({2026, 12, 29}), "年末年始");
    EXPECT_EQ(working({2026, 12, 22}), (Span{540, 1020}));
}

TEST_P(Times, Clause_B1_GivenAClosedDayItBeganWith_WhenItIsTakenBack_ThenOnlyThatDayIsOpen) {
    day(aoki(), of_organisation(), "12-29", Says::usual);
    EXPECT_EQ(working({2026, 12, 29}), usual);
    EXPECT_EQ(working({2026, 12, 30}), std::nullopt);
    EXPECT_EQ(working({2026, 12, 28}), usual);
    must(wait_for(hours().set_week(aoki(), of_organisation(), std::nullopt)));
    EXPECT_EQ(working({2026, 12, 29}), std::nullopt) << "all as it began";
}

TEST_P(Times, Clause_B1_GivenASiteWithOtherHours_ThenItsDepartmentsKeepThem) {
    office().work_at("地域福祉課", "分室");
    week(aoki(), {Scope::Kind::site, "分室"}, {{6, {540, 1020}}, {holidays, {600, 960}}});
    EXPECT_EQ(working({2026, 11, 28}), (Span{540, 1020}));  // Saturday
    EXPECT_EQ(working({2026, 11, 24}), std::nullopt);
    EXPECT_EQ(working({2026, 11, 23}), (Span{600, 960}));  // a holiday of its own
    EXPECT_EQ(working({2026, 11, 24}, "総務課"), usual);
}

TEST_P(Times, Clause_B1_GivenSomebodyAtAnotherSiteThanTheDepartment_ThenTheSitesHoursAreTheirs) {
    office().work_at("地域福祉課", "分室");
    office().add_site("倉庫");
    week(aoki(), {Scope::Kind::site, "分室"}, {{2, {540, 1020}}});
    week(aoki(), {Scope::Kind::site, "倉庫"}, {{2, {600, 960}}});
    must(wait_for(office().directory.import_staff_of(
        office().minato, "氏名,フリガナ,ID,拠点\n田中 一郎,タナカ イチロウ,tanaka,倉庫\n")));
    EXPECT_EQ(working({2026, 11, 24}), (Span{540, 1020}));
    EXPECT_EQ(operating(tanaka(), {2026, 11, 24}), (Span{600, 960}));
}

TEST_P(Times, GivenASiteNobodyKnows_WhenItsTimesAreSet_ThenTheyAreNot) {
    EXPECT_EQ(code(wait_for(hours().set_week(aoki(), {Scope::Kind::site, "別館"}, Week{}))),
              "hours.unknown_site");
}

TEST_P(Times, GivenASiteWithTimes_WhenItIsCalledOtherwise_ThenTheyFollow) {
    office().work_at("地域福祉課", "分室");
    week(aoki(), {Scope::Kind::site, "分室"}, {{2, {540, 1020}}});
    directory::Renames const renames{{"分室", "別館"}};
    auto follow = [&](Tx& tx) -> Result<Done> {
        follow_sites(tx, office().minato, renames);
        return Done{};
    };
    must(wait_for(store().write(follow)));
    office().work_at("地域福祉課", "別館");
    EXPECT_EQ(working({2026, 11, 24}), (Span{540, 1020}));
}

TEST_P(Times, Clause_0_GivenADepartmentsWeek_ThenItsHeadMaySetItAndOthersMayNot) {
    week(sato(), of_department(), {{2, {540, 1080}}});
    EXPECT_EQ(working({2026, 11, 24}), (Span{540, 1080}));
    EXPECT_EQ(code(wait_for(hours().set_week(tanaka(), of_department(), Week{}))),
              "hours.not_head");
    EXPECT_EQ(code(wait_for(hours().set_week(sato(), of_organisation(), Week{}))),
              "directory.not_administrator");
    ASSERT_TRUE(set(aoki(), "0", "main", "off"));
    EXPECT_EQ(code(wait_for(hours().set_week(sato(), of_department(), Week{}))), "hours.not_head");
}

TEST_P(Times, Clause_B2_GivenAPersonsOwnHours_ThenTheySayWhenTheyMayBeRung) {
    // A home helper: early on Mondays, late into the night on Fridays, also on holidays.
    week(tanaka(), own_scope(tanaka()),
         {{1, {420, 960}}, {5, {1020, 1500}}, {holidays, {540, 720}}});
    EXPECT_EQ(next(tanaka(), at(2026, 11, 23, 12, 0))->opens, at(2026, 11, 27, 17, 0));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 23, 10, 0))->opens, at(2026, 11, 23, 9, 0));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 28, 0, 30))->opens, at(2026, 11, 27, 17, 0));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 28, 1, 0))->opens, at(2026, 11, 30, 7, 0));
    EXPECT_EQ(next(hara(), at(2026, 11, 24, 9, 0))->opens, at(2026, 11, 24, 8, 30));
}

TEST_P(Times, Clause_B2_GivenADayOffAndALongerDay_ThenTheyHoldForThatDay) {
    day(tanaka(), own_scope(tanaka()), "2026-11-24", Says::closed, {}, "休み");
    day(tanaka(), own_scope(tanaka()), "2026-11-25", Says::open, {510, 1200});
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 9, 0))->opens, at(2026, 11, 25, 8, 30));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 25, 19, 0))->closes, at(2026, 11, 25, 20, 0));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 26, 9, 0))->closes, at(2026, 11, 26, 17, 15));
}

TEST_P(Times, Clause_B2_GivenItIsOff_ThenThePersonsHoursCountForNothing) {
    week(tanaka(), own_scope(tanaka()), {{0, {0, 60}}});
    ASSERT_TRUE(set(aoki(), "B2", "main", "off"));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 9, 0))->closes, at(2026, 11, 24, 17, 15));
    EXPECT_EQ(code(wait_for(hours().set_week(tanaka(), own_scope(tanaka()), Week{}))),
              "hours.not_by_people");
}

TEST_P(Times, Clause_B1_GivenItIsOff_ThenEverybodyMayBeRungUnlessTheySayOtherwise) {
    ASSERT_TRUE(set(aoki(), "B1", "main", "off"));
    week(tanaka(), own_scope(tanaka()), {{1, {540, 1020}}});
    auto const night = at(2026, 11, 22, 3, 0);
    EXPECT_LE(next(hara(), night)->opens, night);
    EXPECT_EQ(next(tanaka(), night)->opens, at(2026, 11, 30, 9, 0));  // the 23rd is a holiday
}

TEST_P(Times, GivenAWeekThatIsNeverOpen_ThenThereIsNoNextOpening) {
    week(tanaka(), own_scope(tanaka()), {});
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 9, 0)), std::nullopt);
}

TEST_P(Times, GivenTimesThatCantBe_ThenTheyAreRefused) {
    auto const bad = [&](Span span) {
        Week week;
        week[1] = span;
        return code(wait_for(hours().set_week(tanaka(), own_scope(tanaka()), week)));
    };
    for (auto const span : {Span{600, 600}, {600, 500}, {-1, 60}, {1440, 1500}, {0, 2161}})
        EXPECT_EQ(bad(span), "hours.bad_week") << span.opens;
    auto const bad_day = [&](std::string day) {
        DayChoice choice{std::move(day), Says::closed};
        return code(wait_for(hours().set_day(tanaka(), own_scope(tanaka()), std::move(choice))));
    };
    for (auto const* text : {"", "2026-02-29", "12-29", "2026/12/29", "明日"})
        EXPECT_EQ(bad_day(text), "hours.bad_day") << text;
    EXPECT_EQ(bad_day("2028-02-29"), "");
}

TEST_P(Times, GivenAnotherOrganisation_ThenItsTimesAreItsOwn) {
    week(aoki(), of_organisation(), {});
    auto const theirs = wait_for(hours().mine(office().nishi));
    EXPECT_EQ(theirs.working_today, usual);
    EXPECT_TRUE(wait_for(hours().statuses(office().nishi, {tanaka().person})).empty());
}

TEST_P(Times, GivenAChange_ThenEverybodyIsTold_AndAdministratorsAreRecorded) {
    auto const before = told_to(hours_stream(office().minato)).size();
    week(tanaka(), own_scope(tanaka()), {});
    week(aoki(), of_organisation(), {});
    EXPECT_EQ(told_to(hours_stream(office().minato)).size(), before + 2);
    auto count = [&](Tx& tx) {
        static constexpr Sql rows{
            "SELECT COUNT(*) FROM audit_entry WHERE org_id = $1 AND action = 'hours.times_set'"};
        auto row = tx.query(rows, office().minato);
        row.next();
        return row.get<int>(0);
    };
    EXPECT_EQ(wait_for(store().read(count)), 1);
}

TEST_P(Times, Clause_B5_GivenALeave_ThenNobodyIsRungUntilTheDayAfterIt) {
    must(wait_for(office().directory.set_leave(aoki(), tanaka().person,
                                               directory::Leave{"2026-11-25", "2026-11-27"})));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 10, 0))->closes, at(2026, 11, 24, 17, 15));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 24, 18, 0))->opens, at(2026, 11, 30, 8, 30));
    EXPECT_EQ(next(hara(), at(2026, 11, 24, 18, 0))->opens, at(2026, 11, 25, 8, 30));
    ASSERT_TRUE(set(aoki(), "B1", "main", "off"));
    EXPECT_EQ(next(tanaka(), at(2026, 11, 25, 10, 0))->opens, at(2026, 11, 28, 0, 0));
}

}  // namespace
}  // namespace horenso::hours
