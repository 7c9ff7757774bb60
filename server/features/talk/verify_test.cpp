// What is missing in a room, or too much, is found.
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::IsEmpty;

class TalkVerify : public kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto const &sato = office().sato, &tanaka = office().tanaka;
        office().group(sato, {tanaka}, "空");
        room = office().group(sato, {tanaka});
        for (auto const* body : {"一", "二", "三"}) office().say(sato, room, body);
    }
    void change(Sql sql) {
        auto work = [&](Tx& tx) -> Result<Done> {
            EXPECT_GT(tx.run(sql, office().minato, room), 0);
            return Done{};
        };
        must(wait_for(store().write(work)));
    }
    /// The one that is broken: counter, messages, newest.
    std::vector<std::int64_t> broken() {
        auto const found = wait_for(talk().broken_rooms());
        EXPECT_EQ(found.size(), 1u);
        if (found.empty()) return {};
        EXPECT_EQ(found[0].org, office().minato);
        EXPECT_EQ(found[0].room, room);
        return {found[0].counter, found[0].messages, found[0].newest};
    }
    RoomId room;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkVerify, kit::both_databases, kit::database_name);

TEST_P(TalkVerify, GivenRoomsWithAndWithoutMessages_WhenVerified_ThenNoneIsBroken) {
    EXPECT_THAT(wait_for(talk().broken_rooms()), IsEmpty());
}

TEST_P(TalkVerify, GivenAHole_WhenVerified_ThenTheRoomIsBroken) {
    change("DELETE FROM talk_message WHERE org_id = $1 AND room_id = $2 AND seq = 2");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{3, 2, 3}));
}

TEST_P(TalkVerify, GivenAnEndThatIsCutOff_WhenVerified_ThenTheRoomIsBroken) {
    change("DELETE FROM talk_message WHERE org_id = $1 AND room_id = $2 AND seq = 3");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{3, 2, 2}));
}

TEST_P(TalkVerify, GivenACounterThatWentBack_WhenVerified_ThenTheRoomIsBroken) {
    change("UPDATE stream_head SET seq = 2 WHERE org_id = $1 AND id = $2 AND kind = 'room'");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{2, 3, 3}));
}

TEST_P(TalkVerify, GivenAMessageThatWasMovedBelowTheFirst_WhenVerified_ThenTheRoomIsBroken) {
    change("UPDATE talk_message SET seq = 0 WHERE org_id = $1 AND room_id = $2 AND seq = 1");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{3, 3, 3}));
}

TEST_P(TalkVerify, GivenARoomThatIsGone_WhenVerified_ThenItsMessagesAreNamed) {
    change("DELETE FROM talk_room WHERE org_id = $1 AND room_id = $2");
    EXPECT_EQ(broken(), (std::vector<std::int64_t>{0, 3, 3}));
}

}  // namespace
}  // namespace horenso::talk
