// WebSockets over real connections.
#include "platform/net/socket.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <optional>

#include "platform/net/running_server.hpp"

namespace horenso::net {
namespace {

using kit::client_frame;
using kit::Wire;
using testing::HasSubstr;
using namespace std::chrono_literals;

/// Sends back what it gets, and does what it is told.
struct Echo : SocketUser {
    explicit Echo(std::atomic<int>& count) : alive(count) { ++alive; }
    ~Echo() override { --alive; }
    void opened(Socket& opened_socket) override { socket = &opened_socket; }
    void received(std::string_view text) override {
        if (text == "throw") throw std::runtime_error{"thrown on purpose"};
        if (text == "sign me out") return socket->close(CloseCode::signed_out);
        if (text == "burst")
            for (int i = 0; i < 100; ++i) socket->send(text_frame("報連相"));
        else
            socket->send(text_frame(text));
    }
    Socket* socket = nullptr;
    std::atomic<int>& alive;
};

using Opened = Result<std::unique_ptr<SocketUser>>;

Task<Opened> open_echo(std::atomic<int>& alive, std::atomic<Socket*>& last) {
    struct Shown : Echo {
        Shown(std::atomic<int>& count, std::atomic<Socket*>& place) : Echo(count), last(place) {}
        void opened(Socket& opened_socket) override {
            Echo::opened(opened_socket);
            last = &opened_socket;
        }
        std::atomic<Socket*>& last;
    };
    co_return std::unique_ptr<SocketUser>{std::make_unique<Shown>(alive, last)};
}

Task<Opened> refuse(Request&) { co_return Problem{.status = 401, .code = "net.not_found"}; }

/// One frame as a server sends it.
struct ServerFrame {
    unsigned first = 0;
    std::string payload = {};
};

ServerFrame read_frame(Wire& wire) {
    auto const number = [&](std::size_t bytes) {
        std::size_t out = 0;
        for (char const c : wire.read(bytes)) out = out << 8 | static_cast<unsigned char>(c);
        return out;
    };
    ServerFrame frame{static_cast<unsigned>(number(1))};
    auto size = number(1);
    if (size == 126)
        size = number(2);
    else if (size == 127)
        size = number(8);
    frame.payload = wire.read(size);
    return frame;
}

int close_code(ServerFrame const& frame) {
    if (frame.first != 0x88 || frame.payload.size() < 2) return 0;
    return static_cast<unsigned char>(frame.payload[0]) << 8 |
           static_cast<unsigned char>(frame.payload[1]);
}

struct SocketTest : testing::TestWithParam<kit::Line> {
    SocketTest() {
        Upgrade const echo = [this](Request&) { return open_echo(alive, last); };
        router.add({Method::get, "/live", "anyone", echo});
        router.add({Method::get, "/closed", "anyone", Upgrade{refuse}});
    }

