// Asking to come into a listed group (clause 6.1).
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using enum Groups::Answer;

class TalkRequests : public kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        groups.emplace(Groups::Needs{store(), office().clock});
        room = office().group(sato(), {tanaka()});
        must(wait_for(groups->set(sato(), room, listed(Visibility::listed, 0))));
        must(wait_for(groups->set_deputy(sato(), room, tanaka().person)));
    }
    static GroupChange listed(Visibility visibility, std::int64_t edited) {
        return {"打合せG", {.visibility = visibility, .purpose = "打合せ"}, edited};
    }
    Viewer const& sato() { return office().sato; }
    Viewer const& tanaka() { return office().tanaka; }
    Viewer const& hara() { return office().hara; }
    std::string ask(Viewer const& who, std::string words = "") {
        return code(wait_for(groups->ask(who, room, std::move(words))));
    }
    std::string take_back(Viewer const& who) {
        return code(wait_for(groups->take_back(who, room)));
    }
    std::string answer(Viewer const& by, Viewer const& whom, Groups::Answer said) {
        return code(wait_for(groups->answer(by, room, whom.person, said)));
    }
    /// "words" of those who are waiting, as `who` sees them.
    std::vector<std::string> open(Viewer const& who) {
        std::vector<std::string> all;
        for (auto const& one : must(wait_for(talk().room(who, room))).requests)
            all.push_back(one.words);
        return all;
    }
    std::optional<JoinRequest> mine(Viewer const& who) {
        auto const all = wait_for(groups->listed(who));
        return all.empty() ? std::nullopt : all.front().mine;
    }
    std::size_t told_room() { return told_to(room_stream(office().minato, room)).size(); }
    std::size_t told_notices(Viewer const& who) {
        return told_to(notify::notices_stream(who.org, who.person)).size();
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }
    std::optional<Groups> groups;
    RoomId room;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkRequests, kit::both_databases, kit::database_name);

TEST_P(TalkRequests, Clause_6_1_GivenARequest_ThenThoseWhoLeadSeeItAndAYesBringsIn) {
    must(wait_for(talk().add_members(sato(), room, {office().aoki.person})));
    auto const before = told_room();
    EXPECT_EQ(ask(hara(), "参加したいです"), "");
    EXPECT_EQ(told_room(), before + 1);
    EXPECT_THAT(open(sato()), ElementsAre("参加したいです"));
    EXPECT_THAT(open(tanaka()), ElementsAre("参加したいです"));
    EXPECT_THAT(open(office().aoki), IsEmpty());
    EXPECT_EQ(mine(hara())->words, "参加したいです");
    EXPECT_FALSE(mine(sato()));

    EXPECT_EQ(answer(office().aoki, hara(), yes), "talk.not_master");
    EXPECT_EQ(answer(tanaka(), hara(), yes), "");
    EXPECT_THAT(open(sato()), IsEmpty());
    EXPECT_FALSE(mine(hara()));
    auto const members = must(wait_for(groups->members(hara(), room)));
    auto const me = std::ranges::find(members, hara().person, &Membership::person);
    ASSERT_NE(me, members.end());
    EXPECT_EQ(me->came, Came::asked);
    EXPECT_EQ(me->by, tanaka().person);
}

TEST_P(TalkRequests, GivenANo_ThenTheAskerSeesItAndMayAskAnew) {
    EXPECT_EQ(ask(hara()), "");
    auto const before = told_notices(hara());
    EXPECT_EQ(answer(sato(), hara(), no), "");
    EXPECT_EQ(told_notices(hara()), before + 1);
    EXPECT_EQ(mine(hara())->declined_at, office().clock.now());
    EXPECT_THAT(open(sato()), IsEmpty());
    EXPECT_EQ(answer(tanaka(), hara(), yes), "talk.request_not_found");
    EXPECT_EQ(code(wait_for(talk().room(hara(), room))), "talk.room_not_found");
    EXPECT_EQ(ask(hara(), "もう一度"), "");
    EXPECT_FALSE(mine(hara())->declined_at);
    EXPECT_THAT(open(sato()), ElementsAre("もう一度"));
}

TEST_P(TalkRequests, GivenTwoAnswers_ThenTheFirstCounts) {
    EXPECT_EQ(ask(hara()), "");
    EXPECT_EQ(answer(sato(), hara(), yes), "");
    EXPECT_EQ(answer(tanaka(), hara(), yes), "");
    EXPECT_EQ(answer(tanaka(), hara(), no), "talk.request_not_found");
    EXPECT_EQ(must(wait_for(talk().room(hara(), room))).members.size(), 3u);
}

