// RFC 6455 §8.1: text is UTF-8, however it is cut into frames.
#include "platform/net/frame_reading.hpp"

namespace horenso::net {
namespace {

using namespace kit;
using testing::ElementsAre;
using testing::IsEmpty;

// One of each length, and the first and last of each range.
std::string const good[] = {"κόσμε",
                            "Hello-µ@ßöäüàá-UTF-8!!",
                            "葛\xF3\xA0\x84\x80飾",
                            "𠮷野家👨‍👩‍👧‍👦",
                            "ﾊﾝｶｸ",
                            std::string{"\0", 1},
                            "\x7F",
                            "\xC2\x80",
                            "\xDF\xBF",
                            "\xE0\xA0\x80",
                            "\xED\x9F\xBF",
                            "\xEE\x80\x80",
                            "\xEF\xBF\xBF",
                            "\xF0\x90\x80\x80",
                            "\xF4\x8F\xBF\xBF"};

std::string const bad[] = {
    "\x80",      // a continuation alone
    "\xC0\xAF",  // overlong
    "\xC1\xBF",
    "\xE0\x80\xAF",
    "\xE0\x9F\xBF",
    "\xF0\x80\x80\xAF",
    "\xF0\x8F\xBF\xBF",
    "\xED\xA0\x80",  // surrogates
    "\xED\xBF\xBF",
    "\xED\xA0\x80\xED\xB0\x80",
    "\xF4\x90\x80\x80",  // above U+10FFFF
    "\xF5\x80\x80\x80",
    "\xF8\x88\x80\x80\x80",  // five and six bytes
    "\xFC\x84\x80\x80\x80\x80",
    "\xFE",
    "\xFF",
    "\xC2\x41",  // a character that breaks off
    "\xE3\x81\x41",
    "\xF0\x90\x80\x41",
};

TEST(FrameText, GivenUtf8_WhenInOneFrame_ThenHeard) {
    for (auto const& payload : good)
        EXPECT_THAT(said(client_frame(text_now, payload)), ElementsAre(text(payload)));
}

TEST(FrameText, GivenUtf8_WhenCutIntoTwoFramesAtAnyByte_ThenHeardWhole) {
    for (auto const& payload : good)
        for (std::size_t cut = 0; cut <= payload.size(); ++cut) {
            auto const bytes = client_frame(text_start, payload.substr(0, cut)) +
                               client_frame(last_part, payload.substr(cut));
            EXPECT_THAT(said(bytes), ElementsAre(text(payload)));
        }
}

TEST(FrameText, GivenUtf8_WhenEachByteIsAFrame_ThenHeardWhole) {
    for (auto const& payload : good) {
        auto bytes = client_frame(text_start, "");
        for (char const c : payload) bytes += client_frame(continuation, std::string(1, c));
        EXPECT_THAT(said(bytes + client_frame(last_part, "")), ElementsAre(text(payload)));
    }
}

TEST(FrameText, GivenWhatIsNotUtf8_WhenInOneFrame_ThenRefusedWith1007) {
    for (auto const& payload : bad)
        for (auto const& bytes : {payload, "報連相" + payload, payload + "x"})
            EXPECT_THAT(said(client_frame(text_now, bytes)),
                        ElementsAre(broken(CloseCode::not_utf8)));
}

TEST(FrameText, GivenWhatIsNotUtf8_WhenCutIntoTwoFramesAtAnyByte_ThenRefusedWith1007) {
    for (auto const& payload : bad)
        for (std::size_t cut = 0; cut <= payload.size(); ++cut) {
            auto const bytes = client_frame(text_start, "報" + payload.substr(0, cut)) +
                               client_frame(last_part, payload.substr(cut));
            EXPECT_THAT(said(bytes), ElementsAre(broken(CloseCode::not_utf8)));
        }
}

TEST(FrameText, GivenUnfinishedCharacter_WhenTheMessageEnds_ThenRefusedWith1007) {
    for (std::string const begun :
         {"\xC2", "\xE3\x81", "\xE3", "\xF0\x90\x80", "\xF0\x90", "\xF0"}) {
        EXPECT_THAT(said(client_frame(text_now, "x" + begun)),
                    ElementsAre(broken(CloseCode::not_utf8)));
        auto const bytes = client_frame(text_start, "x" + begun) + client_frame(last_part, "");
        EXPECT_THAT(said(bytes), ElementsAre(broken(CloseCode::not_utf8)));
    }
}

TEST(FrameText, GivenWrongFirstFragment_WhenTheRestHasNotCome_ThenRefusedAlready) {
    EXPECT_THAT(said(client_frame(text_start, "\xED\xA0\x80")),
                ElementsAre(broken(CloseCode::not_utf8)));
    EXPECT_THAT(said(client_frame(text_start, "\xE3\x81")), IsEmpty());
}

TEST(FrameText, GivenPingInsideACharacter_WhenRead_ThenTheCharacterGoesOn) {
    auto const bytes = client_frame(text_start, "\xE5\xA0") + client_frame(ping_now, "\xFF") +
                       client_frame(last_part, "\xB1");
    EXPECT_THAT(said(bytes), ElementsAre(ping("\xFF"), text("報")));
}

}  // namespace
}  // namespace horenso::net
