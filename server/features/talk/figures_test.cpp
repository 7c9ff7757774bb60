// Figures by department and month (clause B3).
#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

class TalkFigures : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        policy::kit::PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        figures_.emplace(Figures::Needs{store(), office().clock, office().hours});
        room = office().group(sato(), {tanaka(), aoki(), hara()});
        bring(3);
    }
    /// More people for 地域福祉課, where 佐藤 and 田中 work.
    void bring(int how_many) {
        std::string csv = "氏名,フリガナ,ID,所属\n";
        for (int n = 0; n < how_many; ++n)
            csv += "新" + std::to_string(n) + " 人,シン ジン,shin" + std::to_string(n) +
                   ",地域福祉課\n";
        must(wait_for(office().directory.import_staff_of(office().minato, csv)));
    }
    void say_at(Viewer const& who, Instant when) {
        office().clock.set(when);
        office().say(who, room, "ひとこと");
    }
    Result<MonthFigures> month(Viewer const& viewer, std::optional<std::string> of = {}) {
        return wait_for(figures_->of_month(viewer, std::move(of)));
    }
    DepartmentFigures department(Viewer const& viewer, std::string const& name = "地域福祉課",
                                 std::optional<std::string> of = {}) {
        for (auto const& one : must(month(viewer, std::move(of))).departments)
            if (one.department == name) return one;
        ADD_FAILURE() << name << " is missing";
        return {};
    }
    /// "11/24 8:30" of 2026, in Japan.
    static Instant at(int month, int day, int hour, int minute) {
        return local_midnight({2026, month, day}) + std::chrono::minutes{60 * hour + minute};
    }
    RoomId room;

private:
    std::optional<Figures> figures_;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkFigures, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkFigures, Clause_B3_GivenMessages_ThenThoseOutsideOfWorkingTimeAreCountedToTheMinute) {
    say_at(sato(), at(11, 24, 8, 29));
    say_at(sato(), at(11, 24, 8, 30));
    say_at(tanaka(), at(11, 24, 17, 14));
    say_at(tanaka(), at(11, 24, 17, 15));
    say_at(sato(), at(11, 28, 10, 0));  // a Saturday
    auto const of = department(aoki());
    EXPECT_EQ(of.people, 5);
    EXPECT_EQ(of.sent, 5);
    EXPECT_EQ(of.outside, 3);
    EXPECT_EQ(of.urgent, 0);
}

TEST_P(TalkFigures, Clause_B3_GivenADepartmentThatWorksAtNight_ThenItsNightIsNotOutside) {
    hours::Week week;
    week.fill(hours::Span{20 * 60, 32 * 60});
    must(wait_for(
        office().hours.set_week(aoki(), {hours::Scope::Kind::department, "地域福祉課"}, week)));
    say_at(sato(), at(11, 24, 23, 0));
    say_at(sato(), at(11, 25, 7, 59));
    say_at(sato(), at(11, 25, 8, 0));
    EXPECT_EQ(department(aoki()).sent, 3);
    EXPECT_EQ(department(aoki()).outside, 1);
}

TEST_P(TalkFigures, Clause_B3_GivenUrgentMessages_ThenTheyAreCounted) {
    ASSERT_TRUE(set(aoki(), "B3", "urgent", "on"));
    NewMessage draft{"すぐ来てください", office().key(), {}, "けが人がいます"};
    must(wait_for(talk().post(sato(), room, std::move(draft))));
    EXPECT_EQ(department(aoki()).urgent, 1);
}

TEST_P(TalkFigures, GivenADepartmentOfFewerThanFive_ThenNothingOfItIsTold) {
    say_at(hara(), at(11, 24, 9, 0));
    auto const of = department(aoki(), "生活支援課");
    EXPECT_TRUE(of.few());
    EXPECT_EQ(of.sent, 0);
}

TEST_P(TalkFigures, GivenTheTurnOfAMonth_ThenEachMonthHasItsOwn) {
    say_at(sato(), at(11, 30, 23, 59));
    say_at(sato(), at(12, 1, 0, 0));
    say_at(sato(), at(12, 31, 23, 59));
    EXPECT_EQ(department(aoki(), "地域福祉課", "2026-11").sent, 1);
    EXPECT_EQ(department(aoki(), "地域福祉課", "2026-12").sent, 2);
    EXPECT_EQ(department(aoki(), "地域福祉課", "2027-01").sent, 0);
    EXPECT_EQ(must(month(aoki())).month, "2026-12");
}

TEST_P(TalkFigures, GivenAHead_ThenTheirOwnDepartmentIsAllTheySee) {
    auto const seen = must(month(sato())).departments;
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].department, "地域福祉課");
}

TEST_P(TalkFigures, GivenSomebodyElse_ThenTheySeeNone) {
    EXPECT_EQ(code(month(tanaka())), "talk.figures_not_yours");
    EXPECT_EQ(code(month(hara())), "talk.figures_not_yours");
    EXPECT_EQ(code(month(office().nishi)), "talk.figures_not_yours");
}

TEST_P(TalkFigures, GivenWhatIsNoMonth_ThenItIsRefused) {
    for (auto const* text : {"", "2026", "2026-13", "2026-1", "2026-11-01", "x", "令和8年11月"})
        EXPECT_EQ(code(month(aoki(), text)), "talk.bad_month") << text;
}

}  // namespace
}  // namespace horenso::talk
