// The guideline's words: drafts, editions, acceptance (clause B7).
#include <gmock/gmock.h>

#include <algorithm>

#include "kit/policy.hpp"

namespace horenso::policy {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class Words : public kit::PolicyOnBothDatabases {
protected:
    Guideline guideline(Viewer const& viewer) { return wait_for(policy().guideline(viewer)); }
    std::string text_of(std::string const& clause, std::optional<std::int64_t> edition = {}) {
        auto const number = edition.value_or(guideline(aoki()).edition.number);
        for (auto const& one : must(wait_for(policy().edition(aoki(), number))))
            if (one.id == clause) return one.text;
        return {};
    }
    Result<Edition> publish(std::string note = "時間を見直しました") {
        return wait_for(policy().publish(aoki(), std::move(note), "令和9年4月1日"));
    }
    void draft(std::string clause, std::string text) {
        must(wait_for(policy().draft(aoki(), {std::move(clause), "見出し", std::move(text)})));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Words, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Words, GivenANewOrganisation_ThenItsFirstEditionIsThePreset) {
    auto const first = guideline(tanaka());
    EXPECT_EQ(first.edition.number, 1);
    EXPECT_EQ(first.texts.size(), 62u);
    EXPECT_EQ(first.texts.front().id, "0");
    EXPECT_EQ(first.edition.effective_on, "2023-01-04");
}

TEST_P(Words, GivenADraft_WhenPublished_ThenTheNextEditionSaysIt_AndTheOldOneStays) {
    draft("B1", "平日の8:30から18:00までです。");
    EXPECT_NE(text_of("B1"), "平日の8:30から18:00までです。");
    EXPECT_EQ(guideline(aoki()).drafts.size(), 1u);
    EXPECT_TRUE(guideline(tanaka()).drafts.empty());  // not before it is published
    auto const edition = publish();
    ASSERT_TRUE(edition);
    EXPECT_EQ(edition->number, 2);
    EXPECT_EQ(edition->effective_on, "2027-04-01");
    EXPECT_EQ(text_of("B1"), "平日の8:30から18:00までです。");
    EXPECT_NE(text_of("B1", 1), text_of("B1", 2));
    EXPECT_EQ(text_of("B2", 1), text_of("B2", 2));
    EXPECT_TRUE(guideline(aoki()).drafts.empty());
}

TEST_P(Words, GivenADraftThatWasDropped_ThenThereIsNothingToPublish) {
    draft("B1", "別の文です。");
    must(wait_for(policy().drop_draft(aoki(), "B1")));
    EXPECT_EQ(code(publish()), "policy.nothing_changed");
}

TEST_P(Words, GivenAnOwnClause_ThenItStandsAtTheEndUntilItIsLeftOut_AndItsIdIsNeverGivenTwice) {
    auto const id = must(wait_for(policy().draft_own(aoki(), "駐車場", "奥からとめます。")));
    ASSERT_TRUE(publish());
    EXPECT_EQ(guideline(tanaka()).texts.back().id, id);
    must(wait_for(policy().remove_own(aoki(), id)));
    ASSERT_TRUE(publish());
    EXPECT_EQ(guideline(tanaka()).texts.size(), 62u);
    EXPECT_NE(must(wait_for(policy().draft_own(aoki(), "駐輪場", "手前です。"))), id);
}

TEST_P(Words, GivenAClauseOfTheGuideline_ThenItCantBeLeftOut) {
    EXPECT_EQ(code(wait_for(policy().remove_own(aoki(), "B1"))), "policy.no_such_clause");
    EXPECT_EQ(code(wait_for(policy().draft(aoki(), {"10.9", "見出し", "本文"}))),
              "policy.no_such_clause");
}

TEST_P(Words, GivenSomebodyElse_WhenTheyWrite_ThenItIsRefused) {
    EXPECT_EQ(code(wait_for(policy().draft(sato(), {"B1", "見出し", "本文"}))),
              "directory.not_administrator");
    EXPECT_EQ(code(wait_for(policy().draft_own(sato(), "見出し", "本文"))),
              "directory.not_administrator");
    EXPECT_EQ(code(wait_for(policy().publish(sato(), "なおし", "2027-04-01"))),
              "directory.not_administrator");
}

TEST_P(Words, GivenBadWords_ThenNothingIsKept) {
    EXPECT_EQ(code(wait_for(policy().draft(aoki(), {"B1", "", "本文"}))), "policy.bad_words");
    EXPECT_EQ(code(wait_for(policy().draft(aoki(), {"B1", "見出し", "\xFF"}))), "policy.bad_words");
    draft("B1", "別の文です。");
    EXPECT_EQ(code(wait_for(policy().publish(aoki(), "なおし", "いつか"))), "policy.bad_edition");
    EXPECT_EQ(code(publish("")), "policy.bad_edition");
    EXPECT_EQ(guideline(aoki()).edition.number, 1);
}

TEST_P(Words, Clause_B7_GivenAnEdition_WhenAccepted_ThenItIsKeptByEdition) {
    EXPECT_EQ(guideline(tanaka()).accepted, 0);
    ASSERT_TRUE(wait_for(policy().accept(tanaka(), 1)));
    ASSERT_TRUE(wait_for(policy().accept(tanaka(), 1)));
    EXPECT_EQ(guideline(tanaka()).accepted, 1);
    EXPECT_EQ(guideline(sato()).accepted, 0);
    draft("B1", "別の文です。");
    ASSERT_TRUE(publish());
    EXPECT_EQ(guideline(tanaka()).accepted, 1);
    EXPECT_EQ(code(wait_for(policy().accept(tanaka(), 1))), "policy.other_edition");
    ASSERT_TRUE(wait_for(policy().accept(tanaka(), 2)));
    EXPECT_EQ(guideline(tanaka()).accepted, 2);
}

TEST_P(Words, GivenEditionsSinceTheAccepted_ThenEachIsNamedWithItsNote) {
    ASSERT_TRUE(wait_for(policy().accept(tanaka(), 1)));
    EXPECT_THAT(guideline(tanaka()).news, IsEmpty());
    for (auto const* note : {"時間をなおした", "連絡先をなおした"}) {
        draft("B1", note);
        ASSERT_TRUE(publish(note));
    }
    std::vector<std::string> notes;
    for (auto const& edition : guideline(tanaka()).news) notes.push_back(edition.note);
    EXPECT_THAT(notes, ElementsAre("時間をなおした", "連絡先をなおした"));
    EXPECT_EQ(guideline(sato()).news.size(), 3u);
}

TEST_P(Words, GivenAnOrganisationFromBefore_WhenTheServerStarts_ThenItGetsTheGuidelineOnce) {
    directory::Directory directory{{store(), office().clock, office().ids}};
    must(wait_for(directory.create_org("old", "むかし")));
    ASSERT_TRUE(wait_for(policy().make_missing()));
    ASSERT_TRUE(wait_for(policy().make_missing()));
    auto count = [](Tx& tx) {
        static constexpr Sql editions{"SELECT COUNT(*) FROM policy_edition"};
        auto row = tx.query(editions);
        row.next();
        return row.get<int>(0);
    };
    EXPECT_EQ(wait_for(store().read(count)), 3);
}

}  // namespace
}  // namespace horenso::policy
