#include "app/sample_plan.hpp"

#include <gmock/gmock.h>

namespace horenso::app {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

Date const wednesday{2026, 11, 25};

TEST(SampleDays, GivenAnyDay_WhenWorkingDaysAreCounted_ThenWeekendsAreLeftOut) {
    EXPECT_EQ(working_day(wednesday, 0), wednesday);
    EXPECT_EQ(working_day(wednesday, -1), (Date{2026, 11, 24}));
    EXPECT_EQ(working_day(wednesday, -3), (Date{2026, 11, 20}));
    EXPECT_EQ(working_day(wednesday, -5), (Date{2026, 11, 18}));
    EXPECT_EQ(working_day(wednesday, 3), (Date{2026, 11, 30}));
    EXPECT_EQ(working_day(Date{2026, 11, 22}, -1), (Date{2026, 11, 20}));
    EXPECT_EQ(working_day(Date{2026, 11, 21}, 1), (Date{2026, 11, 23}));
    EXPECT_EQ(working_day(Date{2027, 1, 1}, -1), (Date{2026, 12, 31}));
}

TEST(SampleDays, GivenDatesInAText_WhenWritten_ThenTheyCountFromItsDay) {
    EXPECT_EQ(with_dates("会議は{+1}、締切は{+3}です", wednesday),
              "会議は11月26日(木)、締切は11月30日(月)です");
    EXPECT_EQ(with_dates("{+}と{1}と{+2はそのまま", wednesday), "{+}と{1}と{+2はそのまま");
    EXPECT_EQ(with_dates("", wednesday), "");
}

class SamplePlan : public testing::Test {
protected:
    SamplePlan() {
        office.looks = {{12h, 30}, {17h, 10}};
        room.talk = {{2, 9h, "sato", "一"}, {1, 10h, "sato", "二"}, {1, 11h, "abe", "三"}};
    }

    std::vector<SampleStep> plan() const { return plan_room(office, room, members, wednesday); }

    /// Where everybody's mark stands in the end.
    std::int64_t read_by(std::string const& who) const {
        std::int64_t mark = 0;
        for (auto const& step : plan())
            if (step.who == who && step.kind == SampleStep::Kind::read) mark = step.seq;
        return mark;
    }

    SampleOffice office;
    SampleOffice::Room room;
    std::vector<std::string> members{"abe", "sato", "ueda"};
};

TEST_F(SamplePlan, GivenLines_WhenPlanned_ThenTheyAreSaidInOrderAtTheirTimesInJapan) {
    std::vector<std::string> said;
    for (auto const& step : plan())
        if (step.kind == SampleStep::Kind::say) said.push_back(step.text);
    EXPECT_THAT(said, ElementsAre("一", "二", "三"));
    EXPECT_EQ(plan().front().at, (Instant{1795392000000}));  // 2026-11-23T00:00Z
}

TEST_F(SamplePlan, GivenSomebodySpeaks_WhenPlanned_ThenTheyHaveReadWhatStoodThere) {
    auto const steps = plan();
    auto const third = std::ranges::find(steps, 3, [](auto const& step) {
        return step.kind == SampleStep::Kind::say ? step.seq : 0;
    });
    ASSERT_NE(third, steps.end());
    auto const& before = *std::prev(third);
    EXPECT_EQ(before.who, "abe");
    EXPECT_EQ(before.kind, SampleStep::Kind::read);
    EXPECT_EQ(before.seq, 2);
    EXPECT_LT(before.at, third->at);
}

TEST_F(SamplePlan, GivenTimesToLook_WhenPlanned_ThenPeopleReadWithinThem) {
    for (auto const& step : plan()) {
        if (step.who != "ueda") continue;
        auto const since_midnight = (step.at.ms - local_midnight(local_date(step.at)).ms) / 60'000;
        EXPECT_TRUE((since_midnight >= 720 && since_midnight < 750) ||
                    (since_midnight >= 1020 && since_midnight < 1030))
            << since_midnight;
    }
    EXPECT_EQ(read_by("ueda"), 3);
}

TEST_F(SamplePlan, GivenSomebodyHeldBack_WhenPlanned_ThenThatManyStayUnread) {
    room.unread = {{"ueda", 2}};
    EXPECT_EQ(read_by("ueda"), 1);
}

TEST_F(SamplePlan, GivenSomebodyOnLeave_WhenPlanned_ThenTheyReadNothing) {
    office.away = {"ueda"};
    EXPECT_EQ(read_by("ueda"), 0);
    EXPECT_EQ(read_by("abe"), 2);
}

}  // namespace
}  // namespace horenso::app
