// Messages meet the guideline.
#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using kit::wait_for;

constexpr char const* application = "明日、年休を申請します";

class TalkGuideline : public policy::kit::PolicyOnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, TalkGuideline, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkGuideline,
       Clause_B6_GivenConfirm_ThenTheMessageIsRefusedWithItsClauseAndKeptOnceAnswered) {
    auto const room = office().group(sato(), {tanaka()});
    auto const place = room_stream(office().minato, room).name();
    NewMessage message{application, office().key()};
    auto const refused = wait_for(talk().post(tanaka(), room, message));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().clause, "B6");
    EXPECT_EQ(refused.problem().code, "policy.confirm_first");
    policy::Draft const words{policy::DraftKind::message, application, place};
    message.acknowledgement = wait_for(policy().check(tanaka(), words)).acknowledgement;
    auto const kept = wait_for(talk().post(tanaka(), room, message));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->seq, 1);

    // A repeat is answered like the first time, whatever holds by now.
    message.acknowledgement.reset();
    ASSERT_TRUE(set(aoki(), "B6", "main", "block"));
    EXPECT_EQ(wait_for(talk().post(tanaka(), room, message))->seq, kept->seq);
}

TEST_P(TalkGuideline, Clause_B6_GivenBlock_ThenNothingIsToldAndTheRefusalIsCounted) {
    auto const room = office().group(sato(), {tanaka()});
    auto const stream = room_stream(office().minato, room);
    auto const before = told_to(stream).size();
    ASSERT_TRUE(set(aoki(), "B6", "main", "block"));
    auto const refused = wait_for(talk().post(tanaka(), room, {application, office().key()}));
    EXPECT_EQ(code(refused), "policy.refused");
    EXPECT_EQ(told_to(stream).size(), before);
    EXPECT_EQ(wait_for(policy().guideline(aoki())).counts.at("B6").at("refused"), 1);
}

}  // namespace
}  // namespace horenso::talk
