// 緊急 (clause B3).
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char const* application = "明日、年休を申請します";

class TalkUrgent : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        policy::kit::PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        room = office().group(sato(), {tanaka(), aoki()});
    }
    NewMessage urgent(std::string body, std::string reason = "災害") {
        return {std::move(body), office().key(), std::nullopt, std::move(reason)};
    }
    Result<Message> post(Viewer const& who, NewMessage message) {
        return wait_for(talk().post(who, room, std::move(message)));
    }
    /// What is recorded of what `act` does.
    std::vector<std::string> recorded(auto act) {
        std::vector<std::string> actions;
        for (auto const& one : audit::kit::recorded_by(store(), office().minato, act))
            actions.push_back(one.action);
        return actions;
    }
    RoomId room;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkUrgent, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkUrgent, Clause_B3_GivenAHeadOrAnAdministrator_ThenTheReasonStandsWithTheMessage) {
    auto const posted = [&] {
        EXPECT_EQ(must(post(sato(), urgent("川の水があふれそうです"))).urgent, "災害");
        EXPECT_EQ(must(post(aoki(), urgent("全員に電話します", "安否"))).urgent, "安否");
    };
    EXPECT_THAT(recorded(posted), ElementsAre("talk.urgent_posted", "talk.urgent_posted"));
    EXPECT_EQ(must(wait_for(talk().history(tanaka(), room, {}))).front().urgent, "災害");
    EXPECT_EQ(must(wait_for(talk().room(tanaka(), room))).last->urgent, "安否");
}

TEST_P(TalkUrgent, Clause_B3_GivenSomebodyElse_ThenOnlyIfTheOrganisationLetsEverybody) {
    auto const refused = [&] {
        EXPECT_EQ(code(post(tanaka(), urgent("休みます", "急な休み"))), "talk.may_not_be_urgent");
    };
    EXPECT_THAT(recorded(refused), IsEmpty());
    ASSERT_TRUE(set(aoki(), "B3", "urgent", "on"));
    EXPECT_TRUE(post(tanaka(), urgent("休みます", "急な休み")));
}

TEST_P(TalkUrgent, Clause_B3_GivenWordsThatAClauseBlocks_ThenTheyGoAndItIsRecorded) {
    ASSERT_TRUE(set(aoki(), "B6", "main", "block"));
    EXPECT_EQ(code(post(sato(), {application, office().key()})), "policy.refused");
    auto const passed = [&] { EXPECT_TRUE(post(sato(), urgent(application))); };
    EXPECT_THAT(recorded(passed), ElementsAre("policy.rule_passed", "talk.urgent_posted"));
    EXPECT_EQ(wait_for(policy().guideline(aoki())).counts.at("B6").at("passed"), 1);
}

TEST_P(TalkUrgent, GivenNoGoodReason_ThenItIsRefused) {
    auto const long_one = std::string(101, 'x');
    for (auto const* reason : {"", "　", "一行\n二行", long_one.c_str()})
        EXPECT_EQ(code(post(sato(), urgent("川が", reason))), "talk.bad_reason") << reason;
}

TEST_P(TalkUrgent, GivenTheSameKeyAgain_ThenOnlyTheSameReasonIsARepeat) {
    auto message = urgent("川が");
    auto const first = must(post(sato(), message));
    EXPECT_EQ(must(post(sato(), message)).seq, first.seq);
    message.urgent = "安否";
    EXPECT_EQ(code(post(sato(), message)), "talk.key_reused");
    message.urgent.reset();
    EXPECT_EQ(code(post(sato(), message)), "talk.key_reused");
}

}  // namespace
}  // namespace horenso::talk
