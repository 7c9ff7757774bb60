// Rules meet drafts: what is asked, what an answer is good for, and what a stricter mode lets through.
#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::policy {
namespace {

using kit::wait_for;

using namespace std::chrono_literals;

constexpr char const* application = "明日、年休を申請します";
constexpr char const* ordinary = "会議は14時です";

class Guard : public kit::PolicyOnBothDatabases {
protected:
    Draft draft(std::string_view text, std::string_view place = "room:7") {
        return {DraftKind::message, text, place};
    }
    Checked checked(Viewer const& viewer, Draft const& what) {
        return wait_for(policy().check(viewer, what));
    }
    /// "" if it may be written.
    std::string admitted(Viewer const& viewer, Draft const& what,
                         std::optional<std::string> const& acknowledgement = {}) {
        auto const looked = policy().look(what);
        auto write = [&](Tx& tx) -> Result<Done> {
            auto const may = policy().admit(tx, viewer, what, looked, acknowledgement);
            if (!may) return may.problem();
            may->record(tx, viewer, office().clock.now());
            return Done{};
        };
        return code(wait_for(store().write(write)));
    }
    std::int64_t rows(Sql const& sql) {
        auto count = [&](Tx& tx) {
            auto row = tx.query(sql, office().minato);
            row.next();
            return row.get<std::int64_t>(0);
        };
        return wait_for(store().read(count));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Guard, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Guard, GivenOrdinaryWords_ThenNothingIsAsked) {
    EXPECT_TRUE(checked(tanaka(), draft(ordinary)).findings.empty());
    EXPECT_EQ(admitted(tanaka(), draft(ordinary)), "");
}

TEST_P(Guard, Clause_B6_GivenConfirm_ThenTheServerWantsTheAnswerThatItGaveOut) {
    auto const found = checked(tanaka(), draft(application));
    ASSERT_EQ(found.findings.size(), 1u);
    EXPECT_EQ(found.findings[0].mode, Mode::confirm);
    ASSERT_TRUE(found.acknowledgement);
    EXPECT_EQ(admitted(tanaka(), draft(application)), "policy.confirm_first");
    EXPECT_EQ(admitted(tanaka(), draft(application), found.acknowledgement), "");
}

TEST_P(Guard, GivenAnAnswer_ThenItIsGoodForThatTextPersonPlaceAndDayOnly) {
    auto const answer = checked(tanaka(), draft(application)).acknowledgement;
    constexpr char const* another = "明後日、年休を申請します";
    EXPECT_EQ(admitted(tanaka(), draft(another), answer), "policy.confirm_first");
    EXPECT_EQ(admitted(sato(), draft(application), answer), "policy.confirm_first");
    EXPECT_EQ(admitted(office().nishi, draft(application), answer), "policy.confirm_first");
    EXPECT_EQ(admitted(tanaka(), draft(application, "room:8"), answer), "policy.confirm_first");
    for (auto const* made_up : {"", ".", "1.", "99999999999999.0", "x"})
        EXPECT_EQ(admitted(tanaka(), draft(application), made_up), "policy.confirm_first");
    auto changed = *answer;
    changed.front() = changed.front() == '9' ? '8' : '9';  // a longer life
    EXPECT_EQ(admitted(tanaka(), draft(application), changed), "policy.confirm_first");
    office().clock.advance(24h - 1ms);
    EXPECT_EQ(admitted(tanaka(), draft(application), answer), "");
    office().clock.advance(1ms);
    EXPECT_EQ(admitted(tanaka(), draft(application), answer), "policy.confirm_first");
}

TEST_P(Guard, Clause_B6_GivenBlock_ThenNoAnswerHelps) {
    auto const answer = checked(tanaka(), draft(application)).acknowledgement;
    ASSERT_TRUE(set(aoki(), "B6", "main", "block"));
    EXPECT_EQ(checked(tanaka(), draft(application)).acknowledgement, std::nullopt);
    EXPECT_EQ(admitted(tanaka(), draft(application), answer), "policy.refused");
}

TEST_P(Guard, Clause_B6_GivenHintOrOff_ThenItMayBeWritten) {
    ASSERT_TRUE(set(aoki(), "B6", "main", "hint"));
    auto const found = checked(tanaka(), draft(application));
    EXPECT_EQ(found.findings.at(0).mode, Mode::hint);
    EXPECT_EQ(found.acknowledgement, std::nullopt);
    EXPECT_EQ(admitted(tanaka(), draft(application)), "");
    ASSERT_TRUE(set(aoki(), "B6", "main", "off"));
    EXPECT_TRUE(checked(tanaka(), draft(application)).findings.empty());
    EXPECT_EQ(admitted(tanaka(), draft(application)), "");
}

TEST_P(Guard, GivenDismissedHints_ThenThatPersonSeesThemNowhere_UntilTheyAreWantedAgain) {
    constexpr char const* bare = "了解です";
    ASSERT_EQ(checked(tanaka(), draft(bare)).findings.size(), 1u);
    for (int twice = 0; twice < 2; ++twice)
        ASSERT_TRUE(wait_for(policy().want_hints(tanaka(), "5.2", false)));
    EXPECT_TRUE(checked(tanaka(), draft(bare)).findings.empty());
    EXPECT_EQ(wait_for(policy().guideline(tanaka())).dismissals, std::vector<std::string>{"5.2"});
    EXPECT_EQ(checked(sato(), draft(bare)).findings.size(), 1u);
    ASSERT_TRUE(wait_for(policy().want_hints(tanaka(), "5.2", true)));
    EXPECT_EQ(checked(tanaka(), draft(bare)).findings.size(), 1u);
    EXPECT_EQ(code(wait_for(policy().want_hints(tanaka(), "99", false))), "policy.no_such_clause");
}

TEST_P(Guard, GivenDismissedHints_WhenTheClauseAsksOrBlocks_ThenItIsSaidAllTheSame) {
    ASSERT_TRUE(wait_for(policy().want_hints(tanaka(), "B6", false)));
    for (auto const* mode : {"confirm", "block"}) {
        ASSERT_TRUE(set(aoki(), "B6", "main", mode));
        EXPECT_EQ(checked(tanaka(), draft(application)).findings.size(), 1u) << mode;
    }
    EXPECT_EQ(admitted(tanaka(), draft(application)), "policy.refused");
}

TEST_P(Guard, GivenAStricterMode_ThenNothingMoreIsLetThrough) {
    constexpr char const* texts[] = {application, ordinary, "残業の承認をお願いします", "了解です",
                                     "本日、原さんは年休です"};
    for (auto const* text : texts)
        for (auto const answers : {false, true}) {
            bool let_through = true;
            for (auto const* mode : {"off", "hint", "confirm", "block"}) {
                ASSERT_TRUE(set(aoki(), "B6", "main", mode));
                std::optional<std::string> answer;
                if (answers) answer = checked(tanaka(), draft(text)).acknowledgement;
                auto const now = admitted(tanaka(), draft(text), answer).empty();
                EXPECT_LE(now, let_through) << text << ' ' << mode;
                let_through = now;
            }
        }
}

TEST_P(Guard, GivenAnAnswer_ThenWhoWhenAndWhichClauseIsKept_AndNoWords) {
    auto const answer = checked(tanaka(), draft(application)).acknowledgement;
    ASSERT_EQ(admitted(tanaka(), draft(application), answer), "");
    static constexpr Sql audited{R"(
        SELECT COUNT(*) FROM audit_entry
         WHERE org_id = $1 AND action = 'policy.rule_acknowledged'
           AND details = '{"clause":"B6","measure":"main"}')"};
    EXPECT_EQ(rows(audited), 1);
    auto const counts = wait_for(policy().guideline(aoki())).counts;
    EXPECT_EQ(counts.at("B6").at("acknowledged"), 1);
}

TEST_P(Guard, GivenADepartmentsChoice_ThenItHoldsForItsAuthors) {
    ASSERT_TRUE(set_here(sato(), "B6", "main", "block"));
    EXPECT_EQ(admitted(tanaka(), draft(application)), "policy.refused");
    EXPECT_EQ(admitted(hara(), draft(application)), "policy.confirm_first");
}

}  // namespace
}  // namespace horenso::policy
