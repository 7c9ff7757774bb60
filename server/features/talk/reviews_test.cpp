// 異動後の見直し: the master of each group says who stays (clause 6.4).
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/moving.hpp"

namespace horenso::talk {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Answer = Reviews::Answer;

class ReviewsOnBoth : public kit::MovingOffice {
protected:
    void SetUp() override {
        MovingOffice::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        group = office().group(office().tanaka, {office().sato, office().hara}, "福祉フェスタG");
        office().group(office().sato, {office().hara}, "佐藤の係");
        deliver();
    }

    Groups& groups() {
        if (!groups_) groups_.emplace(Groups::Needs{store(), office().clock});
        return *groups_;
    }
    std::vector<Review> of(Viewer const& who) { return wait_for(reviews().mine(who)); }
    std::string answer(Viewer const& who, ReviewId id, Answer answer) {
        auto const done = wait_for(reviews().answer(who, id, answer));
        return done ? "" : done.problem().code;
    }
    std::vector<PersonId> members() {
        return must(wait_for(talk().room(office().tanaka, group))).members;
    }
    std::size_t told_to_master(Viewer const& who) {
        return told_to(reviews_stream(office().minato, who.person)).size();
    }
    void set_clause(std::string mode) {
        policy::Choice choice{.clause = "6.4", .name = "main", .value = std::move(mode)};
        must(wait_for(office().policy.choose(office().aoki, std::move(choice))));
    }

    RoomId group;

private:
    std::optional<Groups> groups_;
};
INSTANTIATE_TEST_SUITE_P(Databases, ReviewsOnBoth, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(ReviewsOnBoth, GivenATransfer_ThenTheMasterOfEachGroupHasItToReviewInSevenDays) {
    transfer(hara(), {{"department", "総務課"}, {"duties", "経理"}});
    auto const open = of(office().tanaka);
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].room, group);
    EXPECT_EQ(open[0].person, hara());
    EXPECT_EQ(open[0].before, (Duty{"生活支援課", "", ""}));
    EXPECT_EQ(open[0].now, (Duty{"総務課", "", "経理"}));
    EXPECT_EQ(open[0].due_on, "2026-12-01");
    EXPECT_THAT(of(office().sato), SizeIs(1));
    EXPECT_THAT(of(office().aoki), IsEmpty());  // of the department's room, where nobody answers
    EXPECT_EQ(told_to_master(office().tanaka), 1u);
    EXPECT_EQ(told_to_master(office().aoki), 0u);
}

TEST_P(ReviewsOnBoth, GivenADayOnWhichNobodyWorks_ThenItIsDueOnTheNext) {
    office().clock.set(local_midnight({2026, 11, 28}) + std::chrono::hours{9});  // a Saturday
    transfer(hara(), {{"posts", "総務課"}});
    EXPECT_EQ(of(office().tanaka).at(0).due_on, "2026-12-07");
    EXPECT_EQ(of(office().tanaka).at(0).now.posts, "総務課");
}

TEST_P(ReviewsOnBoth, GivenDutiesThatNobodyHadWrittenDown_ThenOnlyWhenTheyChangeIsThereAReview) {
    transfer(hara(), {{"duties", "窓口"}, {"position", "主任"}});
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    transfer(hara(), {{"duties", "経理"}});
    EXPECT_EQ(of(office().tanaka).at(0).before.duties, "窓口");
}

TEST_P(ReviewsOnBoth, GivenAnImportAndAPlannedTransfer_ThenTheyAskLikeOnesMadeByHand) {
    import("氏名,フリガナ,ID,所属\n原 葵,ハラ アオイ,hara,総務課\n新 人,シン ジン,shin,総務課\n");
    EXPECT_THAT(of(office().tanaka), SizeIs(1));
    plan(sato(), {{"department", "総務課"}});
    EXPECT_THAT(of(office().tanaka), SizeIs(1));
    pass_a_day();
    EXPECT_THAT(of(office().tanaka), SizeIs(2));
}

TEST_P(ReviewsOnBoth, WhenTheMasterSaysThatSomebodyStays_ThenItIsClosedAndTheyAreIn) {
    transfer(hara(), {{"department", "総務課"}});
    auto const id = of(office().tanaka).at(0).id;
    auto const rows = audit::kit::recorded_by(store(), office().minato, [&] {
        EXPECT_EQ(answer(office().tanaka, id, Answer::stays), "");
    });
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].action, "talk.review_answered");
    EXPECT_EQ(rows[0].person, tanaka().value);
    EXPECT_THAT(rows[0].details, testing::HasSubstr(R"("answer":"stays")"));
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_THAT(members(), testing::Contains(hara()));
    EXPECT_EQ(answer(office().tanaka, id, Answer::leaves), "talk.review_not_found");
    EXPECT_EQ(told_to_master(office().tanaka), 2u);
}

TEST_P(ReviewsOnBoth, WhenTheMasterSaysThatSomebodyLeaves_ThenTheyAreOut) {
    transfer(hara(), {{"department", "総務課"}});
    EXPECT_EQ(answer(office().tanaka, of(office().tanaka).at(0).id, Answer::leaves), "");
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_THAT(members(), ElementsAre(sato(), tanaka()));
    EXPECT_THAT(of(office().sato), SizeIs(1));
}

TEST_P(ReviewsOnBoth, GivenSomebodyWhoIsNotTheMaster_ThenThereIsNothingToAnswer) {
    transfer(hara(), {{"department", "総務課"}});
    auto const id = of(office().tanaka).at(0).id;
    for (auto const& who : {office().sato, office().hara, office().aoki, office().nishi})
        EXPECT_EQ(answer(who, id, Answer::leaves), "talk.review_not_found");
    EXPECT_THAT(members(), SizeIs(3));
    EXPECT_THAT(of(office().tanaka), SizeIs(1));
}

