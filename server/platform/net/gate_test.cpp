// Where a request goes, and whether it is let in.
#include "platform/net/gate.hpp"

#include <gmock/gmock.h>

namespace horenso::net {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(HttpRouter, GivenLiteralAndName_WhenBothFit_ThenTheLiteralWins) {
    Router router;
    router.add({.method = Method::get, .pattern = "/people/{person}"});
    router.add({.method = Method::get, .pattern = "/people/me"});
    router.add({.method = Method::get, .pattern = "/{any}/me"});
    EXPECT_EQ(router.find(Method::get, "/people/me").route->pattern, "/people/me");
    EXPECT_EQ(router.find(Method::get, "/rooms/me").route->pattern, "/{any}/me");
    auto const found = router.find(Method::get, "/people/7");
    EXPECT_EQ(found.route->pattern, "/people/{person}");
    EXPECT_THAT(found.parameters, ElementsAre(Pair("person", "7")));
}

TEST(HttpRouter, GivenPath_WhenSegmentsAreMissingOrEmpty_ThenNoRoute) {
    Router router;
    router.add({.method = Method::get, .pattern = "/rooms/{room}"});
    router.add({.method = Method::get, .pattern = "/"});
    EXPECT_EQ(router.find(Method::get, "/").route->pattern, "/");
    for (auto const* path :
         {"/rooms", "/rooms/", "/rooms//", "/rooms/1/", "/rooms/1/x", "//rooms/1", "", "rooms/1"})
        EXPECT_EQ(router.find(Method::get, path).route, nullptr) << path;
}

TEST(HttpRouter, GivenOtherMethod_WhenThePathExists_ThenItsMethodsAreNamed) {
    Router router;
    router.add({.method = Method::get, .pattern = "/rooms/{room}"});
    router.add({.method = Method::patch, .pattern = "/rooms/{other}"});
    auto const found = router.find(Method::post, "/rooms/1");
    EXPECT_EQ(found.route, nullptr);
    EXPECT_THAT(found.allowed, ElementsAre(Method::get, Method::patch));
    EXPECT_THROW(router.add({.method = Method::get, .pattern = "/rooms/{third}"}),
                 std::logic_error);
}

struct HttpGate : testing::Test {
    std::string code(std::string const& lines) {
        auto const head = read_head(lines + "\r\n");
        if (!head) return head.problem().code;
        auto const problem = refuse_foreign(site, *head);
        return problem ? problem->code : "let in";
    }
    Router router;
    Site site = site_of(router, "127.0.0.1", 8080);
};

TEST_F(HttpGate, GivenHost_WhenNotOurs_ThenForeign) {
    for (auto const* host : {"127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"})
        EXPECT_EQ(code("GET / HTTP/1.1\r\nHost: " + std::string{host} + "\r\n"), "let in");
    for (auto const* host : {"127.0.0.1", "localhost", "127.0.0.1:80", "evil.example:8080",
                             "localhost:8080.evil", "xlocalhost:8080", ""})
        EXPECT_EQ(code("GET / HTTP/1.1\r\nHost: " + std::string{host} + "\r\n"), "net.foreign_host")
            << host;
    EXPECT_EQ(code("GET / HTTP/1.1\r\nX: y\r\n"), "net.foreign_host");
}

TEST_F(HttpGate, GivenChange_WhenOriginIsNotOurs_ThenForeign) {
    std::string const start = "POST / HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 0\r\n";
    EXPECT_EQ(code(start + "Origin: http://localhost:8080\r\n"), "let in");
    EXPECT_EQ(code(start + "Origin: http://127.0.0.1:8080\r\n"), "let in");
    EXPECT_EQ(code(start), "net.foreign_origin");
    EXPECT_EQ(code(start + "Sec-Fetch-Site: same-origin\r\n"), "net.foreign_origin");
    for (auto const* origin :
         {"null", "https://localhost:8080", "http://localhost", "http://localhost:8081",
          "http://localhost:8080/", "http://evil.example", ""})
        EXPECT_EQ(code(start + "Origin: " + origin + "\r\n"), "net.foreign_origin") << origin;
}

TEST_F(HttpGate, GivenReading_WhenWithoutOrigin_ThenLetInUnlessItOpensASocket) {
    std::string const start = "GET / HTTP/1.1\r\nHost: localhost:8080\r\n";
    EXPECT_EQ(code(start), "let in");
    EXPECT_EQ(code(start + "Upgrade: websocket\r\nConnection: Upgrade\r\n"), "net.foreign_origin");
}

TEST_F(HttpGate, GivenPort80_WhenNamedWithoutPort_ThenOurs) {
    site = site_of(router, "[::1]", 80);
    EXPECT_EQ(code("GET / HTTP/1.1\r\nHost: [::1]\r\n"), "let in");
    EXPECT_EQ(code("PUT / HTTP/1.1\r\nHost: [::1]:80\r\nOrigin: http://[::1]\r\n"), "let in");
}

TEST_F(HttpGate, GivenLocalSocket_WhenWithoutHostAndOrigin_ThenLetIn) {
    site = Site{.router = &router};
    EXPECT_EQ(code("POST / HTTP/1.1\r\nContent-Length: 0\r\n"), "let in");
}

TEST_F(HttpGate, GivenNamesOfAProxy_WhenCalledByThem_ThenTheirOriginIsHttps) {
    add_name(site, "minato.example", 8080);
    add_name(site, "chat.minato.example:8443", 8080);
    std::string const put = "PUT / HTTP/1.1\r\nHost: ";
    EXPECT_EQ(code(put + "minato.example\r\nOrigin: https://minato.example\r\n"), "let in");
    EXPECT_EQ(code(put + "minato.example:443\r\nOrigin: https://minato.example\r\n"), "let in");
    EXPECT_EQ(code(put + "chat.minato.example:8443\r\n"
                         "Origin: https://chat.minato.example:8443\r\n"),
              "let in");
    EXPECT_EQ(code(put + "minato.example\r\nOrigin: http://minato.example\r\n"),
              "net.foreign_origin");
    EXPECT_EQ(code(put + "minato.example:8080\r\nOrigin: https://minato.example\r\n"),
              "net.foreign_host");
    EXPECT_EQ(code(put + "chat.minato.example\r\nOrigin: https://minato.example\r\n"),
              "net.foreign_host");
}

TEST_F(HttpGate, GivenTls_WhenNamesAreAdded_ThenTheyHaveTheListenersPort) {
    site = site_of(router, "0.0.0.0", 8443, Site::Line::tls);
    add_name(site, "[fd00::1]", 8443);
    std::string const put = "PUT / HTTP/1.1\r\nHost: ";
    EXPECT_EQ(code(put + "[fd00::1]:8443\r\nOrigin: https://[fd00::1]:8443\r\n"), "let in");
    EXPECT_EQ(code(put + "localhost:8443\r\nOrigin: https://localhost:8443\r\n"), "let in");
    EXPECT_EQ(code(put + "localhost:8443\r\nOrigin: http://localhost:8443\r\n"),
              "net.foreign_origin");
    EXPECT_EQ(code(put + "[fd00::1]\r\nOrigin: https://[fd00::1]\r\n"), "net.foreign_host");
}

TEST_F(HttpGate, GivenWhatAProxySaysOfWhoAsks_WhenNoProxyCanHaveSaidIt_ThenItIsNotBelieved) {
    add_name(site, "minato.example", 8080);
    auto const remote = [&](std::string const& host, std::string const& fields) {
        auto const head = read_head("GET / HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "\r\n");
        return std::string{remote_of(site, *head, "127.0.0.1")};
    };
    std::string const one = "X-Forwarded-For: 192.0.2.7\r\n";
    EXPECT_EQ(remote("minato.example", one), "192.0.2.7");
    EXPECT_EQ(remote("minato.example", "X-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n"), "192.0.2.7");
    EXPECT_EQ(remote("minato.example", "X-Forwarded-For: 6.6.6.6\r\n" + one), "192.0.2.7");
    EXPECT_EQ(remote("minato.example", "X-Forwarded-For: 2001:db8::1\r\n"), "2001:db8::1");
    EXPECT_EQ(remote("minato.example", ""), "127.0.0.1");
    EXPECT_EQ(remote("minato.example", "X-Forwarded-For: unknown\r\n"), "127.0.0.1");
    EXPECT_EQ(remote("localhost:8080", one), "127.0.0.1");
    site = site_of(router, "127.0.0.1", 8443, Site::Line::tls);
    EXPECT_EQ(remote("localhost:8443", one), "127.0.0.1");
}

TEST(HttpBody, GivenRoute_WhenTheBodyIsOfAnotherKindOrTooLong_ThenRefused) {
    Route const json{.body_limit = 10};
    Route const csv{.accepts = "text/csv"};
    Route const either{.accepts = "text/csv application/zip"};
    Route const any{.accepts = ""};
    auto const with = [](std::string const& type, std::size_t length) {
        Head head;
        if (!type.empty()) head.request.headers = {{"content-type", type}};
        head.content_length = length;
        return head;
    };
    EXPECT_FALSE(refuse_body(json, with("", 0)));
    EXPECT_FALSE(refuse_body(json, with("application/json", 10)));
    EXPECT_FALSE(refuse_body(json, with("Application/JSON ; charset=utf-8", 10)));
    EXPECT_FALSE(refuse_body(csv, with("text/csv", 10)));
    EXPECT_FALSE(refuse_body(either, with("Application/ZIP", 10)));
    EXPECT_FALSE(refuse_body(either, with("text/csv; charset=utf-8", 10)));
    EXPECT_TRUE(refuse_body(either, with("text/csv application/zip", 10)));
    EXPECT_FALSE(refuse_body(any, with("", 10)));
    EXPECT_EQ(refuse_body(json, with("application/json", 11))->status, 413);
    for (auto const* type :
         {"", "text/plain", "application/jsonp", "application/x-www-form-urlencoded", "text/csv"})
        EXPECT_EQ(refuse_body(json, with(type, 5))->status, 415) << type;
    EXPECT_EQ(refuse_body(json, with("text/plain", 0))->status, 415);
}

}  // namespace
}  // namespace horenso::net
