// The whole server over real connections: requests, gates, limits, shutdown.
#include "platform/net/server.hpp"

#include <gmock/gmock.h>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>

#include "platform/net/running_server.hpp"
#include "platform/store/store.hpp"

namespace horenso::net {
namespace {

using kit::Wire;
using testing::HasSubstr;
using testing::Not;

Task<Result<Reply>> say_hello(Request& request) {
    co_return ok("{\"hello\":\"" + request.query_parameter("name").value_or("") + "\"}");
}

Task<Result<Reply>> give_back(Request& request) { co_return created(request.body); }

Task<Result<Reply>> fail(Request&) {
    throw std::runtime_error{"the disk is on fire"};
    co_return no_content();
}

Task<Result<Reply>> say(std::string text) { co_return ok(std::move(text)); }

Task<Result<Reply>> split_reply(Request&) {
    auto reply = no_content();
    reply.headers.emplace_back("Location", "/\r\nSet-Cookie: s=stolen");
    co_return reply;
}

Task<Result<Reply>> be_busy(Request&) {
    throw Store::Busy{};
    co_return no_content();
}

Task<Result<Reply>> refuse(Request& request) {
    co_return Problem{.status = 422,
                      .code = "net.bad_query",
                      .clause = std::string{request.path_parameter("id")}};
}

/// Where a handler waits until the test lets it through.
struct Door {
    std::promise<void> reached;
    std::unique_ptr<boost::asio::steady_timer> timer;
};

Task<Result<Reply>> wait_at(Door& door) {
    auto const here = co_await boost::asio::this_coro::executor;
    door.timer = std::make_unique<boost::asio::steady_timer>(here, std::chrono::hours{1});
    door.reached.set_value();
    boost::system::error_code cancelled;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, cancelled);
    co_await door.timer->async_wait(token);
    door.timer.reset();
    co_return no_content();
}

struct ServerTest : testing::Test {
    ServerTest() {
        router.add({Method::get, "/hello", "anyone", Handler{say_hello}});
        router.add({Method::post, "/things", "anyone", Handler{give_back}});
        router.add({Method::put, "/things/{id}", "anyone", Handler{refuse}});
        router.add({Method::get, "/fail", "anyone", Handler{fail}});
        router.add({Method::get, "/busy", "anyone", Handler{be_busy}});
        router.add({Method::post, "/csv", "anyone", Handler{give_back}, 8, "text/csv"});
    }

    std::string get(kit::RunningServer const& at, std::string const& target) {
        return "GET " + target + " HTTP/1.1\r\nHost: " + at.address() + "\r\n\r\n";
    }
    std::string post(kit::RunningServer const& at, std::string const& target,
                     std::string const& body,
                     std::string const& fields = "Content-Type: application/json\r\n") {
        return "POST " + target + " HTTP/1.1\r\nHost: " + at.address() +
               "\r\nOrigin: " + at.origin() + "\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n" + fields + "\r\n" + body;
    }

    Router router;
};

TEST_F(ServerTest, GivenKeptConnection_WhenTwoRequestsAreSentAtOnce_ThenBothAreAnsweredInOrder) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(get(at, "/hello?name=%E4%BD%90%E8%97%A4+1") + get(at, "/hello?name=2"));
    auto const first = wire.answer();
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, R"({"hello":"佐藤 1"})");
    EXPECT_EQ(wire.answer().body, R"({"hello":"2"})");
}

TEST_F(ServerTest, GivenBody_WhenItIsPosted_ThenTheHandlerGetsIt) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(post(at, "/things", R"({"a":1})"));
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 201);
    EXPECT_EQ(answer.body, R"({"a":1})");
    EXPECT_EQ(answer.fields.at("content-type"), "application/json");
}

TEST_F(ServerTest, GivenHandlerThatThrows_WhenAsked_Then500SaysNothingOfTheReason) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(get(at, "/fail"));
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_THAT(answer.body, Not(HasSubstr("fire")));
    EXPECT_THAT(answer.body, HasSubstr(answer.fields.at("x-request-id")));
    wire.send(get(at, "/busy"));
    EXPECT_EQ(wire.answer().fields.at("retry-after"), "1");
}

