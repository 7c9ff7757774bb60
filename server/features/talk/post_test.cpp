#include <boost/json.hpp>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::wait_for;

class TalkPost : public kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        kit::OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        room = office().group(office().sato, {office().tanaka});
    }
    Result<Message> post(Viewer const& who, std::string body, std::string key) {
        return wait_for(talk().post(who, room, {std::move(body), std::move(key)}));
    }
    std::string refused(Viewer const& who, std::string body) {
        auto const kept = post(who, std::move(body), office().key());
        return kept ? "kept" : kept.problem().code;
    }
    RoomId room;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkPost, kit::both_databases, kit::database_name);

TEST_P(TalkPost, GivenMember_WhenSheWrites_ThenTheMessageIsKeptAndTheRoomIsTold) {
    auto const kept = kit::must(post(office().sato, "会議は14時です", office().key()));
    EXPECT_EQ(kept.seq, 1);
    auto const told = told_to(room_stream(office().minato, room));
    ASSERT_EQ(told.size(), 1u);
    auto const event = boost::json::parse(told[0].json).as_object();
    EXPECT_EQ(event.at("type").as_string(), "talk.message_posted");
    EXPECT_EQ(event.at("message").at("body").as_string(), "会議は14時です");
    EXPECT_EQ(event.at("version").as_int64(), kept.version);
}

TEST_P(TalkPost, GivenMember_WhenSameClientKeyIsSentTwice_ThenOneMessageIsKeptAndTold) {
    auto const key = office().key();
    auto const first = kit::must(post(office().sato, "会議は14時です", key));
    auto const again = kit::must(post(office().sato, "会議は14時です", key));
    EXPECT_EQ(first.seq, again.seq);
    EXPECT_EQ(told_to(room_stream(office().minato, room)).size(), 1u);
    EXPECT_EQ(office().say(office().tanaka, room, "はい").seq, 2);
}

TEST_P(TalkPost, GivenAUsedKey_WhenAnotherBodyComesUnderIt_ThenItIsRefusedAndTheFirstStays) {
    auto const key = office().key();
    kit::must(post(office().sato, "会議は14時です", key));
    auto const other = post(office().sato, "会議は15時です", key);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.problem().status, 422);
    EXPECT_EQ(other.problem().code, "talk.key_reused");
    auto const history = kit::must(wait_for(talk().history(office().sato, room, {})));
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].body, "会議は14時です");
}

TEST_P(TalkPost, GivenTwoPeople_WhenBothUseOneKey_ThenBothMessagesAreKept) {
    auto const key = office().key();
    EXPECT_EQ(kit::must(post(office().sato, "あ", key)).seq, 1);
    EXPECT_EQ(kit::must(post(office().tanaka, "い", key)).seq, 2);
}

TEST_P(TalkPost, GivenAUsedKey_WhenTheSameBodyComesInAnotherRoom_ThenItIsRefused) {
    auto const key = office().key();
    kit::must(post(office().sato, "あ", key));
    auto const other = office().group(office().sato, {office().hara});
    auto const sent = wait_for(talk().post(office().sato, other, {"あ", key}));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.problem().code, "talk.key_reused");
}

TEST_P(TalkPost, GivenARoomThatIsNotMineOrNotThere_WhenIWrite_ThenBothLookAlike) {
    auto const outsider = post(office().hara, "あ", office().key());
    auto const stranger = post(office().nishi, "あ", office().key());
    auto const nowhere =
        wait_for(talk().post(office().sato, RoomId{12345}, {"あ", office().key()}));
    ASSERT_FALSE(outsider);
    ASSERT_FALSE(stranger);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(outsider.problem(), nowhere.problem());
    EXPECT_EQ(stranger.problem(), nowhere.problem());
    EXPECT_EQ(nowhere.problem().status, 404);
}

TEST_P(TalkPost, GivenTextOfEveryKind_WhenPosted_ThenItComesBackByteForByte) {
    std::string const family = "👨‍👩‍👧‍👦";
    for (std::string const& text :
         {family, std::string{"葛󠄀城さん"}, std::string{"𠮷野家"}, std::string{"ﾊﾝｶｸ ｶﾅﾞ"},
          std::string{"が"}, std::string{" 前後に空白 \n"}, std::string{"a\tb\nc"}}) {
        auto const kept = kit::must(post(office().sato, text, office().key()));
        EXPECT_EQ(kept.body, text);
        auto const newest =
            kit::must(wait_for(talk().history(office().tanaka, room, {.limit = 1})));
        ASSERT_EQ(newest.size(), 1u);
        EXPECT_EQ(newest[0].body, text);
    }
}

TEST_P(TalkPost, GivenTextThatCannotBeKept_WhenPosted_ThenTheReasonIsNamedAndNothingIsTold) {
    EXPECT_EQ(refused(office().sato, ""), "talk.empty");
    EXPECT_EQ(refused(office().sato, " \n\t　"), "talk.empty");
    EXPECT_EQ(refused(office().sato, "\u00A0\u2003\u200B"), "talk.empty");
    EXPECT_EQ(refused(office().sato, "a\xff"), "talk.not_utf8");
    EXPECT_EQ(refused(office().sato, std::string{"a\0b", 3}), "talk.control_character");
    EXPECT_EQ(refused(office().sato, "a\rb"), "talk.control_character");
    EXPECT_EQ(refused(office().sato, std::string(5001, 'a')), "talk.too_long");
    EXPECT_EQ(refused(office().sato, std::string(40 * 1024 + 1, 'a')), "talk.too_long");
    EXPECT_EQ(refused(office().sato, std::string(5000, 'a')), "kept");
    EXPECT_EQ(told_to(room_stream(office().minato, room)).size(), 1u);
}

TEST_P(TalkPost,
       GivenFewCharactersOfManyBytes_WhenPosted_ThenTheReasonIsTheirSizeAndNotTheirNumber) {
    std::string families;  // 25 bytes each
    for (int count = 0; count < 1638; ++count) families += "👨‍👩‍👧‍👦";
    EXPECT_EQ(refused(office().sato, families), "kept");
    EXPECT_EQ(refused(office().sato, families + "👨‍👩‍👧‍👦"), "talk.too_large");
}

TEST_P(TalkPost, GivenAKeyThatIsNoUuid_WhenPosted_ThenItIsRefused) {
    for (auto const* key : {"", "1", "00000000-0000-4000-8000-00000000000G"})
        EXPECT_EQ(post(office().sato, "あ", key).problem().code, "talk.bad_key");
}

}  // namespace
}  // namespace horenso::talk
