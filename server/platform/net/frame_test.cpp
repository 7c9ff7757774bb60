// RFC 6455 §5, case by case, in the order of the well-known conformance suite: framing, pings,
// reserved bits and opcodes, fragmentation, limits, masks.
#include "platform/net/frame.hpp"

#include "platform/net/frame_reading.hpp"

namespace horenso::net {
namespace {

using namespace kit;
using testing::ElementsAre;
using testing::IsEmpty;

std::string with_bytes(std::initializer_list<int> bytes) {
    std::string out;
    for (int const byte : bytes) out.push_back(static_cast<char>(byte));
    return out;
}

class FrameOfSize : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(EachFormOfLength, FrameOfSize,
                         testing::Values(0, 1, 7, 8, 9, 125, 126, 127, 128, 65535, 65536, 65537));

TEST_P(FrameOfSize, GivenText_WhenRead_ThenItIsHeardWhole) {
    std::string payload(GetParam(), 'x');
    for (std::size_t i = 0; i < payload.size(); ++i) payload[i] = static_cast<char>('a' + i % 23);
    EXPECT_THAT(said(client_frame(text_now, payload)), ElementsAre(text(payload)));
}

TEST_P(FrameOfSize, GivenText_WhenFramed_ThenTheHeadIsShortestAndUnmasked) {
    std::string const payload(GetParam(), 'x');
    auto const frame = text_frame(payload);
    auto const size = payload.size();
    std::size_t const head = size < 126 ? 2 : size <= 0xFFFF ? 4 : 10;
    ASSERT_EQ(frame->size(), head + size);
    EXPECT_EQ(frame->substr(head), payload);
    EXPECT_EQ(static_cast<unsigned char>((*frame)[0]), 0x81);
    auto const length = static_cast<unsigned char>((*frame)[1]);
    EXPECT_EQ(length, size < 126 ? size : size <= 0xFFFF ? 126u : 127u);
    std::size_t number = size < 126 ? length : 0;
    for (std::size_t i = 2; i < head; ++i)
        number = number << 8 | static_cast<unsigned char>((*frame)[i]);
    EXPECT_EQ(number, size);
}

TEST(Frame, GivenSeveralTexts_WhenFramedTogether_ThenTheyStandOneAfterTheOther) {
    EXPECT_EQ(*text_frames({"a", "", "報"}), with_bytes({0x81, 1, 'a', 0x81, 0, 0x81, 3}) + "報");
}

TEST(Frame, GivenCloseCode_WhenFramed_ThenItIsTwoBytesBigEndian) {
    EXPECT_EQ(*close_frame(CloseCode::resync), with_bytes({0x88, 2, 0x0F, 0xA1}));
}

TEST(Frame, GivenExampleOfTheStandard_WhenRead_ThenHello) {
    // RFC 6455 §5.7, "a single-frame masked text message"
    auto const bytes =
        with_bytes({0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58});
    EXPECT_THAT(said(bytes), ElementsAre(text("Hello")));
}

TEST(Frame, GivenSeveralMessagesInOnePiece_WhenRead_ThenEachIsHeardInOrder) {
    auto const bytes = client_frame(text_now, "one") + client_frame(text_now, "") +
                       client_frame(ping_now, "p") + client_frame(text_now, "two");
    EXPECT_THAT(said(bytes), ElementsAre(text("one"), text(""), ping("p"), text("two")));
}

TEST(Frame, GivenPings_WhenRead_ThenPayloadUpTo125IsHeard) {
    std::string const bytes_of_any_kind = with_bytes({0, 0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0, 0xff});
    std::string const longest(125, '\xfe');
    EXPECT_THAT(said(client_frame(ping_now, "")), ElementsAre(ping("")));
    EXPECT_THAT(said(client_frame(ping_now, bytes_of_any_kind)),
                ElementsAre(ping(bytes_of_any_kind)));
    EXPECT_THAT(said(client_frame(ping_now, longest)), ElementsAre(ping(longest)));
    EXPECT_THAT(said(client_frame(pong_now, "unasked")), ElementsAre(pong("unasked")));
}

TEST(Frame, GivenControlFrameOf126Bytes_WhenRead_ThenProtocolError) {
    for (auto const kind : {close_now, ping_now, pong_now})
        EXPECT_THAT(said(client_frame(kind, std::string(126, 'x'))),
                    ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenControlFrameWithoutFin_WhenRead_ThenProtocolError) {
    for (auto const kind : {close_now, ping_now, pong_now})
        EXPECT_THAT(said(client_frame(kind & ~fin, "")),
                    ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenReservedBits_WhenRead_ThenProtocolErrorWhateverTheFrame) {
    for (unsigned bits = 1; bits <= 7; ++bits)
        for (auto const kind : {text_now, ping_now, close_now}) {
            auto const bytes = client_frame(text_now, "fine") + client_frame(kind | bits << 4, "x");
            EXPECT_THAT(said(bytes), ElementsAre(text("fine"), broken(CloseCode::protocol_error)));
        }
}

TEST(Frame, GivenReservedOpcode_WhenRead_ThenProtocolError) {
    for (unsigned const opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        EXPECT_THAT(said(client_frame(fin | opcode, "")),
                    ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenBinaryMessage_WhenRead_ThenUnsupported) {
    EXPECT_THAT(said(client_frame(fin | binary_start, "x")),
                ElementsAre(broken(CloseCode::unsupported)));
    EXPECT_THAT(said(client_frame(binary_start, "x")), ElementsAre(broken(CloseCode::unsupported)));
}

TEST(Frame, GivenUnmaskedFrame_WhenRead_ThenProtocolError) {
    for (auto const kind : {text_now, ping_now, close_now})
        EXPECT_THAT(said(client_frame(kind, "", 0)),
                    ElementsAre(broken(CloseCode::protocol_error)));
    EXPECT_THAT(said(client_frame(text_now, std::string(200, 'x'), 0)),
                ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenLengthNotInItsShortestForm_WhenRead_ThenProtocolError) {
    auto const two_bytes = with_bytes({0x81, 0xFE, 0, 125, 1, 2, 3, 4});
    auto const eight_bytes = with_bytes({0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 1, 2, 3, 4});
    auto const negative = with_bytes({0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
    for (auto const& bytes : {two_bytes, eight_bytes, negative})
        EXPECT_THAT(said(bytes), ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenFragments_WhenRead_ThenOneMessage) {
    auto const two = client_frame(text_start, "frag") + client_frame(last_part, "ment");
    EXPECT_THAT(said(two), ElementsAre(text("fragment")));
    auto const empty =
        client_frame(text_start, "") + client_frame(continuation, "") + client_frame(last_part, "");
    EXPECT_THAT(said(empty), ElementsAre(text("")));
    auto const around = client_frame(text_start, "") + client_frame(continuation, "middle") +
                        client_frame(last_part, "") + client_frame(text_now, "next");
    EXPECT_THAT(said(around), ElementsAre(text("middle"), text("next")));
}

TEST(Frame, GivenControlFramesBetweenFragments_WhenRead_ThenTheyAreHeardAtOnce) {
    auto const bytes = client_frame(text_start, "a") + client_frame(ping_now, "1") +
                       client_frame(continuation, "b") + client_frame(pong_now, "2") +
                       client_frame(last_part, "c");
    EXPECT_THAT(said(bytes), ElementsAre(ping("1"), pong("2"), text("abc")));
    auto const ended = client_frame(text_start, "a") + client_frame(close_now, "");
    EXPECT_THAT(said(ended), ElementsAre(closed(CloseCode::normal)));
}

TEST(Frame, GivenContinuationOfNothing_WhenRead_ThenProtocolError) {
    EXPECT_THAT(said(client_frame(last_part, "x")), ElementsAre(broken(CloseCode::protocol_error)));
    EXPECT_THAT(said(client_frame(continuation, "x")),
                ElementsAre(broken(CloseCode::protocol_error)));
    auto const after_whole = client_frame(text_now, "whole") + client_frame(last_part, "x");
    EXPECT_THAT(said(after_whole), ElementsAre(text("whole"), broken(CloseCode::protocol_error)));
    auto const after_fragments =
        client_frame(text_start, "a") + client_frame(last_part, "b") + client_frame(last_part, "c");
    EXPECT_THAT(said(after_fragments), ElementsAre(text("ab"), broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenNewMessageInsideAnother_WhenRead_ThenProtocolError) {
    for (auto const kind : {text_now, text_start, fin | binary_start})
        EXPECT_THAT(said(client_frame(text_start, "a") + client_frame(kind, "b")),
                    ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(Frame, GivenMessageAtTheLimit_WhenRead_ThenHeardAndOneByteMoreIsTooBig) {
    EXPECT_THAT(said(client_frame(text_now, std::string(200, 'x')), 200),
                ElementsAre(text(std::string(200, 'x'))));
    EXPECT_THAT(said(client_frame(text_now, std::string(201, 'x')), 200),
                ElementsAre(broken(CloseCode::too_big)));
    auto const parts = client_frame(text_start, std::string(150, 'x'));
    EXPECT_THAT(said(parts + client_frame(last_part, std::string(50, 'x')), 200),
                ElementsAre(text(std::string(200, 'x'))));
    EXPECT_THAT(said(parts + client_frame(last_part, std::string(51, 'x')), 200),
                ElementsAre(broken(CloseCode::too_big)));
}

TEST(Frame, GivenHeadThatPromisesTooMuch_WhenRead_ThenRefusedBeforeThePayload) {
    auto const exabytes = with_bytes({0x81, 0xFF, 0x0F, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
    EXPECT_THAT(said(exabytes, 64 * 1024), ElementsAre(broken(CloseCode::too_big)));
}

TEST(Frame, GivenUnfinishedFrame_WhenRead_ThenNothingIsHeard) {
    auto const whole = client_frame(text_now, std::string(300, 'x'));
    EXPECT_THAT(said(whole.substr(0, whole.size() - 1)), IsEmpty());
    EXPECT_THAT(said(whole.substr(0, 5)), IsEmpty());
}

}  // namespace
}  // namespace horenso::net