TEST_P(ReviewsOnBoth, GivenANewMaster_ThenWhatIsOpenIsTheirs) {
    transfer(hara(), {{"department", "総務課"}});
    auto const id = of(office().tanaka).at(0).id;
    auto const before = told_to_master(office().sato);
    must(wait_for(groups().hand_over(office().tanaka, group, sato(), Groups::Then::leave)));
    auto const master = must(wait_for(talk().room(office().sato, group))).master;
    ASSERT_EQ(master, sato());
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_EQ(answer(office().tanaka, id, Answer::stays), "talk.review_not_found");
    EXPECT_GT(told_to_master(office().sato), before);
    EXPECT_EQ(answer(office().sato, id, Answer::stays), "");
}

TEST_P(ReviewsOnBoth, GivenAMasterWhoHandsOverAndStays_ThenBothAreToldOnceAndOnlyTheNewOneReviews) {
    transfer(hara(), {{"department", "総務課"}});
    auto const old_master = told_to_master(office().tanaka);
    auto const new_master = told_to_master(office().sato);
    must(wait_for(groups().hand_over(office().tanaka, group, sato(), Groups::Then::stay)));
    EXPECT_EQ(told_to_master(office().tanaka), old_master + 1);
    EXPECT_EQ(told_to_master(office().sato), new_master + 1);
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_THAT(of(office().sato), SizeIs(2));  // and of their own group
}

TEST_P(ReviewsOnBoth, GivenADeputy_ThenReviewsAreTheirsOnlyOnceTheMasterIsGone) {
    must(wait_for(groups().set_deputy(office().tanaka, group, sato())));
    transfer(hara(), {{"department", "総務課"}});
    auto const id = of(office().tanaka).at(0).id;
    EXPECT_THAT(of(office().sato), SizeIs(1));  // of their own group
    EXPECT_EQ(answer(office().sato, id, Answer::stays), "talk.review_not_found");
    auto const before = told_to_master(office().sato);
    retire_tonight(tanaka());
    EXPECT_THAT(of(office().sato), SizeIs(2));
    EXPECT_GT(told_to_master(office().sato), before);
    EXPECT_EQ(answer(office().sato, id, Answer::stays), "");
}

TEST_P(ReviewsOnBoth, GivenTheMasterWhoIsMoved_ThenTheyLeaveOnlyAfterSomebodyElseIsMaster) {
    transfer(tanaka(), {{"posts", "総務課"}});
    auto const open = of(office().tanaka);
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].person, tanaka());
    EXPECT_EQ(answer(office().tanaka, open[0].id, Answer::leaves), "talk.needs_successor");
    EXPECT_THAT(of(office().tanaka), SizeIs(1));
    EXPECT_THAT(members(), SizeIs(3));
    must(wait_for(groups().hand_over(office().tanaka, group, sato(), Groups::Then::leave)));
    EXPECT_THAT(of(office().sato), IsEmpty());
}

TEST_P(ReviewsOnBoth, GivenTheMasterWhoIsMovedAndAlone_ThenTheyLeave) {
    transfer(tanaka(), {{"posts", "総務課"}});
    for (auto const other : {sato(), hara()})
        must(wait_for(talk().remove_member(office().tanaka, group, other)));
    EXPECT_EQ(answer(office().tanaka, of(office().tanaka).at(0).id, Answer::leaves), "");
    EXPECT_THAT(of(office().tanaka), IsEmpty());
}

TEST_P(ReviewsOnBoth, GivenSomebodyWhoLeftOtherwise_ThenNothingIsOpen) {
    transfer(hara(), {{"department", "総務課"}});
    must(wait_for(talk().remove_member(office().hara, group, hara())));
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_THAT(of(office().sato), SizeIs(1));
    retire_tonight(hara());
    EXPECT_THAT(of(office().sato), IsEmpty());
}

TEST_P(ReviewsOnBoth, GivenTwoTransfers_ThenThereIsOneReviewWithWhatWasAtFirst) {
    transfer(hara(), {{"department", "総務課"}});
    office().clock.advance(std::chrono::hours{72});
    transfer(hara(), {{"department", "地域福祉課"}});
    auto const open = of(office().tanaka);
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].before.department, "生活支援課");
    EXPECT_EQ(open[0].now.department, "地域福祉課");
    EXPECT_EQ(open[0].due_on, "2026-12-01");
}

TEST_P(ReviewsOnBoth, GivenSomebodyWhoComesBackToWhatTheyDid_ThenNothingIsOpen) {
    transfer(hara(), {{"department", "総務課"}});
    transfer(hara(), {{"department", "生活支援課"}});
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    EXPECT_EQ(told_to_master(office().tanaka), 2u);
}

TEST_P(ReviewsOnBoth, GivenClause64Off_ThenNobodyIsAsked) {
    set_clause("off");
    transfer(hara(), {{"department", "総務課"}});
    EXPECT_THAT(of(office().tanaka), IsEmpty());
    set_clause("on");
    transfer(hara(), {{"department", "地域福祉課"}});
    EXPECT_THAT(of(office().tanaka), SizeIs(1));
}

TEST_P(ReviewsOnBoth, GivenADepartmentOfAnotherName_ThenThatIsNoTransfer) {
    set_departments(
        {{"支援課", "生活支援課", ""}, {"総務課", "総務課", ""}, {"地域福祉課", "地域福祉課", ""}});
    EXPECT_THAT(of(office().tanaka), IsEmpty());
}

}  // namespace
}  // namespace horenso::talk
