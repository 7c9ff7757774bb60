// What a server does not take: too much, too slowly, too many. Deadlines are short here; no test
// depends on how long something takes, only on what comes in the end.
#include <gmock/gmock.h>

#include "platform/net/running_server.hpp"

namespace horenso::net {
namespace {

using kit::Wire;
using namespace std::chrono_literals;

Task<Result<Reply>> give_back(Request& request) { co_return ok(request.body); }

struct Routes {
    Routes() {
        router.add({Method::get, "/", "anyone", Handler{give_back}});
        router.add({Method::post, "/", "anyone", Handler{give_back}});
        router.add({Method::post, "/csv", "anyone", Handler{give_back}, 8, "text/csv"});
    }

    std::string head(kit::RunningServer const& at, std::string const& start,
                     std::string const& fields = "") {
        return start + " HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
               "\r\n" + fields + "\r\n";
    }

    Router router;
};

struct LimitsTest : Routes, testing::TestWithParam<kit::Line> {
    kit::RunningServer serve(Limits limits = {}, int threads = 2) {
        return kit::RunningServer{router, limits, threads, GetParam()};
    }
};

/// Sends and reads at the same time, which OpenSSL's connections don't bear.
struct PlainLimits : Routes, testing::Test {};

TEST_P(LimitsTest, GivenBodyTooLong_WhenItIsOnlyAnnounced_Then413AndTheEnd) {
    auto at = serve();
    Wire wire{at};
    wire.send(head(at, "POST /csv", "Content-Type: text/csv\r\nContent-Length: 1000000000\r\n"));
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.fields.at("connection"), "close");
    wire.end_sending();
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(LimitsTest, GivenBodyTooLongOrOfAnotherKind_WhenItHasComeWhole_ThenTheConnectionGoesOn) {
    auto at = serve();
    Wire wire{at};
    wire.send(
        head(at, "POST /csv", "Content-Type: text/csv\r\nContent-Length: 9\r\n") + "123456789" +
        head(at, "POST /csv", "Content-Type: text/html\r\nContent-Length: 8\r\n") + "12345678" +
        head(at, "POST /csv", "Content-Type: text/csv\r\nContent-Length: 8\r\n") + "12345678");
    EXPECT_EQ(wire.answer().status, 413);
    EXPECT_EQ(wire.answer().status, 415);
    EXPECT_EQ(wire.answer().body, "12345678");
}

TEST_P(LimitsTest, GivenClientThatSendsOn_WhenRefused_ThenItStillGetsTheAnswer) {
    auto at = serve();
    Wire wire{at};
    wire.send(head(at, "POST /", "Content-Type: application/json\r\nContent-Length: 900000\r\n"));
    wire.send(std::string(900'000, 'x'));
    EXPECT_EQ(wire.answer().status, 413);
}

TEST_P(LimitsTest, GivenHeadTooLong_WhenSent_Then431) {
    Limits limits;
    limits.header_bytes = 1000;
    auto at = serve(limits);
    Wire whole{at};
    whole.send(head(at, "GET /", "X: " + std::string(2000, 'x') + "\r\n"));
    EXPECT_EQ(whole.answer().status, 431);
    Wire endless{at};
    endless.send("GET /" + std::string(2000, 'x'));
    EXPECT_EQ(endless.answer().status, 431);
    Wire fits{at};
    fits.send(head(at, "GET /", "X: " + std::string(500, 'x') + "\r\n"));
    EXPECT_EQ(fits.answer().status, 200);
}

TEST_P(LimitsTest, GivenHeadThatNeverEnds_WhenTheDeadlineIsOver_Then408) {
    Limits limits;
    limits.head_deadline = 1s;
    auto at = serve(limits);
    Wire wire{at};
    wire.send("GET / HTTP/1.1\r\nHo");
    EXPECT_EQ(wire.answer().status, 408);
    EXPECT_TRUE(wire.is_at_end());
}

TEST_F(PlainLimits, GivenHeadThatDrips_WhenTheDeadlineIsOver_ThenEachByteDoesNotBuyMoreTime) {
    Limits limits;
    limits.head_deadline = 1s;
    kit::RunningServer at{router, limits};
    Wire wire{at};
    auto dripping = std::jthread{[&] {
        for (int i = 0; i < 10'000 && wire.send("x"); ++i) std::this_thread::sleep_for(2ms);
    }};
    EXPECT_EQ(wire.answer().status, 408);
}

TEST_P(LimitsTest, GivenBodyThatNeverComes_WhenTheDeadlineIsOver_Then408) {
    Limits limits;
    limits.body_deadline = 1s;
    auto at = serve(limits);
    Wire wire{at};
    wire.send(head(at, "POST /", "Content-Type: application/json\r\nContent-Length: 10\r\n") +
              "12345");
    EXPECT_EQ(wire.answer().status, 408);
}

TEST_P(LimitsTest, GivenKeptConnection_WhenItIsIdleTooLong_ThenItEndsInSilence) {
    Limits limits;
    limits.idle_deadline = 1s;
    auto at = serve(limits);
    Wire wire{at};
    wire.send(head(at, "GET /"));
    EXPECT_EQ(wire.answer().status, 200);
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(LimitsTest, GivenConnectionThatSaysNothing_WhenTheDeadlineIsOver_ThenItEndsInSilence) {
    Limits limits;
    limits.head_deadline = 1s;
    auto at = serve(limits);
    Wire wire{at};
    EXPECT_TRUE(wire.is_at_end());
}

TEST_P(LimitsTest, GivenExpectation_WhenTheBodyIsWanted_ThenContinueComesFirst) {
    auto at = serve();
    Wire wire{at};
    wire.send(
        head(at, "POST /",
             "Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(wire.read_head(), "HTTP/1.1 100 Continue\r\n\r\n");
    wire.send("{}");
    EXPECT_EQ(wire.answer().body, "{}");
    wire.send(head(at, "POST /csv", "Content-Length: 9\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(wire.answer().status, 413);
}

TEST_P(LimitsTest, GivenAllPlacesTaken_WhenAnotherComes_Then503UntilOneIsFree) {
    Limits limits;
    limits.connections = 2;
    auto at = serve(limits);
    auto first = std::make_unique<Wire>(at);
    Wire second{at};
    for (auto* wire : {first.get(), &second}) {
        wire->send(head(at, "GET /"));
        EXPECT_EQ(wire->answer().status, 200);
    }
    Wire third{at};
    auto const full = third.answer();
    EXPECT_EQ(full.status, 503);
    EXPECT_EQ(full.fields.at("retry-after"), "5");

    third.end_sending();
    EXPECT_TRUE(third.is_at_end());
    first.reset();
    int status = 503;
    while (status == 503) {  // until the server has seen that the first has gone
        Wire again{at};
        again.send(head(at, "GET /"));
        status = again.answer().status;
    }
    EXPECT_EQ(status, 200);
}

INSTANTIATE_TEST_SUITE_P(Lines, LimitsTest, testing::Values(kit::Line::plain, kit::Line::tls),
                         [](auto const& line) {
                             return line.param == kit::Line::tls ? "tls" : "plain";
                         });

}  // namespace
}  // namespace horenso::net
