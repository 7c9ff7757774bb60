// A node that missed the telling of a room tells the same again.
#include "features/talk/missed.hpp"

#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class TalkMissed : public horenso::kit::OfficeOnBothDatabases {
protected:
    live::Missed missed(live::Missed (*ask)(Tx&, Stream const&, std::int64_t), Stream const& stream,
                        std::int64_t since) {
        auto read = [&](Tx& tx) { return ask(tx, stream, since); };
        return wait_for(store().read(read));
    }
    static std::vector<std::string> texts(std::vector<Told> const& told, std::int64_t after = 0) {
        std::vector<std::string> texts;
        for (auto const& one : told)
            if (one.version > after) texts.push_back(one.json);
        return texts;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkMissed, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkMissed,
       GivenADayInARoom_WhenAskedSinceAnyVersion_ThenTheSameEventsAreToldInTheSameOrder) {
    auto& o = office();
    auto const room = o.group(o.sato, {o.tanaka});
    o.say(o.sato, room, "10時に出ます");
    o.say(o.tanaka, room, "いってらっしゃい");
    must(wait_for(talk().add_members(o.sato, room, {o.hara.person, o.aoki.person})));
    o.say(o.hara, room, "よろしくお願いします");
    must(wait_for(talk().remove_member(o.sato, room, o.aoki.person)));
    o.say(o.sato, room, "戻りました");
    auto const stream = room_stream(o.minato, room);
    auto const told = told_to(stream);
    auto const head = told.back().version;
    for (std::int64_t since = 1; since <= head;
         ++since) {  // version 1 made the room: nobody heard it
        auto const again = missed(missed_in_room, stream, since);
        EXPECT_EQ(texts(again.told), texts(told, since)) << "since " << since;
        EXPECT_EQ(again.version, head);
        EXPECT_THAT(*again.readers, UnorderedElementsAre(o.sato.person.value, o.tanaka.person.value,
                                                         o.hara.person.value));
    }
}

TEST_P(TalkMissed, GivenVeryMuch_WhenAskedSinceTheBeginning_ThenOnlyTheLastIsToldSoThatClientsAsk) {
    auto& o = office();
    auto const room = o.group(o.sato, {o.tanaka});
    for (int i = 0; i < 205; ++i) o.say(o.sato, room, "はい");
    auto const stream = room_stream(o.minato, room);
    auto const head = told_to(stream).back().version;
    auto const again = missed(missed_in_room, stream, 1);
    ASSERT_EQ(again.told.size(), 1u);
    EXPECT_EQ(again.told[0].version, head);
    EXPECT_EQ(missed(missed_in_room, stream, head - 200).told.size(), 200u);
}

TEST_P(TalkMissed, GivenMarksThatMoved_WhenAsked_ThenAllOfThemAreToBeSent) {
    auto& o = office();
    auto const room = o.group(o.sato, {o.tanaka});
    o.say(o.sato, room, "見てください");
    must(wait_for(talk().mark_read(o.tanaka, room, 1)));
    auto const again = missed(missed_marks, marks_stream(o.minato, room), 1);
    ASSERT_EQ(again.told.size(), 1u);
    EXPECT_EQ(again.told[0].what, Told::What::refresh);
    EXPECT_EQ(again.told[0].version, again.version);
    EXPECT_GT(again.version, 1);
}

}  // namespace
}  // namespace horenso::talk
