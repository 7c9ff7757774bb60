#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

class TalkReading : public kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        kit::OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        room = office().group(office().sato, {office().tanaka, office().hara});
    }
    void mark(Viewer const& who, std::int64_t seq) {
        must(wait_for(talk().mark_read(who, room, seq)));
    }
    Readers readers(std::int64_t seq) {
        return must(wait_for(talk().readers(office().sato, room, seq)));
    }
    std::int64_t unread(Viewer const& who) { return must(wait_for(talk().room(who, room))).unread; }
    RoomId room;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkReading, kit::both_databases, kit::database_name);

TEST_P(TalkReading,
       Clause_5_2_GivenAMessage_WhenSomeHaveReadIt_ThenNamesAndTimesAreShownAndWhoHasNot) {
    office().say(office().sato, room, "集合は9時です");
    office().clock.advance(5min);
    mark(office().tanaka, 1);
    auto const seen = readers(1);
    ASSERT_EQ(seen.read.size(), 1u);
    EXPECT_EQ(seen.read[0].person, office().tanaka.person);
    EXPECT_EQ(seen.read[0].at, kit::Office::morning + 5min);
    ASSERT_EQ(seen.unread.size(), 1u);
    EXPECT_EQ(seen.unread[0], office().hara.person);
}

TEST_P(TalkReading, GivenAnOldMessage_WhenTheMarkRisesFurther_ThenItsTimeOfReadingStays) {
    office().say(office().sato, room, "一つ目");
    office().clock.advance(1min);
    mark(office().tanaka, 1);
    office().say(office().sato, room, "二つ目");
    office().clock.advance(10min);
    mark(office().tanaka, 2);
    EXPECT_EQ(readers(1).read[0].at, kit::Office::morning + 1min);
    EXPECT_EQ(readers(2).read[0].at, kit::Office::morning + 11min);
}

TEST_P(TalkReading, GivenAMark_WhenALowerOneComesLater_ThenItStays) {
    for (auto const* text : {"一", "二", "三"}) office().say(office().sato, room, text);
    mark(office().tanaka, 3);
    mark(office().tanaka, 1);
    EXPECT_EQ(unread(office().tanaka), 0);
}

TEST_P(TalkReading, GivenAMarkPastTheNewest_WhenAMessageFollows_ThenItIsUnread) {
    office().say(office().sato, room, "一");
    mark(office().tanaka, 1'000'000);
    office().say(office().sato, room, "二");
    EXPECT_EQ(unread(office().tanaka), 1);
}

TEST_P(TalkReading, GivenMyOwnMessages_WhenCounted_ThenTheyAreNotUnread) {
    office().say(office().sato, room, "一");
    office().say(office().tanaka, room, "二");
    EXPECT_EQ(unread(office().sato), 1);
    EXPECT_EQ(unread(office().tanaka), 1);
    EXPECT_EQ(unread(office().hara), 2);
}

TEST_P(TalkReading, GivenMoreThanAHundredUnread_WhenCounted_ThenAHundredIsSaid) {
    for (int i = 0; i < 105; ++i) office().say(office().sato, room, "つづき");
    EXPECT_EQ(unread(office().tanaka), 100);
}

TEST_P(TalkReading, GivenAMark_WhenItRises_ThenItsStreamIsRefreshedWithEverybodysMarks) {
    office().say(office().sato, room, "一");
    mark(office().tanaka, 1);
    auto const stream = marks_stream(office().minato, room);
    ASSERT_FALSE(told().empty());
    EXPECT_EQ(told().back().what, Told::What::refresh);
    EXPECT_EQ(told().back().stream, stream);
    EXPECT_EQ(told().back().version, 2);  // the first was the room's beginning
    auto const event = wait_for(talk().marks_event(stream));
    EXPECT_EQ(event.stream, stream);
    EXPECT_EQ(event.version, 2);
    EXPECT_EQ(event.json, R"({"type":"talk.marks","stream":"marks:)" + std::to_string(room.value) +
                              R"(","version":2,"marks":[{"person":")" +
                              std::to_string(office().tanaka.person.value) + R"(","seq":1}]})");
}

