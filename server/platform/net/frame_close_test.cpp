// RFC 6455 §7: the close frame, its codes and its reason.
#include "platform/net/frame_reading.hpp"

namespace horenso::net {
namespace {

using namespace kit;
using testing::ElementsAre;

std::string close_with(unsigned code, std::string_view reason = {}) {
    std::string payload{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    return client_frame(close_now, payload.append(reason));
}

TEST(FrameClose, GivenNoCode_WhenClosed_ThenAnsweredAsNormal) {
    EXPECT_THAT(said(client_frame(close_now, "")), ElementsAre(closed(CloseCode::normal)));
}

TEST(FrameClose, GivenOneByte_WhenClosed_ThenProtocolError) {
    EXPECT_THAT(said(client_frame(close_now, "\x03")),
                ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(FrameClose, GivenCodeThatMayBeSent_WhenClosed_ThenItIsTheAnswer) {
    for (unsigned const code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013,
                                1014, 3000, 3999, 4000, 4999})
        EXPECT_THAT(said(close_with(code)), ElementsAre(closed(static_cast<CloseCode>(code))));
}

TEST(FrameClose, GivenCodeThatMayNotBeSent_WhenClosed_ThenProtocolError) {
    for (unsigned const code :
         {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        EXPECT_THAT(said(close_with(code)), ElementsAre(broken(CloseCode::protocol_error)));
}

TEST(FrameClose, GivenReason_WhenClosed_ThenUpTo123BytesOfUtf8) {
    EXPECT_THAT(said(close_with(1000, "また明日")), ElementsAre(closed(CloseCode::normal)));
    EXPECT_THAT(said(close_with(1000, std::string(123, 'x'))),
                ElementsAre(closed(CloseCode::normal)));
    EXPECT_THAT(said(close_with(1000, std::string(124, 'x'))),
                ElementsAre(broken(CloseCode::protocol_error)));
    EXPECT_THAT(said(close_with(1000, "\xCE\xBA\xED\xA0\x80")),
                ElementsAre(broken(CloseCode::not_utf8)));
}

TEST(FrameClose, GivenFramesBehindIt_WhenClosed_ThenTheyAreNotHeard) {
    EXPECT_THAT(said(client_frame(text_now, "a") + close_with(1001) + client_frame(text_now, "b")),
                ElementsAre(text("a"), closed(CloseCode::going_away)));
}

}  // namespace
}  // namespace horenso::net
