#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;

class TalkMembership : public kit::OfficeOnBothDatabases {
protected:
    Result<Room> create(Viewer const& who, NewRoom draft) {
        return wait_for(talk().create_room(who, std::move(draft)));
    }
    std::vector<std::pair<std::int64_t, bool>> joined_and_left(RoomId room) {
        std::vector<std::pair<std::int64_t, bool>> changes;
        for (auto const& one : told())
            if (one.stream == room_stream(office().minato, room) && one.person != 0)
                changes.emplace_back(one.person, one.what == Told::What::reader_joined);
        return changes;
    }
    using Words = std::vector<std::pair<Told::What, std::int64_t>>;
    /// What was told of a stream, with its versions.
    Words words(Stream const& stream) {
        Words all;
        for (auto const& one : told())
            if (one.stream == stream) all.emplace_back(one.what, one.version);
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkMembership, kit::both_databases, kit::database_name);

TEST_P(TalkMembership, GivenTwoPeople_WhenEachOpensADirectRoom_ThenItIsTheSameRoom) {
    auto const &sato = office().sato, &tanaka = office().tanaka;
    auto const mine = must(create(sato, {RoomKind::direct, "", {tanaka.person}, office().key()}));
    auto const theirs = must(create(tanaka, {RoomKind::direct, "", {sato.person}, office().key()}));
    EXPECT_EQ(mine.id, theirs.id);
    EXPECT_EQ(mine.members.size(), 2u);
}

TEST_P(TalkMembership, GivenADirectRoom_WhenSomebodyIsBroughtInOrLeaves_ThenItIsRefused) {
    auto const room = must(
        create(office().sato, {RoomKind::direct, "", {office().tanaka.person}, office().key()}));
    EXPECT_EQ(
        wait_for(talk().add_members(office().sato, room.id, {office().hara.person})).problem().code,
        "talk.direct_is_for_two");
    EXPECT_EQ(
        wait_for(talk().remove_member(office().sato, room.id, office().sato.person)).problem().code,
        "talk.direct_is_for_two");
}

TEST_P(TalkMembership, GivenAKey_WhenARoomIsMadeTwice_ThenThereIsOneAndAnotherDraftIsRefused) {
    NewRoom const draft{
        RoomKind::group, "福祉フェスタ検討G", {office().tanaka.person}, office().key()};
    auto const first = must(create(office().sato, draft));
    EXPECT_EQ(must(create(office().sato, draft)).id, first.id);
    auto other = draft;
    other.name = "別の名前";
    EXPECT_EQ(create(office().sato, other).problem().code, "talk.key_reused");
}

TEST_P(TalkMembership, GivenAPersonOfAnotherOrganisation_WhenInvited_ThenItIsRefused) {
    auto const made = create(office().sato,
                             {RoomKind::group, "打合せG", {office().nishi.person}, office().key()});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.problem().code, "talk.no_such_person");
}

TEST_P(TalkMembership, GivenBadDrafts_WhenMade_ThenTheReasonIsNamed) {
    auto const code = [&](NewRoom draft) {
        return create(office().sato, std::move(draft)).problem().code;
    };
    EXPECT_EQ(code({RoomKind::group, "", {}, office().key()}), "talk.bad_room_name");
    EXPECT_EQ(code({RoomKind::group, "二\n行", {}, office().key()}), "talk.bad_room_name");
    EXPECT_EQ(code({RoomKind::group, std::string(51, 'a'), {}, office().key()}),
              "talk.bad_room_name");
    EXPECT_EQ(code({RoomKind::direct, "", {}, office().key()}), "talk.direct_needs_one");
    EXPECT_EQ(code({RoomKind::direct, "", {office().sato.person}, office().key()}),
              "talk.direct_needs_one");
}