TEST_F(ServerTest, GivenProblem_WhenRefused_ThenItIsProblemJsonInTheWordsOfTheCatalogue) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send("PUT /things/2.5.a HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
              "\r\nContent-Length: 0\r\n\r\n");
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.fields.at("content-type"), "application/problem+json");
    EXPECT_THAT(answer.body, HasSubstr(R"("clause":"2.5.a")"));
    EXPECT_THAT(answer.body, HasSubstr(at.catalogue().words("net.bad_query", {}).title));
}

TEST_F(ServerTest, GivenHead_WhenAsked_ThenHeadOfGetWithoutBody) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send("HEAD /hello HTTP/1.1\r\nHost: " + at.address() + "\r\n\r\n" + get(at, "/hello"));
    auto const head = wire.answer(Wire::Body::none);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.fields.at("content-length"), "12");
    EXPECT_EQ(wire.answer().body, R"({"hello":""})");
}

TEST_F(ServerTest, GivenPathOrMethodNobodyHas_WhenAsked_Then404Or405WithAllow) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(get(at, "/nothing") + get(at, "/things") + post(at, "/hello", "{}"));
    EXPECT_EQ(wire.answer().status, 404);
    auto const only_post = wire.answer();
    EXPECT_EQ(only_post.status, 405);
    EXPECT_EQ(only_post.fields.at("allow"), "POST");
    EXPECT_EQ(wire.answer().fields.at("allow"), "GET, HEAD");
}

TEST_F(ServerTest, GivenForeignOriginOrHost_WhenAsked_ThenRefusedBeforeTheHandler) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send("POST /things HTTP/1.1\r\nHost: " + at.address() +
              "\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n\r\n"
              "GET /hello HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    auto const origin = wire.answer();
    EXPECT_EQ(origin.status, 403);
    EXPECT_THAT(origin.body, HasSubstr("net.foreign_origin"));
    EXPECT_EQ(wire.answer().status, 421);
}

TEST_F(ServerTest, GivenRequestThatIsNone_WhenSent_Then400AndTheEnd) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send("\x16\x03\x01 this is TLS\r\n\r\n");
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(answer.fields.at("connection"), "close");
    EXPECT_TRUE(wire.is_at_end());
}

TEST_F(ServerTest, GivenPeerThatHasEndedItsSide_WhenItAsked_ThenItIsStillAnswered) {
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(get(at, "/hello"));
    wire.end_sending();
    EXPECT_EQ(wire.answer().status, 200);
    EXPECT_TRUE(wire.is_at_end());
}

TEST_F(ServerTest,
       GivenReplyLongerThanAnyBuffer_WhenReadSlowly_ThenItComesWholeAndOthersAreServed) {
    std::string const long_text(16 * 1024 * 1024, 'x');
    Handler const send_long = [&](Request&) { return say(long_text); };
    router.add({Method::get, "/long", "anyone", send_long});
    kit::RunningServer at{router, {}, 1};
    Wire slow{at, 4096};
    slow.send(get(at, "/long"));
    EXPECT_EQ(slow.read(9), "HTTP/1.1 ");
    Wire other{at};
    other.send(get(at, "/hello"));
    EXPECT_EQ(other.answer().status, 200);
    EXPECT_EQ(slow.read_head().substr(0, 3), "200");
    EXPECT_TRUE(slow.read(long_text.size()) == long_text);
}

Task<Result<Done>> admit_friends(Request& request) {
    if (request.header("x-friend") == "yes") co_return Done{};
    co_return Problem{.status = 401, .code = "net.bad_query"};
}

