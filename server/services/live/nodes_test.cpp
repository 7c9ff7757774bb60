#include "services/live/nodes.hpp"

#include <gmock/gmock.h>

#include <mutex>

#include "kit/databases.hpp"
#include "kit/live.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/live/note.hpp"

namespace horenso::live {
namespace {

using kit::other_room;
using kit::room;
using testing::ElementsAre;
using testing::IsEmpty;

Stream const own{OrgId{1}, "person", 1};

/// This node, a database, and whatever another node may do to both.
class LiveAmongNodes : public kit::LiveOnLoops {
protected:
    LiveAmongNodes() {
        live.work_together({.sync = sync,
                            .send = [this](std::vector<std::string> notes) { keep(notes); },
                            .may_serve = [this] { return may_serve.load(); }});
        on(0, [] {});
    }
    ~LiveAmongNodes() override { stop(); }

    static Told message(std::int64_t version, Stream const& stream = room) {
        return {.stream = stream, .version = version, .json = "m" + std::to_string(version)};
    }
    static Told left(std::int64_t version, std::int64_t person) {
        return {
            .what = Told::What::reader_left, .stream = room, .version = version, .person = person};
    }
    /// Another node commits: the stream stands further, and whoever asks learns what is missing.
    void commit(Stream const& stream, int times = 1) {
        auto advance = [&](Tx& tx) -> Result<Done> {
            for (int i = 0; i < times; ++i) tx.advance(stream);
            return Done{};
        };
        horenso::kit::must(horenso::kit::wait_for(store->write(advance)));
    }
    /// And says so on the bus.
    void hear(std::vector<Told> told) {
        for (auto const& note : write_notes("another", in_steps(std::move(told)), 7'900))
            live.hear(note);
    }
    /// What the seat has heard once it is as much as that.
    std::vector<std::string> heard_at_last(Seat& seat, std::size_t count) {
        auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (heard(seat).size() < count && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        return heard(seat);
    }
    void members(std::vector<std::int64_t> now) {
        std::lock_guard lock(mutex);
        readers = std::move(now);
    }
    std::vector<std::string> sent() {
        std::lock_guard lock(mutex);
        return notes_;
    }

    std::atomic<bool> may_serve = true;
    horenso::kit::TemporaryFolder folder;
    std::unique_ptr<Store> store{
        open_sqlite({.file = folder.path() / "horenso.db", .ballast_bytes = 0},
                    find_migrations(embedded::files()))};

private:
    void keep(std::vector<std::string> const& notes) {
        std::lock_guard lock(mutex);
        notes_.insert(notes_.end(), notes.begin(), notes.end());
    }
    Source source(std::string_view kind) {
        auto none = [](Tx&, Reader) { return std::vector<Standing>{}; };
        auto missed = [this](Tx& tx, Stream const& stream, std::int64_t since) {
            Missed all{.version = tx.head(stream).version};
            for (auto v = since + 1; v <= all.version; ++v) all.told.push_back(message(v, stream));
            std::lock_guard lock(mutex);
            if (stream.kind == "room") all.readers = readers;
            if (stream.kind == "person") all.access_of = stream.id;
            return all;
        };
        return {kind, none, {}, missed};
    }

    std::mutex mutex;
    std::vector<std::int64_t> readers{1, 2};
    std::vector<std::string> notes_;

protected:
    Sync sync{{*store, [](Tx&, Reader) { return 0; }, {source("room"), source("person")}}};
};

TEST_F(LiveAmongNodes, GivenNewsOfBothNodesOutOfOrder_WhenAllHasCome_ThenOneOrderIsHeard) {
    sees = {{1, {room}}};
    auto& reader = open(1, person(1));
    deliver({message(2)});
    hear({message(1)});
    EXPECT_THAT(heard_at_last(reader, 2), ElementsAre("m1", "m2"));
    hear({message(1), message(2), message(3)});
    EXPECT_THAT(heard_at_last(reader, 3), ElementsAre("m1", "m2", "m3"));
}

TEST_F(LiveAmongNodes, GivenWhatThisNodeCommits_WhenTold_ThenTheOthersHearOfIt) {
    deliver({message(1)});
    ASSERT_EQ(sent().size(), 1u);
    auto const kind = [](std::string_view name) { return name == "room" ? room.kind : ""; };
    auto const told = read_note("another", sent().front(), kind);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].json, "m1");
}

TEST_F(LiveAmongNodes, GivenALostNote_WhenTheNextComes_ThenTheGapIsFilledFromTheDatabase) {
    sees = {{1, {room}}};
    auto& reader = open(0, person(1));
    commit(room, 3);
    hear({message(3)});
    EXPECT_THAT(heard_at_last(reader, 3), ElementsAre("m1", "m2", "m3"));
}

TEST_F(LiveAmongNodes, GivenNoBusAtAll_WhenAnotherNodeCommits_ThenItIsFoundByLooking) {
    sees = {{1, {room}}, {2, {other_room}}};
    auto& reader = open(0, person(1));
    auto& other = open(1, person(2));
    members({1});
    commit(room, 2);
    EXPECT_THAT(heard_at_last(reader, 2), ElementsAre("m1", "m2"));
    commit(room);
    EXPECT_THAT(heard_at_last(reader, 3), ElementsAre("m1", "m2", "m3"));
    EXPECT_THAT(heard(other), IsEmpty());
}

TEST_F(LiveAmongNodes, GivenAMemberTakenOutUnheard_WhenALaterWordComes_ThenTheyDoNotHearIt) {
    sees = {{1, {room}}, {2, {room}}};
    auto& stays = open(0, person(1));
    auto& goes = open(1, person(2));
    commit(room, 2);
    members({1});
    hear({message(2)});
    EXPECT_THAT(heard_at_last(stays, 2), ElementsAre("m1", "m2"));
    EXPECT_THAT(heard(goes), IsEmpty());
    commit(room);
    hear({message(3)});
    EXPECT_THAT(heard_at_last(stays, 3), ElementsAre("m1", "m2", "m3"));
    EXPECT_THAT(heard(goes), IsEmpty());
}

TEST_F(LiveAmongNodes,
       GivenAMemberTakenOutBehindAGap_WhenTheGapIsFilled_ThenTheyAreNotInvitedBack) {
    sees = {{1, {room}}, {2, {room}}};
    auto& stays = open(0, person(1));
    auto& goes = open(1, person(2));
    commit(room, 2);
    hear({left(3, 2), message(3)});  // of a commit that the answer doesn't know yet
    EXPECT_THAT(heard_at_last(stays, 3), ElementsAre("m1", "m2", "m3"));
    commit(room, 2);
    hear({message(4)});
    EXPECT_THAT(heard_at_last(stays, 4), ElementsAre("m1", "m2", "m3", "m4"));
    EXPECT_THAT(heard(goes), ElementsAre("m1", "m2"));
}

TEST_F(LiveAmongNodes, GivenAMemberAddedUnheard_WhenTheirOwnStreamMoved_ThenTheyHearTheRoom) {
    sees = {{1, {own}}};
    auto& reader = open(0, person(1));
    sees[1] = {own, room};
    commit(own);
    EXPECT_THAT(heard_at_last(reader, 1), ElementsAre("m1"));
    commit(room);
    EXPECT_THAT(heard_at_last(reader, 2), ElementsAre("m1", "m1"));
}

TEST_F(LiveAmongNodes, GivenAMemberAddedUnheard_WhenTheyAreToldToAsk_ThenTheyReadTheRoomAlready) {
    sees = {{1, {own}}};
    auto& reader = open(1, person(1));
    std::atomic<std::size_t> heard_before = 99;
    while_listing = [&](Reader) { heard_before = reader.socket->frames.size() - 1; };
    sees[1] = {own, room};
    commit(own);
    EXPECT_THAT(heard_at_last(reader, 1), ElementsAre("m1"));
    EXPECT_EQ(heard_before, 0u);
    while_listing = {};
}

TEST_F(LiveAmongNodes, GivenSomebodyTakenOutWhileTheirListIsRead_WhenTheRoomGoesOn_ThenUnheard) {
    sees = {{1, {own, room}}, {2, {room}}};
    auto& stays = open(0, person(2));
    auto& goes = open(1, person(1));
    while_listing = [&](Reader) {
        deliver({left(1, 1)});
        on(0, [] {});  // the news is on its way to loop 1, where the list is being read
    };
    commit(own);
    EXPECT_THAT(heard_at_last(goes, 1), ElementsAre("m1"));
    deliver({message(2)});
    EXPECT_THAT(heard_at_last(stays, 1), ElementsAre("m2"));
    EXPECT_THAT(heard(goes), ElementsAre("m1"));
    while_listing = {};
}

TEST_F(LiveAmongNodes, GivenSomebodyJoinsElsewhere_WhenHeardOf_ThenTheyHearWhatFollows) {
    auto& guest = open(1, person(2));
    commit(room);
    hear({{.what = Told::What::reader_joined, .stream = room, .version = 1, .person = 2},
          message(1)});
    commit(room);
    hear({message(2)});
    EXPECT_THAT(heard_at_last(guest, 2), ElementsAre("m1", "m2"));
}

TEST_F(LiveAmongNodes, GivenASessionThatEndsHere_WhenItHasBeenTold_ThenEveryLoopKnowsAtOnce) {
    sees = {{1, {room}}};
    auto& reader = open(1, person(1, 5));
    deliver({kit::ended(1, 5)});
    for (auto const loop : {1, 0}) EXPECT_THAT(forgotten(loop), ElementsAre(testing::Pair(1, 5)));
    EXPECT_EQ(closed(reader), net::CloseCode::signed_out);
    EXPECT_EQ(sent().size(), 1u);  // the others hear of it, too
}

TEST_F(LiveAmongNodes, GivenARevocationNobodyCouldCheck_WhenSomethingIsTold_ThenSocketsEndUnheard) {
    sees = {{1, {room}}};
    auto& reader = open(0, person(1));
    may_serve = false;
    deliver({message(1)});
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!closed(reader) && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    EXPECT_EQ(closed(reader), net::CloseCode::resync);
    EXPECT_THAT(heard(reader), IsEmpty());
}

TEST_F(LiveAmongNodes, GivenTheLastReaderGoes_WhenTheRoomMoves_ThenNothingIsLookedForAnyMore) {
    sees = {{1, {room}}};
    leave(open(0, person(1)));
    commit(room, 2);
    auto& back = open(0, person(1));
    hear({message(3)});  // of a commit not to be seen yet
    commit(room);
    EXPECT_THAT(heard_at_last(back, 3), ElementsAre("m1", "m2", "m3"));
}

}  // namespace
}  // namespace horenso::live
