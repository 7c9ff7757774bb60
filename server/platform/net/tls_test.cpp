// What is TLS's own: certificates, handshakes, and who speaks plain HTTP where TLS is expected. What
// holds for every connection is tried over TLS in socket_test.cpp and limits_test.cpp.
#include "platform/net/tls.hpp"

#include <gmock/gmock.h>

#include <optional>

#include "platform/net/running_server.hpp"

namespace horenso::net {
namespace {

using kit::client_frame;
using kit::Line;
using kit::Wire;
using testing::StartsWith;
using testing::ThrowsMessage;
using namespace std::chrono_literals;

Task<Result<Reply>> give_back(Request& request) {
    co_return ok(request.body.empty() ? request.origin : request.body);
}

struct Echo : SocketUser {
    void opened(Socket& opened_socket) override { socket = &opened_socket; }
    void received(std::string_view text) override { socket->send(text_frame(text)); }
    Socket* socket = nullptr;
};

Task<Result<std::unique_ptr<SocketUser>>> open_echo(Request&) {
    co_return std::unique_ptr<SocketUser>{std::make_unique<Echo>()};
}

struct TlsTest : testing::Test {
    TlsTest() {
        router.add({Method::get, "/", "anyone", Handler{give_back}});
        router.add({Method::post, "/", "anyone", Handler{give_back}, 4 * 1024 * 1024});
        router.add({Method::get, "/live", "anyone", Upgrade{open_echo}});
        before_tls.add({Method::get, "/ca", "anyone", Handler{give_back}});
    }
    std::string head(kit::RunningServer const& at, std::string const& start,
                     std::string const& fields = "") {
        return start + " HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
               "\r\n" + fields + "\r\n";
    }