TEST_F(ServerTest, GivenALargeBodyOfAStranger_WhenItIsAnnounced_ThenItIsRefusedBeforeItComes) {
    router.add({.method = Method::post,
                .pattern = "/large",
                .authz = "anyone",
                .answer = Handler{give_back},
                .body_limit = 1'000'000,
                .accepts = "",
                .admit = admit_friends});
    kit::RunningServer at{router};
    auto const head = "POST /large HTTP/1.1\r\nHost: " + at.address() +
                      "\r\nOrigin: " + at.origin() + "\r\nContent-Length: 900000\r\n";
    Wire stranger{at};
    stranger.send(head + "\r\n");
    EXPECT_EQ(stranger.answer().status, 401);
    Wire friendly{at};
    friendly.send(head + "X-Friend: yes\r\n\r\n" + std::string(900'000, 'x'));
    EXPECT_EQ(friendly.answer().body.size(), 900'000u);
}

TEST_F(ServerTest, GivenReplyWithALineBreakInAField_WhenSent_Then500) {
    router.add({Method::get, "/split", "anyone", Handler{split_reply}});
    kit::RunningServer at{router};
    Wire wire{at};
    wire.send(get(at, "/split"));
    auto const answer = wire.answer();
    EXPECT_EQ(answer.status, 500);
    EXPECT_FALSE(answer.fields.contains("set-cookie"));
}

TEST_F(ServerTest, GivenRequestUnderWay_WhenTheServerStops_ThenItIsAnsweredAndIdleOnesEnd) {
    Door door;
    Handler const wait = [&](Request&) { return wait_at(door); };
    router.add({Method::get, "/wait", "anyone", wait});
    kit::RunningServer at{router, {}, 1};
    Wire idle{at};
    idle.send(get(at, "/hello"));
    EXPECT_EQ(idle.answer().status, 200);
    Wire busy{at};
    busy.send(get(at, "/wait"));
    door.reached.get_future().wait();

    at.loops().stop();
    EXPECT_TRUE(idle.is_at_end());
    EXPECT_THROW(Wire{at}, std::runtime_error);
    at.on_loop([&] { door.timer->cancel(); });
    auto const answer = busy.answer();
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.fields.at("connection"), "close");
    EXPECT_TRUE(busy.is_at_end());
}

TEST_F(ServerTest, GivenARequestThatHasCome_WhenTheServerStopsBeforeItIsSeen_ThenItIsAnswered) {
    kit::RunningServer at{router};
    Wire at_first_loop{at};
    Wire asking{at};  // at the second
    asking.send(get(at, "/hello"));
    EXPECT_EQ(asking.answer().status, 200);

    // The second loop runs what was posted one after the other, and looks at its connections between
    // the first and the rest: the request comes when only the end is left to run.
    at.loops().post(1, [&] {
        at.loops().post(1, [&] { asking.send(get(at, "/hello")); });
        at.loops().stop();
        EXPECT_TRUE(at_first_loop.is_at_end());
    });
    auto const answer = asking.answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.fields.at("connection"), "close");
    EXPECT_TRUE(asking.is_at_end());
}

TEST_F(ServerTest, GivenAConnectionThatNobodyHasTakenYet_WhenTheServerCloses_ThenItIsAnswered) {
    kit::RunningServer at{router};
    std::optional<Wire> late;
    std::promise<void> sent;
    at.loops().post(0, [&] {
        at.loops().post(0, [&] {
            late.emplace(at);
            late->send(get(at, "/hello"));
            sent.set_value();
        });
        at.server().close();
    });
    sent.get_future().wait();
    EXPECT_EQ(late->answer().status, 200);
    EXPECT_TRUE(late->is_at_end());
}

TEST_F(ServerTest, GivenServerThatIsGone_WhenItsLoopsRun_ThenNobodyListensThere) {
    Catalogue const catalogue{embedded::files()};
    Loops loops{1};
    std::string address;
    {
        Server server{{loops, router, catalogue}, {}};
        address = server.listen({.address = "127.0.0.1:0"});
    }
    Server next{{loops, router, catalogue}, {}};
    EXPECT_EQ(next.listen({.address = address}), address);
    loops.stop();
    loops.run();
}

}  // namespace
}  // namespace horenso::net
