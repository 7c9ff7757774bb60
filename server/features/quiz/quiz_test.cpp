// The yearly check of understanding (clause 3.2).
#include "features/quiz/quiz.hpp"

#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/policy.hpp"

namespace horenso::quiz {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;
using testing::IsEmpty;

class YearlyQuiz : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        policy::kit::PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        quiz_.emplace(Quiz::Needs{store(), office().clock, policy()});
    }
    Mine mine(Viewer const& who) { return wait_for(quiz_->mine(who)); }
    Result<Done> finish(Viewer const& who, std::int64_t version = 0,
                        std::vector<std::int64_t> answers = {0, 1, 1, 0, 1}) {
        return wait_for(quiz_->finish(who, version, std::move(answers)));
    }
    Result<Done> ask(Viewer const& by, std::int64_t version, std::vector<Question> questions) {
        return wait_for(quiz_->set(by, version, std::move(questions)));
    }
    void accept(Viewer const& who) { must(wait_for(policy().accept(who, 1))); }
    std::vector<Question> others() {
        auto questions = mine(aoki()).questions;
        questions[0] = {"車の鍵は？", {"持って帰る", "返す"}, 1, "ほかの人が使えなくなります。"};
        return questions;
    }
    std::optional<Instant> done_at(Progress const& progress, Viewer const& who) {
        for (auto const& one : progress.people)
            if (one.id == who.person) return one.done_at;
        ADD_FAILURE() << "nobody with this id";
        return std::nullopt;
    }
    std::optional<Quiz> quiz_;
};
INSTANTIATE_TEST_SUITE_P(Databases, YearlyQuiz, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(YearlyQuiz, Clause_3_2_GivenSomebodyWhoAccepted_ThenItIsDueAMonthLaterUntilItIsDone) {
    EXPECT_FALSE(mine(tanaka()).due) << "who has seen no guideline is not asked about it";
    accept(tanaka());
    office().clock.advance(30 * 24h - 1ms);
    EXPECT_FALSE(mine(tanaka()).due);
    office().clock.advance(1ms);
    EXPECT_TRUE(mine(tanaka()).due);
    ASSERT_TRUE(finish(tanaka()));
    EXPECT_FALSE(mine(tanaka()).due);
    EXPECT_EQ(mine(tanaka()).done_at, office().clock.now());
    EXPECT_FALSE(mine(sato()).done_at);
}

TEST_P(YearlyQuiz, Clause_3_2_GivenTheFirstOfApril_ThenItIsDueAgain) {
    accept(tanaka());
    ASSERT_TRUE(finish(tanaka()));
    EXPECT_EQ(mine(tanaka()).year, 2026);
    office().clock.set(local_midnight({2027, 4, 1}) - 1ms);
    EXPECT_FALSE(mine(tanaka()).due);
    office().clock.advance(1ms);
    EXPECT_TRUE(mine(tanaka()).due);
    EXPECT_EQ(mine(tanaka()).year, 2027);
}

TEST_P(YearlyQuiz, Clause_3_2_GivenItIsOff_ThenNobodyIsAsked) {
    accept(tanaka());
    office().clock.advance(31 * 24h);
    ASSERT_TRUE(set(aoki(), "3.2", "main", "off"));
    EXPECT_FALSE(mine(tanaka()).in_force);
    EXPECT_FALSE(mine(tanaka()).due);
}

TEST_P(YearlyQuiz, GivenItWasDone_WhenDoneAgain_ThenTheFirstTimeStays) {
    ASSERT_TRUE(finish(tanaka()));
    auto const first = mine(tanaka()).done_at;
    office().clock.advance(24h);
    ASSERT_TRUE(finish(tanaka()));
    EXPECT_EQ(mine(tanaka()).done_at, first);
}

TEST_P(YearlyQuiz, GivenAnswersThatAreMissingOrNone_ThenItIsNotDone) {
    for (std::vector<std::int64_t> const& answers :
         {std::vector<std::int64_t>{}, {0, 0, 0, 0}, {0, 0, 0, 0, 3}, {0, 0, 0, 0, -1}})
        EXPECT_EQ(code(finish(tanaka(), 0, answers)), "quiz.incomplete");
    EXPECT_FALSE(mine(tanaka()).done_at);
}

TEST_P(YearlyQuiz, Clause_3_2_GivenOtherQuestions_ThenTheyHoldAndAnswersToTheOldOnesDont) {
    auto const questions = others();
    ASSERT_TRUE(ask(aoki(), 0, questions));
    EXPECT_EQ(mine(tanaka()).questions, questions);
    EXPECT_EQ(mine(tanaka()).version, 1);
    EXPECT_EQ(code(finish(tanaka(), 0)), "quiz.changed");
    EXPECT_TRUE(finish(tanaka(), 1));
    EXPECT_EQ(mine(office().nishi).version, 0) << "another organisation keeps its own";
}

TEST_P(YearlyQuiz, GivenTwoAdministratorsWhoSet_ThenTheSecondIsToldThatTheyChanged) {
    ASSERT_TRUE(ask(aoki(), 0, others()));
    EXPECT_EQ(code(ask(aoki(), 0, others())), "quiz.changed");
}

TEST_P(YearlyQuiz, GivenSetQuestions_WhenReset_ThenThePresetsHoldUnderANewVersion) {
    auto const preset = mine(tanaka()).questions;
    ASSERT_TRUE(ask(aoki(), 0, others()));
    ASSERT_TRUE(wait_for(quiz_->reset(aoki())));
    EXPECT_EQ(mine(tanaka()).questions, preset);
    EXPECT_EQ(mine(tanaka()).version, 2);
}

TEST_P(YearlyQuiz, GivenQuestionsThatCantBe_ThenTheyAreRefused) {
    auto with = [&](auto change) {
        auto questions = others();
        change(questions);
        return code(ask(aoki(), 0, questions));
    };
    using All = std::vector<Question>;
    EXPECT_EQ(with([](All& all) { all.pop_back(); }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all.push_back(all[0]); }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].text = "　"; }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].why = ""; }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].right = 3; }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].right = -1; }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].choices = {"一つ"}; }), "quiz.bad_questions");
    EXPECT_EQ(with([](All& all) { all[1].choices.resize(5, "また"); }), "quiz.bad_questions");
    EXPECT_EQ(mine(tanaka()).version, 0);
}