    Router router, before_tls;
};

std::string refusal(crypto::Identity const& identity) {
    try {
        TlsSetting const setting{identity};
        return "taken";
    } catch (TlsSetting::Bad const& error) {
        return error.what();
    }
}

TEST(TlsSettings, GivenWhatCannotBeUsed_WhenTaken_ThenItIsNamed) {
    auto const good = kit::test_identity();
    auto const other = kit::test_identity();
    EXPECT_EQ(refusal(good), "taken");
    EXPECT_EQ(refusal({good.certificate + other.certificate, good.key}), "taken");
    EXPECT_THAT(refusal({"", good.key}), StartsWith("certificate: "));
    EXPECT_THAT(refusal({good.key, good.key}), StartsWith("certificate: "));
    EXPECT_THAT(refusal({good.certificate, ""}), StartsWith("key: "));
    EXPECT_THAT(refusal({good.certificate, good.certificate}), StartsWith("key: "));
    EXPECT_THAT(refusal({good.certificate, other.key}), StartsWith("certificate and key: "));
    auto const cut = other.certificate.substr(0, other.certificate.size() - 40);
    EXPECT_THAT(refusal({good.certificate + cut, good.key}), StartsWith("chain "));
}

TEST_F(TlsTest, GivenTls_WhenAsked_ThenAnsweredAndToldToComeByTlsOnly) {
    kit::RunningServer at{router, {}, 2, Line::tls};
    Wire wire{at};
    EXPECT_EQ(wire.tls().version(), "TLSv1.3");
    for (int i = 0; i < 2; ++i) {
        wire.send(head(at, "GET /"));
        auto const answer = wire.answer();
        EXPECT_EQ(answer.body, "https://" + at.address());
        EXPECT_EQ(answer.fields.at("strict-transport-security"), "max-age=31536000");
    }
    kit::RunningServer plain{router};
    Wire other{plain};
    other.send(head(plain, "GET /"));
    auto const answer = other.answer();
    EXPECT_EQ(answer.body, "http://" + plain.address());
    EXPECT_FALSE(answer.fields.contains("strict-transport-security"));
}

TEST_F(TlsTest, GivenMegabytes_WhenSentBothWays_ThenEveryByteArrivesAlsoWhenTheReaderIsSlow) {
    kit::RunningServer at{router, {}, 2, Line::tls};
    std::string body;
    for (std::uint32_t i = 0; body.size() < 3'000'000; ++i) body += std::to_string(i * 2654435761u);
    Wire wire{at, 4096};
    wire.send(head(at, "POST /",
                   "Content-Type: application/json\r\nContent-Length: " +
                       std::to_string(body.size()) + "\r\n") +
              body);
    wire.wait_readable();
    EXPECT_EQ(wire.answer().body == body, true);
    wire.send(head(at, "GET /"));
    EXPECT_EQ(wire.answer().status, 200);
}

TEST_F(TlsTest, GivenOldVersionsAndCiphers_WhenOffered_ThenRefused) {
    kit::RunningServer at{router, {}, 1, Line::tls};
    auto const agrees = [&](kit::Offer const& offer) {
        try {
            Wire wire{at, Line::plain};
            return wire.secure(offer).version();
        } catch (std::runtime_error const&) {
            return std::string{"refused"};
        }
    };
    EXPECT_EQ(agrees({.latest = TLS1_2_VERSION}), "TLSv1.2");
    EXPECT_EQ(agrees({.latest = TLS1_1_VERSION}), "refused");
    EXPECT_EQ(agrees({.latest = TLS1_VERSION}), "refused");
    for (auto const* cipher :
         {"ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "AECDH-AES128-SHA"})
        EXPECT_EQ(agrees({.latest = TLS1_2_VERSION, .ciphers = cipher}), "refused") << cipher;
    EXPECT_EQ(agrees({.latest = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES256-GCM-SHA384"}),
              "TLSv1.2");
}

TEST_F(TlsTest, GivenProtocolsByName_WhenOursIsAmongThem_ThenItIsChosenElseRefused) {
    kit::RunningServer at{router, {}, 1, Line::tls};
    Wire both{at, Line::plain};
    EXPECT_EQ(both.secure({.protocols = "\x02h2\x08http/1.1"}).protocol(), "http/1.1");
    Wire none{at, Line::plain};
    EXPECT_EQ(none.secure({}).protocol(), "");
    none.send(head(at, "GET /"));
    EXPECT_EQ(none.answer().status, 200);
    Wire other{at, Line::plain};
    EXPECT_THROW(other.secure({.protocols = "\x02h2"}), std::runtime_error);
}

TEST_F(TlsTest, GivenOpenConnections_WhenTheCertificateIsRenewed_ThenTheyGoOnAndNewOnesSeeTheNew) {
    kit::RunningServer at{router, {}, 2, Line::tls};
    Wire socket{at};
    socket.send(head(at, "GET /live",
                     "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    EXPECT_THAT(socket.read_head(), StartsWith("HTTP/1.1 101 "));
    Wire request{at};
    auto const before = request.tls().serial();

    at.on_loop(
        [&] { at.server().renew(std::make_shared<TlsSetting const>(kit::test_identity())); });
    Wire next{at};
    EXPECT_NE(next.tls().serial(), before);
    socket.send(client_frame(0x81, "still here"));
    EXPECT_EQ(socket.read(12), "\x81\x0Astill here");
    request.send(head(at, "GET /"));
    EXPECT_EQ(request.answer().status, 200);
}

TEST_F(TlsTest, GivenClientThatStopsInTheHandshake_WhenItsTimeIsOver_ThenItIsClosed) {
    Limits limits;
    limits.head_deadline = 1s;
    kit::RunningServer at{router, limits, 1, Line::tls};
    Wire silent{at, Line::plain};
    Wire half{at, Line::plain};
    half.send(std::string_view{"\x16\x03\x01\x02\x00\x01", 6});
    EXPECT_TRUE(silent.is_at_end());
    EXPECT_TRUE(half.is_at_end());
    Wire rubbish{at, Line::plain};
    rubbish.send(std::string_view{"\x16\x03\x01\x00\x02\xFF\xFF", 7});
    rubbish.read(7);  // an alert
    EXPECT_TRUE(rubbish.is_at_end());
    Wire good{at};
    good.send(head(at, "GET /"));
    EXPECT_EQ(good.answer().status, 200);
}

TEST_F(TlsTest, GivenTooManyHandshakes_WhenAnotherBegins_ThenOnlyItIsClosed) {
    Limits limits;
    limits.handshakes = 2;
    kit::RunningServer at{router, limits, 1, Line::tls};
    Wire open{at};
    auto first = std::make_optional<Wire>(at, Line::plain);
    Wire second{at, Line::plain};
    Wire third{at, Line::plain};
    EXPECT_TRUE(third.is_at_end());
    open.send(head(at, "GET /"));
    EXPECT_EQ(open.answer().status, 200);
    first.reset();
    // The loop sees the end of the first before it takes the next, which comes later.
    Wire next{at};
    next.send(head(at, "GET /"));
    EXPECT_EQ(next.answer().status, 200);
}

TEST_F(TlsTest, GivenPlainHttp_WhenItComesWhereTlsIsExpected_ThenItIsLedThere) {
    kit::RunningServer at{router, {}, 1, Line::tls, &before_tls};
    Wire wire{at, Line::plain};
    wire.send(head(at, "GET /t/%E5%A0%B1?a=b%20c"));
    auto answer = wire.answer();
    EXPECT_EQ(answer.status, 308);
    EXPECT_EQ(answer.fields.at("location"), at.origin() + "/t/%E5%A0%B1?a=b%20c");
    EXPECT_FALSE(answer.fields.contains("strict-transport-security"));
    wire.send(head(at, "GET /ca"));
    EXPECT_EQ(wire.answer().status, 200);
    wire.send(head(at, "POST /ca", "Content-Length: 0\r\n"));
    EXPECT_EQ(wire.answer().status, 308);
    Wire foreign{at, Line::plain};
    foreign.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    EXPECT_EQ(foreign.answer().status, 421);
    Wire no_http{at, Line::plain};
    no_http.send("SSH-2.0-x\r\n\r\n");
    EXPECT_EQ(no_http.answer().status, 400);
}

TEST_F(TlsTest, GivenConnections_WhenTheServerStops_ThenIdleOnesHearGoodbyeAndHandshakesEnd) {
    kit::RunningServer at{router, {}, 1, Line::tls};
    Wire idle{at};
    Wire shaking{at, Line::plain};
    shaking.send("\x16");
    at.stop();
    EXPECT_TRUE(idle.is_at_end());
    EXPECT_TRUE(idle.tls().was_told_the_end());
    EXPECT_TRUE(shaking.is_at_end());
}

}  // namespace
}  // namespace horenso::net
