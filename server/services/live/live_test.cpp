#include <gmock/gmock.h>

#include "kit/live.hpp"

namespace horenso::live {
namespace {

using kit::ended;
using kit::event;
using kit::joined;
using kit::left;
using kit::other_room;
using kit::room;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class LiveDelivery : public kit::LiveOnLoops {};

constexpr char const* hello = R"({"type":"live.hello","version":"1.2.3"})";

TEST_F(LiveDelivery, GivenReadersOnTwoLoops_WhenEventsAreTold_ThenEachHearsItsOwnStreamsInOrder) {
    sees = {{1, {room}}, {2, {other_room}}, {3, {room, other_room}}};
    auto& one = open(0, person(1));
    auto& two = open(1, person(2));
    auto& three = open(1, person(3));
    deliver({event(room, "a")});
    deliver({event(other_room, "b"), event({OrgId{2}, "room", room.id}, "another organisation's")});
    deliver({event(room, "c"), event({OrgId{1}, "directory", room.id}, "another kind's")});
    EXPECT_THAT(heard(one), ElementsAre("a", "c"));
    EXPECT_THAT(heard(two), ElementsAre("b"));
    EXPECT_THAT(heard(three), ElementsAre("a", "b", "c"));
}

TEST_F(LiveDelivery, GivenSomebodyJoinsAndLeaves_WhenToldTogetherWithEvents_ThenTheOrderCounts) {
    sees = {{1, {room}}};
    auto& member = open(0, person(1));
    auto& guest = open(1, person(2));
    deliver({event(room, "before"), joined(room, 2), event(room, "while"), event(room, "there"),
             left(room, 2), event(room, "after")});
    EXPECT_THAT(heard(guest), ElementsAre("while", "there"));
    EXPECT_THAT(heard(member), ElementsAre("before", "while", "there", "after"));
    deliver({joined(room, 2), joined(room, 2), event(room, "again")});
    EXPECT_THAT(heard(guest), ElementsAre("while", "there", "again"));
    deliver({left(room, 2), event(room, "gone")});
    EXPECT_THAT(heard(guest), ElementsAre("while", "there", "again"));
}

TEST_F(LiveDelivery, GivenWhatWasHeard_WhenItIsToldOnceMore_ThenNobodyHearsItTwiceOrBackwards) {
    sees = {{1, {room}}};
    auto& early = open(0, person(1));
    deliver({event(room, "a", 5), event(room, "b", 5), event(room, "c", 6)});
    auto& late = open(1, person(1));
    deliver({event(room, "a", 5), event(room, "c", 6)});
    EXPECT_THAT(heard(early), ElementsAre("a", "b", "c"));
    EXPECT_THAT(heard(late), ElementsAre("a", "c"));
    deliver({event(room, "d", 7), joined(room, 1), event(room, "e", 7)});
    EXPECT_THAT(heard(early), ElementsAre("a", "b", "c", "d", "e"));
    EXPECT_THAT(heard(late), ElementsAre("a", "c", "d", "e"));
}

TEST_F(LiveDelivery, GivenAFrameOfWhichSomeWasHeard_WhenDelivered_ThenThatReaderIsToldToAsk) {
    sees = {{1, {room}}};
    auto& early = open(0, person(1));
    deliver({event(room, "a", 5), event(room, "b", 6)});
    auto& late = open(0, person(1));
    deliver({event(room, "b", 6), event(room, "c", 7)});
    EXPECT_EQ(closed(early), net::CloseCode::resync);
    EXPECT_THAT(heard(early), ElementsAre("a", "b"));
    EXPECT_EQ(closed(late), std::nullopt);
    EXPECT_THAT(heard(late), ElementsAre("b", "c"));
}

TEST_F(LiveDelivery, GivenSomebodyWithTwoSockets_WhenSheJoins_ThenBothHear) {
    auto& phone = open(0, person(1, 1));
    auto& desk = open(1, person(1, 2));
    deliver({joined(room, 1), event(room, "a")});
    EXPECT_THAT(heard(phone), ElementsAre("a"));
    EXPECT_THAT(heard(desk), ElementsAre("a"));
}

TEST_F(LiveDelivery, GivenEventsOfAStreamToldTogether_WhenDelivered_ThenAllReadersShareOneFrame) {
    sees = {{1, {room, other_room}}, {2, {room}}};
    auto& one = open(0, person(1));
    auto& two = open(1, person(2));
    std::string const large(1000, 'x');
    deliver({event(room, "a"), event(other_room, "b"), event(room, large), event(room, "c")});
    EXPECT_THAT(heard(one), ElementsAre("a", large, "c", "b"));
    EXPECT_THAT(heard(two), ElementsAre("a", large, "c"));
    auto const first = on(0, [&] { return one.socket->frames.at(1); });
    auto const second = on(1, [&] { return two.socket->frames.at(1); });
    EXPECT_EQ(first, second);  // one buffer
}

TEST_F(LiveDelivery, GivenASocketNotYetOpen_WhenEventsAreTold_ThenTheHelloStillComesFirst) {
    sees = {{1, {room}}};
    auto& early = make(0, person(1));
    deliver({event(room, "early")});
    on(0, [&] { early.user->opened(*early.socket); });
    deliver({event(room, "a")});
    EXPECT_THAT(everything(early), ElementsAre(hello, "a"));
}

TEST_F(LiveDelivery, GivenAMembershipThatChangesWhileTheListIsRead_WhenOpen_ThenItIsNotMissed) {
    sees = {{1, {other_room}}};
    while_listing = [this](Reader) { deliver({joined(room, 1), left(other_room, 1)}); };
    auto& reader = open(0, person(1));
    deliver({event(room, "joined meanwhile"), event(other_room, "left meanwhile")});
    EXPECT_THAT(heard(reader), ElementsAre("joined meanwhile"));
}

TEST_F(LiveDelivery, GivenARoomLeftAndJoinedWhileTheListIsRead_WhenOpen_ThenTheLastWordCounts) {
    while_listing = [this](Reader) {
        deliver({joined(room, 1), left(room, 1), left(other_room, 1), joined(other_room, 1)});
    };
    auto& reader = open(1, person(1));
    deliver({event(room, "out"), event(other_room, "in")});
    EXPECT_THAT(heard(reader), ElementsAre("in"));
}

TEST_F(LiveDelivery, GivenOneSessionEnds_WhenTold_ThenItsSocketsCloseAndNoOthers) {
    auto& phone = open(0, person(1, 1));
    auto& tab = open(1, person(1, 1));
    auto& desk = open(1, person(1, 2));
    auto& colleague = open(0, person(2, 1));
    auto& stranger = open(0, Reader{OrgId{2}, 1, 1});
    deliver({ended(1, 1)});
    EXPECT_EQ(closed(phone), net::CloseCode::signed_out);
    EXPECT_EQ(closed(tab), net::CloseCode::signed_out);
    EXPECT_EQ(closed(desk), std::nullopt);
    EXPECT_EQ(closed(colleague), std::nullopt);
    EXPECT_EQ(closed(stranger), std::nullopt);
    for (auto const loop : {0, 1}) EXPECT_THAT(forgotten(loop), ElementsAre(Pair(1, 1)));
}

TEST_F(LiveDelivery, GivenAllSessionsOfAPersonEnd_WhenTold_ThenAllHerSocketsClose) {
    auto& phone = open(0, person(1, 1));
    auto& desk = open(1, person(1, 2));
    auto& colleague = open(0, person(2, 1));
    deliver({ended(1, 0)});
    EXPECT_EQ(closed(phone), net::CloseCode::signed_out);
    EXPECT_EQ(closed(desk), net::CloseCode::signed_out);
    EXPECT_EQ(closed(colleague), std::nullopt);
}

TEST_F(LiveDelivery, GivenASessionThatEndsBeforeItsSocketIsOpen_WhenOpened_ThenItIsClosedUnheard) {
    while_listing = [this](Reader) { deliver({ended(1, 1)}); };
    auto& late = open(0, person(1));
    EXPECT_EQ(closed(late), net::CloseCode::signed_out);
    EXPECT_THAT(everything(late), IsEmpty());
}

TEST_F(LiveDelivery, GivenASocketThatIsGone_WhenEventsAreTold_ThenTheOthersStillHear) {
    sees = {{1, {room, other_room}}, {2, {room}}};
    auto& gone = open(0, person(1));
    auto& stays = open(0, person(2));
    leave(gone);
    deliver({event(room, "a"), event(other_room, "b"), joined(other_room, 1), ended(1, 0)});
    EXPECT_THAT(heard(stays), ElementsAre("a"));
    EXPECT_THAT(heard(gone), IsEmpty());
}

TEST_F(LiveDelivery, GivenSocketsThatComeAndGo_WhenAnotherThreadTells_ThenNoStreamHasAHole) {
    sees = {{1, {room}}, {2, {room}}};
    auto& first = open(0, person(1));
    auto& second = open(1, person(2));
    std::jthread teller{[this] {
        for (int i = 0; i < 500; ++i)
            deliver({event(room, std::to_string(i)), joined(other_room, 1), left(other_room, 1)});
    }};
    for (int i = 0; i < 50; ++i) leave(open(i % 2, person(1)));
    teller.join();
    auto const all = heard(first);
    EXPECT_EQ(all, heard(second));
    ASSERT_EQ(all.size(), 500u);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], std::to_string(i));
}

