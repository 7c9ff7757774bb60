// Messages to people who are outside their operating time (clause B3).
#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

class TalkOutside : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        policy::kit::PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        office().find_more = [this](Tx& tx, Viewer const& author, policy::Draft const& draft) {
            return talk().finding_in(tx, author, draft);
        };
        room = office().group(sato(), {tanaka()});
        words = {policy::DraftKind::message, body,
                 place = room_stream(office().minato, room).name()};
    }
    void evening() { office().clock.advance(12h); }
    policy::Checked check(Viewer const& who) { return wait_for(policy().check(who, words)); }
    Result<Message> post(Viewer const& who, std::optional<std::string> acknowledgement = {}) {
        return wait_for(talk().post(who, room, {body, office().key(), std::move(acknowledgement)}));
    }
    static constexpr char const* body = "明日の件です";
    RoomId room;
    std::string place;
    policy::Draft words;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkOutside, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkOutside, Clause_B3_GivenHint_ThenItIsSaidInTheEveningAndNothingIsAsked) {
    EXPECT_TRUE(check(sato()).findings.empty());
    evening();
    auto const said = check(sato());
    ASSERT_EQ(said.findings.size(), 1u);
    EXPECT_EQ(said.findings[0].mode, policy::Mode::hint);
    EXPECT_FALSE(said.acknowledgement);
    EXPECT_TRUE(post(sato()));
}

TEST_P(TalkOutside, Clause_B3_GivenConfirm_ThenTheAuthorSaysYesOutsideHoursOnly) {
    ASSERT_TRUE(set(aoki(), "B3", "note", "confirm"));
    EXPECT_TRUE(post(sato()));
    evening();
    auto const refused = post(sato());
    EXPECT_EQ(code(refused), "policy.confirm_first");
    EXPECT_EQ(refused.problem().clause, "B3");
    EXPECT_TRUE(post(sato(), check(sato()).acknowledgement));
}

TEST_P(TalkOutside, Clause_B3_GivenNoticesThatAreNotHeld_ThenNothingIsAsked) {
    ASSERT_TRUE(set(aoki(), "B3", "note", "confirm"));
    ASSERT_TRUE(set(aoki(), "B3", "main", "off"));
    evening();
    EXPECT_TRUE(post(sato()));
}

TEST_P(TalkOutside, Clause_B3_GivenARoomOfOthers_ThenNothingIsSaidOfItsPeople) {
    evening();
    EXPECT_TRUE(check(office().hara).findings.empty());
}

TEST_P(TalkOutside, Clause_B3_GivenSomebodyWhoReadsInTheEvening_ThenWhenIsNotTold) {
    must(post(sato()));
    auto const seen = [&] { return must(wait_for(talk().readers(sato(), room, 1))).read.at(0).at; };
    evening();
    must(wait_for(talk().mark_read(tanaka(), room, 1)));
    EXPECT_EQ(seen(), std::nullopt);
    ASSERT_TRUE(set(aoki(), "B3", "main", "off"));
    EXPECT_EQ(seen(), kit::Office::morning + 12h);
}

}  // namespace
}  // namespace horenso::talk
