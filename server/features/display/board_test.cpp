#include <gmock/gmock.h>

#include "features/display/display.hpp"
#include "kit/office.hpp"
#include "platform/crypto/hasher.hpp"

namespace horenso::display {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using enum State;

class WallBoard : public horenso::kit::OfficeOnBothDatabases {
protected:
    static constexpr char const* here = "192.0.2.7";

    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        access_.emplace(access::Access::Needs{store(), office().clock, office().ids, hasher_});
        displays_.emplace(access::Displays::Needs{store(), office().clock, office().ids, *access_});
        boards_.emplace(Boards::Needs{store(), office().clock, office().hours, *displays_});
    }
    void TearDown() override {
        boards_.reset();
        displays_.reset();
        access_.reset();
        OfficeOnBothDatabases::TearDown();
    }

    std::string open(std::string department = "") {
        auto const made = must(wait_for(
            displays_->make(office().aoki, {.name = "窓口", .department = std::move(department)})));
        return must(wait_for(displays_->open(made.code, here))).cookie;
    }
    Result<Board> ask(std::string const& cookie) {
        return wait_for(boards_->board({.cookie = cookie, .address = here}));
    }
    std::vector<PersonNow> people(std::string const& cookie) { return must(ask(cookie)).people; }
    access::Displays& displays() { return *displays_; }

private:
    crypto::Hasher hasher_{crypto::Cost::least()};
    std::optional<access::Access> access_;
    std::optional<access::Displays> displays_;
    std::optional<Boards> boards_;
};
INSTANTIATE_TEST_SUITE_P(Databases, WallBoard, horenso::kit::both_databases,
                         horenso::kit::database_name);

PersonNow now(std::string name, std::string department, State state) {
    return {std::move(name), std::move(department), state};
}

TEST_P(WallBoard,
       Clause_3_3_GivenADepartment_WhenItsDisplayAsks_ThenItsPeopleAreShownAndNobodyElse) {
    auto const board = must(ask(open("地域福祉課")));
    EXPECT_EQ(board.name, "窓口");
    EXPECT_EQ(board.department, "地域福祉課");
    EXPECT_EQ(iso_text(board.today), "2026-11-24");
    EXPECT_EQ(board.working_today, (hours::Span{510, 1035}));
    EXPECT_THAT(board.people, ElementsAre(now("佐藤 花子", "地域福祉課", working),
                                          now("田中 一郎", "地域福祉課", working)));
}

TEST_P(WallBoard, GivenTheWholeOrganisation_WhenAsked_ThenEverybodyIsShownButThoseOfOthers) {
    EXPECT_THAT(
        people(open()),
        ElementsAre(now("青木 実", "総務課", working), now("佐藤 花子", "地域福祉課", working),
                    now("田中 一郎", "地域福祉課", working), now("原 葵", "生活支援課", working)));
}

TEST_P(WallBoard, GivenTheEvening_WhenAsked_ThenEverybodyIsAway) {
    auto const cookie = open("地域福祉課");
    office().clock.advance(std::chrono::hours{10});
    for (auto const& person : people(cookie)) EXPECT_EQ(person.state, away);
}

TEST_P(WallBoard, Clause_B5_GivenLeaveAndADayOff_WhenAsked_ThenBothLookTheSame) {
    must(wait_for(office().directory.set_leave(office().aoki, office().sato.person,
                                               directory::Leave{"2026-11-01", std::nullopt})));
    hours::DayChoice day_off{.day = "2026-11-24", .says = hours::DayChoice::Says::closed};
    must(wait_for(
        office().hours.set_day(office().tanaka, hours::own_scope(office().tanaka), day_off)));
    for (auto const& person : people(open("地域福祉課"))) EXPECT_EQ(person.state, State::off);
}

TEST_P(WallBoard, GivenAHoliday_WhenAsked_ThenItIsNamedAndNobodyWorks) {
    auto const cookie = open();
    office().clock.advance(std::chrono::hours{24 * 48});  // 2027-01-11
    auto const board = must(ask(cookie));
    EXPECT_EQ(board.day_name, "成人の日");
    EXPECT_FALSE(board.working_today);
}

TEST_P(WallBoard, GivenADepartmentWithParts_WhenItsDisplayAsks_ThenThePartsBelongToIt) {
    auto const departments = wait_for(office().directory.departments(office().aoki));
    std::vector<directory::NewDepartment> tree;
    tree.push_back({.name = "総務課", .was = "総務課"});
    for (auto const* name : {"地域福祉課", "生活支援課"})
        tree.push_back({.name = name, .was = name, .parent = "総務課"});
    must(wait_for(
        office().directory.set_departments(office().aoki, departments.version, std::move(tree))));
    EXPECT_THAT(people(open("総務課")), testing::SizeIs(4));
    EXPECT_THAT(people(open("生活支援課")), testing::SizeIs(1));
}

TEST_P(WallBoard, GivenNobodysCookie_WhenAsked_ThenItIsRefused) {
    EXPECT_EQ(ask("").problem().code, "access.no_display");
    EXPECT_EQ(ask("1-1-x").problem().code, "access.no_display");
}

}  // namespace
}  // namespace horenso::display