class LiveRefresh : public kit::LiveOnLoops {
protected:
    LiveRefresh() {
        on(0, [this] { refresh.add("room", [this](Stream s) { return whole(s); }); });
    }
    ~LiveRefresh() override { stop(); }

    void change(std::string to, std::vector<Stream> const& streams) {
        on(0, [&] {
            state = std::move(to);
            refresh.changed(streams);
        });
    }
    /// What is due is on its way to the sockets when this returns.
    void tick(std::chrono::milliseconds at) {
        on(0, [&] { refresh.tick(Live::Refresh::Time{at}); });
        for (int turn = 0; turn < 10; ++turn) on(0, [] {});
    }

    Live::Refresh refresh{live, loops};  // on loop 0 only, as `state`
    std::string state;

private:
    Task<Told> whole(Stream stream) { co_return event(stream, state); }
};

using namespace std::chrono_literals;

TEST_F(LiveRefresh, GivenManyChangesOfAStream_WhenASecondIsNotOver_ThenOneIsSentAndTheLatestWaits) {
    sees = {{1, {room}}};
    auto& reader = open(1, person(1));
    change("1", {room});
    change("2", {room, room});
    tick(10s);
    EXPECT_THAT(heard(reader), ElementsAre("2"));
    change("3", {room});
    tick(10s + 100ms);
    change("4", {room});
    tick(10s + 999ms);
    EXPECT_THAT(heard(reader), ElementsAre("2"));
    tick(11s);
    EXPECT_THAT(heard(reader), ElementsAre("2", "4"));
    tick(20s);
    EXPECT_THAT(heard(reader), ElementsAre("2", "4"));
}

TEST_F(LiveRefresh,
       GivenAnotherStreamOrAKindNobodySendsWhole_WhenItChanges_ThenNoneHoldsUpAnother) {
    sees = {{1, {room, other_room, {OrgId{1}, "directory", 0}}}};
    auto& reader = open(0, person(1));
    change("a", {room});
    tick(10s);
    change("b", {other_room, {OrgId{1}, "directory", 0}});
    tick(10s);
    EXPECT_THAT(heard(reader), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace horenso::live