    std::string handshake(kit::RunningServer const& at, std::string const& path = "/live",
                          std::string const& version = "13") {
        return "GET " + path + " HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
               "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: "
               "WebSocket\r\nSec-WebSocket-Version: " +
               version + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    void join(Wire& wire, kit::RunningServer const& at) {
        wire.send(handshake(at));
        ASSERT_THAT(wire.read_head(), testing::StartsWith("HTTP/1.1 101 "));
    }

    std::atomic<int> alive = 0;
    std::atomic<Socket*> last = nullptr;  // of loop 0
    kit::RunningServer serve(Limits limits = {}, int threads = 2) {
        return kit::RunningServer{router, limits, threads, GetParam()};
    }

    Router router;
};

TEST_P(SocketTest, GivenHandshakeOfRfc6455_WhenSentWithTheFirstText_ThenAcceptedAndEchoed) {
    auto at = serve();
    Wire wire{at};
    wire.send(handshake(at) + client_frame(0x81, "報連相"));
    EXPECT_THAT(wire.read_head(),
                HasSubstr("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    EXPECT_EQ(wire.read(11), "\x81\x09報連相");
}

TEST_P(SocketTest, GivenRequestThatIsNoHandshake_WhenSent_ThenRefusedAsHttp) {
    auto at = serve();
    Wire wire{at};
    wire.send("GET /live HTTP/1.1\r\nHost: " + at.address() + "\r\n\r\n");
    auto const plain = wire.answer();
    EXPECT_EQ(plain.status, 426);
    EXPECT_EQ(plain.fields.at("sec-websocket-version"), "13");
    wire.send(handshake(at, "/live", "8"));
    EXPECT_EQ(wire.answer().status, 426);
    wire.send(handshake(at, "/closed"));
    EXPECT_EQ(wire.answer().status, 401);
    wire.send("GET /live HTTP/1.1\r\nHost: " + at.address() +
              "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    EXPECT_EQ(wire.answer().status, 403);
    EXPECT_EQ(alive, 0);
}

TEST_P(SocketTest, GivenFragmentsAndPings_WhenSent_ThenPongFirstAndTheWholeMessageEchoed) {
    auto at = serve();
    Wire wire{at};
    join(wire, at);
    wire.send(client_frame(0x01, "報") + client_frame(0x89, "are you there") +
              client_frame(0x80, "告"));
    auto const pong = read_frame(wire);
    EXPECT_EQ(pong.first, 0x8Au);
    EXPECT_EQ(pong.payload, "are you there");
    EXPECT_EQ(read_frame(wire).payload, "報告");
}

TEST_P(SocketTest, GivenManyFramesInOneTurn_WhenSent_ThenOneReadGetsThemAll) {
    auto at = serve();
    Wire wire{at};
    join(wire, at);
    wire.send(client_frame(0x81, "burst"));
    wire.wait_readable();
    std::string expected;
    for (int i = 0; i < 100; ++i) expected += *text_frame("報連相");
    EXPECT_EQ(wire.read_what_is_there(), expected);
}

TEST_P(SocketTest, GivenClose_WhenThePeerBegins_ThenItsCodeComesBackAndTheConnectionEnds) {
    auto at = serve();
    Wire wire{at};
    join(wire, at);
    wire.send(client_frame(0x81, "last") + client_frame(0x88, "\x0F\xA7why"));
    EXPECT_EQ(read_frame(wire).payload, "last");
    EXPECT_EQ(close_code(read_frame(wire)), 4007);
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(SocketTest, GivenClose_WhenTheServerBegins_ThenItWaitsForTheAnswer) {
    auto at = serve();
    Wire wire{at};
    join(wire, at);
    wire.send(client_frame(0x81, "sign me out"));
    EXPECT_EQ(close_code(read_frame(wire)), 4003);
    wire.send(client_frame(0x81, "too late") + client_frame(0x88, "\x0F\xA3"));
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(SocketTest, GivenBrokenRules_WhenSent_ThenTheCodeSaysWhichAndTheConnectionEnds) {
    Limits limits;
    limits.socket_message_bytes = 1000;
    auto at = serve(limits);
    std::vector<std::pair<std::string, int>> const cases{
        {client_frame(0x81, "unmasked", 0), 1002},
        {client_frame(0xC1, "reserved bit"), 1002},
        {client_frame(0x82, "binary"), 1003},
        {client_frame(0x81, "\xED\xA0\x80"), 1007},
        {client_frame(0x81, std::string(1001, 'x')), 1009},
        {client_frame(0x81, "throw"), 1011},
        {client_frame(0x88, "\x03\xED"), 1002},
    };
    for (auto const& [bytes, code] : cases) {
        Wire wire{at};
        join(wire, at);
        wire.send(client_frame(0x81, "fine") + bytes + client_frame(0x81, "never heard"));
        EXPECT_EQ(read_frame(wire).payload, "fine");
        EXPECT_EQ(close_code(read_frame(wire)), code);
        wire.send(client_frame(0x88, ""));
        EXPECT_TRUE(wire.is_at_end());
    }
}

TEST_P(SocketTest, GivenConnectionThatIsCut_WhenSeen_ThenItsUserIsDestroyed) {
    auto at = serve({}, 1);
    auto wire = std::make_optional<Wire>(at);
    join(*wire, at);
    EXPECT_EQ(alive, 1);
    wire.reset();
    while (alive > 0) std::this_thread::yield();  // the test's own timeout ends it
}

TEST_P(SocketTest, GivenReaderThatIsTooSlow_WhenItsQueueIsFull_ThenWholeFramesThenResync) {
    Limits limits;
    limits.socket_queue_bytes = 100'000;
    auto at = serve(limits, 1);
    Wire wire{at, 4096};
    join(wire, at);
    auto const frame = text_frame(std::string(30'000, 'x'));
    int sent = 0;
    at.on_loop([&] {
        for (; sent < 1000; ++sent)
            last.load()->send(frame);  // far more than the kernel keeps for a connection
    });
    int whole = 0;
    auto got = read_frame(wire);
    for (; got.first == 0x81; got = read_frame(wire)) {
        ASSERT_EQ(got.payload.size(), 30'000u);
        ++whole;
    }
    EXPECT_LT(whole, sent);
    EXPECT_EQ(close_code(got), 4001);
    wire.send(client_frame(0x88, "\x0F\xA1"));
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(SocketTest, GivenReaderThatKeepsUp_WhenOneTurnSendsMoreThanTheLimit_ThenNothingIsLost) {
    Limits limits;
    limits.socket_queue_bytes = 20'000;
    auto at = serve(limits, 1);
    Wire wire{at};
    join(wire, at);
    auto const frame = text_frame(std::string(1'000, 'x'));
    at.on_loop([&] {
        for (int i = 0; i < 50; ++i) last.load()->send(frame);
    });
    for (int i = 0; i < 50; ++i) EXPECT_EQ(read_frame(wire).payload.size(), 1'000u);
}

TEST_P(SocketTest, GivenPings_WhenTheyAreAnsweredAndThenNot_ThenTheConnectionLivesAndThenEnds) {
    Limits limits;
    limits.ping_period = 1s;
    auto at = serve(limits);
    Wire wire{at};
    join(wire, at);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(read_frame(wire).first, 0x89u);
        wire.send(client_frame(0x8A, ""));
    }
    EXPECT_EQ(read_frame(wire).first, 0x89u);
    EXPECT_TRUE(wire.is_at_end());
    EXPECT_EQ(alive, 0);
}

TEST_P(SocketTest, GivenOpenSockets_WhenTheServerStops_ThenTheyAreToldAndEnd) {
    auto at = serve();
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < 8; ++i) {
        wires.push_back(std::make_unique<Wire>(at));
        join(*wires.back(), at);
    }
    at.loops().stop();
    for (auto const& wire : wires) {
        EXPECT_EQ(close_code(read_frame(*wire)), 1001);
        wire->send(client_frame(0x88, "\x03\xE9"));
        EXPECT_TRUE(wire->is_at_end());
    }
    at.stop();
    EXPECT_EQ(alive, 0);
}

TEST_P(SocketTest, GivenPeerThatDoesNotAnswer_WhenTheServerStops_ThenItEndsWithoutIt) {
    auto at = std::make_optional<kit::RunningServer>(router, Limits{}, 2, GetParam());
    Wire wire{*at};
    join(wire, *at);
    at.reset();
    EXPECT_EQ(close_code(read_frame(wire)), 1001);
    EXPECT_TRUE(wire.is_at_end());
    EXPECT_EQ(alive, 0);
}

INSTANTIATE_TEST_SUITE_P(Lines, SocketTest, testing::Values(kit::Line::plain, kit::Line::tls),
                         [](auto const& line) {
                             return line.param == kit::Line::tls ? "tls" : "plain";
                         });

}  // namespace
}  // namespace horenso::net