TEST_P(TalkReading, GivenAMarkThatDoesNotRise_WhenKept_ThenNothingIsTold) {
    office().say(office().sato, room, "一");
    mark(office().tanaka, 1);
    auto const before = told().size();
    mark(office().tanaka, 1);
    EXPECT_EQ(told().size(), before);
}

TEST_P(TalkReading, GivenANewcomer_WhenReadersOfOldAndNewMessagesAreAsked_ThenSheCountsForTheNew) {
    office().say(office().sato, room, "前の話");
    must(wait_for(talk().add_members(office().sato, room, {office().aoki.person})));
    office().say(office().sato, room, "あとの話");
    auto const lists = [&](std::int64_t seq) {
        auto const seen = readers(seq);
        return std::pair{seen.read.size(), seen.unread.size()};
    };
    EXPECT_EQ(lists(1), std::pair(0ul, 2ul));  // 田中, 原
    EXPECT_EQ(lists(2), std::pair(0ul, 3ul));
    mark(office().aoki, 2);
    EXPECT_EQ(lists(1), std::pair(0ul, 2ul));
    EXPECT_EQ(lists(2), std::pair(1ul, 2ul));
    EXPECT_EQ(readers(2).read[0].person, office().aoki.person);
}

TEST_P(TalkReading, GivenAReader_WhenSheLeavesAndComesBack_ThenWhatWasThereBeforeCountsNoMore) {
    office().say(office().sato, room, "一");
    mark(office().tanaka, 1);
    must(wait_for(talk().remove_member(office().sato, room, office().tanaka.person)));
    must(wait_for(talk().add_members(office().sato, room, {office().tanaka.person})));
    auto const seen = readers(1);
    EXPECT_TRUE(seen.read.empty());
    EXPECT_EQ(seen.unread, std::vector{office().hara.person});
    auto const event = wait_for(talk().marks_event(marks_stream(office().minato, room)));
    EXPECT_NE(event.json.find(R"("seq":1,"joined_seq":1)"), std::string::npos);
}

TEST_P(TalkReading, GivenAnOutsider_WhenSheMarksOrAsks_ThenThereIsNoSuchRoom) {
    office().say(office().sato, room, "一");
    EXPECT_EQ(wait_for(talk().mark_read(office().aoki, room, 1)).problem().status, 404);
    EXPECT_EQ(wait_for(talk().readers(office().nishi, room, 1)).problem().status, 404);
    EXPECT_EQ(wait_for(talk().readers(office().sato, room, 2)).problem().code,
              "talk.message_not_found");
}

TEST_P(TalkReading, GivenManyMessages_WhenPagesAreRead_ThenEachMessageComesOnceInOrder) {
    for (int i = 1; i <= 100; ++i) office().say(office().sato, room, std::to_string(i));
    std::vector<std::int64_t> seen;
    std::optional<std::int64_t> before;
    for (;;) {
        auto const page =
            must(wait_for(talk().history(office().hara, room, {.before = before, .limit = 40})));
        if (page.empty()) break;
        for (auto message = page.rbegin(); message != page.rend(); ++message)
            seen.push_back(message->seq);
        before = page.front().seq;
    }
    ASSERT_EQ(seen.size(), 100u);
    for (std::size_t i = 0; i < seen.size(); ++i)
        EXPECT_EQ(seen[i], static_cast<std::int64_t>(100 - i));
    auto const after = must(wait_for(talk().history(office().hara, room, {.after = 97})));
    ASSERT_EQ(after.size(), 3u);
    EXPECT_EQ(after[0].seq, 98);
}

TEST_P(TalkReading, Clause_B5_GivenSomebodyOnLeave_ThenNobodyWaitsForThemUntilTheyAreBack) {
    office().say(office().sato, room, "集合は9時です");
    auto const whose = office().hara.person;
    must(wait_for(
        office().directory.set_leave(office().aoki, whose, directory::Leave{"2026-11-24", {}})));
    EXPECT_EQ(readers(1).unread, std::vector{office().tanaka.person});
    must(wait_for(office().directory.set_leave(office().aoki, whose, std::nullopt)));
    EXPECT_EQ(readers(1).unread.size(), 2u);
}

}  // namespace
}  // namespace horenso::talk