TEST_P(TalkMembership, GivenANewcomer_WhenSheIsBroughtIn_ThenThePastIsReadableAndNothingIsUnread) {
    auto const room = office().group(office().sato, {office().tanaka});
    office().say(office().sato, room, "前の話");
    must(wait_for(talk().add_members(office().tanaka, room, {office().hara.person})));
    auto const seen = must(wait_for(talk().room(office().hara, room)));
    EXPECT_EQ(seen.unread, 0);
    EXPECT_EQ(must(wait_for(talk().history(office().hara, room, {}))).size(), 1u);
    office().say(office().sato, room, "あとの話");
    EXPECT_EQ(must(wait_for(talk().room(office().hara, room))).unread, 1);
}

TEST_P(TalkMembership, GivenAMember_WhenSheIsTakenOut_ThenSheSeesNothingAnyMoreAndIsToldSo) {
    auto const room = office().group(office().sato, {office().tanaka, office().hara});
    auto const access = [&] {
        auto read = [&](Tx& tx) {
            return directory::access_version(tx, office().minato, office().hara.person);
        };
        return wait_for(store().read(read));
    };
    auto const before = access();
    must(wait_for(talk().remove_member(office().sato, room, office().hara.person)));
    EXPECT_EQ(wait_for(talk().history(office().hara, room, {})).problem().status, 404);
    EXPECT_EQ(
        wait_for(talk().post(office().hara, room, {"まだいます", office().key()})).problem().status,
        404);
    EXPECT_TRUE(wait_for(talk().rooms(office().hara)).empty());
    EXPECT_EQ(access(), before + 1);
    auto const changes = joined_and_left(room);
    EXPECT_EQ(changes.back(), std::pair(office().hara.person.value, false));
}

TEST_P(TalkMembership, GivenAChangeOfMembers_WhenTold_ThenBothStreamsCarryTheirVersionAfterIt) {
    using enum Told::What;
    auto const room = office().group(office().sato, {office().tanaka});
    office().say(office().sato, room, "一");
    must(wait_for(talk().add_members(office().sato, room, {office().hara.person})));
    must(wait_for(talk().remove_member(office().sato, room, office().hara.person)));
    EXPECT_EQ(words(room_stream(office().minato, room)), (Words{{reader_joined, 1},
                                                                {reader_joined, 1},
                                                                {event, 2},
                                                                {reader_joined, 3},
                                                                {event, 3},
                                                                {reader_left, 4},
                                                                {event, 4}}));
    EXPECT_EQ(words(marks_stream(office().minato, room)), (Words{{reader_joined, 1},
                                                                 {reader_joined, 1},
                                                                 {reader_joined, 2},
                                                                 {refresh, 2},
                                                                 {reader_left, 3},
                                                                 {refresh, 3}}));
}

TEST_P(TalkMembership,
       GivenAMemberWhoIsNotMaster_WhenSheTakesSomebodyOut_ThenItIsRefusedButSheMayLeave) {
    auto const room = office().group(office().sato, {office().tanaka, office().hara});
    EXPECT_EQ(
        wait_for(talk().remove_member(office().tanaka, room, office().hara.person)).problem().code,
        "talk.not_master");
    must(wait_for(talk().remove_member(office().tanaka, room, office().tanaka.person)));
    EXPECT_EQ(must(wait_for(talk().room(office().sato, room))).members.size(), 2u);
}

TEST_P(TalkMembership, GivenAMasterWithOthers_WhenTheyLeave_ThenASuccessorIsAskedFor) {
    auto const room = office().group(office().sato, {office().tanaka});
    auto const refused = wait_for(talk().remove_member(office().sato, room, office().sato.person));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "talk.needs_successor");
    EXPECT_EQ(must(wait_for(talk().room(office().tanaka, room))).members.size(), 2u);
    must(wait_for(talk().remove_member(office().sato, room, office().tanaka.person)));
    must(wait_for(talk().remove_member(office().sato, room, office().sato.person)));
    EXPECT_TRUE(wait_for(talk().rooms(office().sato)).empty());
}

}  // namespace
}  // namespace horenso::talk