TEST_P(TalkRequests, GivenTheSameRequestAgain_ThenItStandsOnceAndOnlyNewWordsAreTold) {
    EXPECT_EQ(ask(hara(), "一"), "");
    auto const before = told_room();
    EXPECT_EQ(ask(hara(), "一"), "");
    EXPECT_EQ(told_room(), before);
    EXPECT_EQ(ask(hara(), "二"), "");
    EXPECT_EQ(told_room(), before + 1);
    EXPECT_THAT(open(sato()), ElementsAre("二"));
    EXPECT_EQ(ask(hara(), std::string(201, 'x')), "talk.bad_words");
    EXPECT_THAT(open(sato()), ElementsAre("二"));
}

TEST_P(TalkRequests, GivenARequestTakenBack_ThenNobodyAnswersItAnyMore) {
    EXPECT_EQ(take_back(hara()), "talk.request_not_found");
    EXPECT_EQ(ask(hara()), "");
    EXPECT_EQ(take_back(hara()), "");
    EXPECT_THAT(open(sato()), IsEmpty());
    EXPECT_FALSE(mine(hara()));
    EXPECT_EQ(answer(sato(), hara(), yes), "talk.request_not_found");
    EXPECT_EQ(take_back(hara()), "talk.request_not_found");
}

TEST_P(TalkRequests, GivenAMember_WhenTheyAskOrAreAddedMeanwhile_ThenNothingIsWaiting) {
    EXPECT_EQ(ask(tanaka()), "");
    EXPECT_THAT(open(sato()), IsEmpty());
    EXPECT_EQ(ask(hara()), "");
    must(wait_for(talk().add_members(sato(), room, {hara().person})));
    EXPECT_THAT(open(sato()), IsEmpty());
    must(wait_for(talk().remove_member(hara(), room, hara().person)));
    EXPECT_FALSE(mine(hara()));
    EXPECT_EQ(ask(hara(), "また入りたいです"), "");
    EXPECT_THAT(open(sato()), ElementsAre("また入りたいです"));
}

TEST_P(TalkRequests, Clause_6_1_GivenAGroupThatIsNotListed_WhenAsked_ThenItIsNotThere) {
    auto const& nishi = office().nishi;
    EXPECT_EQ(ask(nishi), "talk.room_not_found");
    EXPECT_EQ(ask(hara()), "");
    auto const before = told_notices(hara());
    must(wait_for(groups->set(sato(), room, listed(Visibility::unlisted, 1))));
    EXPECT_EQ(told_notices(hara()), before + 1);
    EXPECT_EQ(ask(hara()), "talk.room_not_found");
    EXPECT_EQ(answer(sato(), hara(), yes), "talk.request_not_found");
    must(wait_for(groups->set(sato(), room, listed(Visibility::listed, 2))));
    EXPECT_THAT(open(sato()), IsEmpty());
}

TEST_P(TalkRequests, GivenTheLastOneWhoLeaves_ThenNobodyFindsOrAsksAnyMore) {
    EXPECT_EQ(ask(hara()), "");
    must(wait_for(talk().remove_member(tanaka(), room, tanaka().person)));
    must(wait_for(talk().remove_member(sato(), room, sato().person)));
    EXPECT_THAT(wait_for(groups->listed(hara())), IsEmpty());
    EXPECT_EQ(take_back(hara()), "talk.request_not_found");
    EXPECT_EQ(ask(hara()), "talk.room_not_found");
}

TEST_P(TalkRequests, GivenAnAskerOnLeaveOrRetired_ThenTheyDoNotComeIn) {
    EXPECT_EQ(ask(hara()), "");
    must(wait_for(office().directory.set_leave(office().aoki, hara().person,
                                               directory::Leave{"2026-11-24", std::nullopt})));
    EXPECT_EQ(answer(sato(), hara(), yes), "talk.asker_away");
    EXPECT_EQ(open(sato()).size(), 1u);
    EXPECT_EQ(ask(hara(), "休みから"), "talk.room_not_found");
    auto retire = [&](Tx& tx) -> Result<Done> {
        auto const erased = erase_person(tx, hara().org, hara().person);
        EXPECT_EQ(erased.at(1).rows, 1);
        return Done{};
    };
    must(wait_for(store().write(retire)));
    EXPECT_THAT(open(sato()), IsEmpty());
}

}  // namespace
}  // namespace horenso::talk
