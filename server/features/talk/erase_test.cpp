// What becomes of talk when somebody retires (clause 3.9).
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Sql mark_retired{R"(
    UPDATE directory_person SET retired = 1 WHERE org_id = $1 AND person_id = $2)"};

class TalkErased : public kit::OfficeOnBothDatabases {
protected:
    /// "rooms 2": what was erased of somebody, who then is gone.
    std::vector<std::string> retire(Viewer const& who) {
        std::vector<std::string> counts;
        auto write = [&](Tx& tx) -> Result<Done> {
            for (auto const& [what, rows] : erase_person(tx, who.org, who.person))
                counts.push_back(what + ' ' + std::to_string(rows));
            tx.run(mark_retired, who.org, who.person);
            return Done{};
        };
        must(wait_for(store().write(write)));
        return counts;
    }
    RoomId direct(Viewer const& one, Viewer const& other) {
        NewRoom draft{RoomKind::direct, "", {other.person}, office().key()};
        return must(wait_for(talk().create_room(one, std::move(draft)))).id;
    }
    std::string post(Viewer const& who, RoomId room) {
        NewMessage draft{"お世話になりました", office().key()};
        auto const kept = wait_for(talk().post(who, room, std::move(draft)));
        return kept ? "" : kept.problem().code;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkErased, kit::both_databases, kit::database_name);

TEST_P(TalkErased, Clause_3_9_GivenAMasterOfAGroup_WhenTheyRetire_ThenAnotherIsAndWordsStay) {
    auto const& [sato, tanaka] = std::tie(office().sato, office().tanaka);
    auto const mine = office().group(sato, {tanaka});
    auto const others = office().group(tanaka, {sato});
    office().say(sato, mine, "引き継ぎます");
    EXPECT_THAT(retire(sato), ElementsAre("rooms 2", "join_requests 0", "later_messages 0"));

    auto const seen = must(wait_for(talk().room(tanaka, mine)));
    EXPECT_EQ(seen.master, tanaka.person);
    EXPECT_THAT(seen.members, ElementsAre(tanaka.person));
    EXPECT_EQ(seen.last->author, sato.person);
    EXPECT_THAT(must(wait_for(talk().room(tanaka, others))).members, ElementsAre(tanaka.person));
    EXPECT_THAT(wait_for(talk().rooms(sato)), IsEmpty());
}

TEST_P(TalkErased, Clause_3_9_GivenADirectRoom_WhenOneRetires_ThenTheOtherReadsButCannotWrite) {
    auto const room = direct(office().sato, office().tanaka);
    auto const said = office().say(office().tanaka, room, "明日の件です");
    EXPECT_THAT(retire(office().sato),
                ElementsAre("rooms 0", "join_requests 0", "later_messages 0"));

    EXPECT_EQ(must(wait_for(talk().history(office().tanaka, room, {}))).size(), 1u);
    EXPECT_EQ(must(wait_for(talk().room(office().tanaka, room))).members.size(), 2u);
    EXPECT_EQ(post(office().tanaka, room), "talk.other_retired");
    auto const readers = must(wait_for(talk().readers(office().tanaka, room, said.seq)));
    EXPECT_THAT(readers.unread, IsEmpty());
}

TEST_P(TalkErased, Clause_3_9_GivenMessagesForLater_WhenTheirAuthorRetires_ThenTheyAreNeverSent) {
    LaterMessages later{{store(), office().clock, office().ids, office().policy}};
    auto const room = office().group(office().sato, {office().tanaka});
    NewMessage draft{"来週もよろしく", office().key()};
    auto const due = office().clock.now() + std::chrono::hours{1};
    auto const kept = must(wait_for(later.keep(office().sato, room, std::move(draft), due)));
    EXPECT_THAT(retire(office().sato),
                ElementsAre("rooms 1", "join_requests 0", "later_messages 1"));
    auto send = [&](Tx& tx) -> Result<Done> {
        later.send_due(tx, {.org = office().minato,
                            .kind = "talk.send_later",
                            .key = std::to_string(kept.id.value),
                            .due_at = due});
        return Done{};
    };
    must(wait_for(store().write(send)));
    EXPECT_THAT(must(wait_for(talk().history(office().tanaka, room, {}))), IsEmpty());
}

TEST_P(TalkErased, GivenSomebodyRetired_WhenInvited_ThenTheyAreNobody) {
    auto const room = office().group(office().sato, {office().tanaka});
    retire(office().hara);
    EXPECT_EQ(
        wait_for(talk().add_members(office().sato, room, {office().hara.person})).problem().code,
        "talk.no_such_person");
}

}  // namespace
}  // namespace horenso::talk
