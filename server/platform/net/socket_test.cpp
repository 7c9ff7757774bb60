// WebSockets over real connections.
#include "platform/net/socket.hpp"

#include <gmock/gmock.h>

#include "platform/net/running_server.hpp"

namespace horenso::net {
namespace {

using kit::client_frame;
using kit::Wire;

/// Sends back what it gets.
struct Echo : SocketUser {
    void opened(Socket& opened_socket) override { socket = &opened_socket; }
    void received(std::string_view text) override { socket->send(text_frame(text)); }
    Socket* socket = nullptr;
};

Task<Result<std::unique_ptr<SocketUser>>> open_echo(Request&) {
    co_return std::unique_ptr<SocketUser>{std::make_unique<Echo>()};
}

struct SocketTest : testing::Test {
    SocketTest() { router.add({Method::get, "/live", "anyone", Upgrade{open_echo}}); }

    std::string handshake(kit::RunningServer const& at) {
        return "GET /live HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
               "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: "
               "WebSocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    Router router;
};

TEST_F(SocketTest, GivenHandshakeOfRfc6455_WhenSent_ThenAcceptedAndTextIsEchoed) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(handshake(at) + client_frame(0x81, "報連相"));
    EXPECT_THAT(wire.read_head(),
                testing::HasSubstr("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    EXPECT_EQ(wire.read(11), "\x81\x09報連相");
}

}  // namespace
}  // namespace horenso::net