TEST_P(YearlyQuiz, Clause_3_2_GivenPeople_ThenAdministratorsSeeWhoIsDoneAndNobodyOnLeaveIsListed) {
    must(wait_for(office().directory.set_leave(aoki(), hara().person,
                                               directory::Leave{"2026-11-24", std::nullopt})));
    ASSERT_TRUE(finish(tanaka()));
    auto const progress = must(wait_for(quiz_->progress(aoki())));
    EXPECT_EQ(progress.year, 2026);
    EXPECT_EQ(progress.people.size(), 3u);
    EXPECT_EQ(done_at(progress, tanaka()), office().clock.now());
    EXPECT_EQ(done_at(progress, sato()), std::nullopt);
}

TEST_P(YearlyQuiz, GivenSomebodyElse_ThenTheyNeitherSetNorSeeWhoIsDone) {
    EXPECT_EQ(code(ask(sato(), 0, others())), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(quiz_->reset(sato()))), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(quiz_->progress(sato()))), "directory.not_administrator");
}

TEST_P(YearlyQuiz, GivenAnAnswer_ThenNothingIsRecordedButThatQuestionsWereSet) {
    auto const recorded = audit::kit::recorded_by(store(), office().minato, [&] {
        ASSERT_TRUE(finish(tanaka()));
        ASSERT_TRUE(ask(aoki(), 0, others()));
    });
    ASSERT_EQ(recorded.size(), 1u);
    EXPECT_EQ(recorded[0].action, "quiz.questions_set");
    EXPECT_THAT(recorded[0].details, testing::AnyOf(IsEmpty(), testing::StrEq("{}")));
}

}  // namespace
}  // namespace horenso::quiz
