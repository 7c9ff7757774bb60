// The whole server over real connections: requests, gates, limits, shutdown.
#include "platform/net/server.hpp"

#include <gmock/gmock.h>

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

Task<Result<Reply>> be_busy(Request&) {
    throw Store::Busy{};
    co_return no_content();
}

Task<Result<Reply>> refuse(Request& request) {
    co_return Problem{.status = 422,
                      .code = "net.bad_query",
                      .clause = std::string{request.path_parameter("id")}};
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

}  // namespace
}  // namespace horenso::net
