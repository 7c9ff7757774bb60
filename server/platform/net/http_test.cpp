// The parts of HTTP that need no connection: heads of requests and of replies.
#include <gmock/gmock.h>

#include "platform/net/handshake.hpp"
#include "platform/net/head.hpp"
#include "platform/net/percent.hpp"
#include "platform/net/reply_head.hpp"

namespace horenso::net {
namespace {

using testing::HasSubstr;
using testing::Not;

Result<Head> read(std::string const& lines) { return read_head(lines + "\r\n"); }

std::string code_of(Result<Head> const& head) { return head ? "accepted" : head.problem().code; }

TEST(HttpHead, GivenOrdinaryRequest_WhenRead_ThenAllPartsAreThere) {
    auto const head = read(
        "POST /api/v1/talk/%E5%A0%B1?after=1&text=a%20b+c HTTP/1.1\r\nHost: h\r\n"
        "Cookie: a=1; s=two=2\r\nCookie: t=3\r\nContent-Length: 12\r\nX-CASE: Kept\r\n");
    ASSERT_TRUE(head);
    auto const& request = head->request;
    EXPECT_EQ(request.method, Method::post);
    EXPECT_EQ(request.path, "/api/v1/talk/報");
    EXPECT_EQ(request.query_parameter("text"), "a b c");
    EXPECT_EQ(request.query_parameter("none"), std::nullopt);
    EXPECT_EQ(request.header("x-case"), "Kept");
    EXPECT_EQ(request.cookie("s"), "two=2");
    EXPECT_EQ(request.cookie("t"), "3");
    EXPECT_EQ(request.cookie("u"), "");
    EXPECT_EQ(head->content_length, 12u);
    EXPECT_TRUE(head->keep_alive);
}

TEST(HttpHead, GivenNumberInTheQuery_WhenOutOfRangeOrNoNumber_ThenTheFieldIsNamed) {
    Request request;
    request.query = "limit=40&big=101&not=4x&empty=&min=-9223372036854775809";
    EXPECT_EQ(**request.query_number("limit", 1, 100), 40);
    EXPECT_EQ(*request.query_number("none", 1, 100), std::nullopt);
    for (auto const* name : {"big", "not", "empty", "min"}) {
        auto const number = request.query_number(name, 1, 100);
        ASSERT_FALSE(number);
        EXPECT_EQ(number.problem().fields.at(0).path, name);
    }
}

TEST(HttpHead, GivenIdInThePath_WhenItIsNoPositiveNumber_ThenZero) {
    Request request;
    request.path_parameters = {{"good", "9223372036854775807"},
                               {"minus", "-1"},
                               {"word", "a"},
                               {"tail", "1a"},
                               {"other_spelling", "01"},
                               {"big", "9223372036854775808"}};
    using AnyId = Id<struct AnyTag>;
    EXPECT_EQ(request.id<AnyId>("good").value, 9223372036854775807);
    for (auto const* name : {"minus", "word", "tail", "other_spelling", "big", "none"})
        EXPECT_EQ(request.id<AnyId>(name).value, 0);
}

TEST(HttpHead, GivenHeadInPieces_WhenSearched_ThenItsEndIsFoundOnceItIsThere) {
    std::string const bytes = "GET / HTTP/1.1\r\nHost: h\r\n\r\nrest";
    std::size_t searched = 0;
    for (std::size_t come = 0; come < bytes.size() - 4; ++come) {
        EXPECT_EQ(head_size(std::string_view{bytes}.substr(0, come), searched), std::nullopt);
        searched = come;
    }
    EXPECT_EQ(head_size(bytes, searched), bytes.size() - 4);
}

class HttpSmuggling : public testing::TestWithParam<char const*> {};
INSTANTIATE_TEST_SUITE_P(
    Known, HttpSmuggling,
    testing::Values("Content-Length: 5\r\nContent-Length: 5\r\n",
                    "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5, 6\r\n",
                    "Content-Length: +5\r\n", "Content-Length: -5\r\n", "Content-Length: 0x5\r\n",
                    "Content-Length: 5 5\r\n", "Content-Length:\r\n",
                    "Content-Length: 99999999999999999999999\r\n", "Transfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                    "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: identity\r\n",
                    "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding : chunked\r\n",
                    "Transfer-Encoding\t: chunked\r\n",
                    "Transfer-Encoding:\x0B"
                    "chunked\r\n",
                    "Host: twin\r\n", "Origin: a\r\nOrigin: b\r\n",
                    "Content-Type: a/b\r\nContent-Type: c/d\r\n", "No colon\r\n", ": no name\r\n",
                    "Bad name: x\r\n", "Bare: x\rY: z\r\n", "Bare: x\nY: z\r\n"));

TEST_P(HttpSmuggling, GivenTrick_WhenRead_ThenRefused) {
    EXPECT_NE(code_of(read(std::string{"POST / HTTP/1.1\r\nHost: h\r\n"} + GetParam())),
              "accepted");
}

TEST(HttpHead, GivenNulByte_WhenRead_ThenRefused) {
    std::string const nul(1, '\0');
    EXPECT_EQ(code_of(read("GET /" + nul + " HTTP/1.1\r\nHost: h\r\n")), "net.bad_request");
    EXPECT_EQ(code_of(read("GET / HTTP/1.1\r\nHost: h\r\nX: a" + nul + "b\r\n")),
              "net.bad_request");
}

TEST(HttpHead, GivenOtherVersion_WhenRead_ThenRefusedAnd10DoesNotKeepTheConnection) {
    for (auto const* version :
         {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "http/1.1", "HTTP/1.1 ", "HTTP/11"})
        EXPECT_EQ(code_of(read(std::string{"GET / "} + version + "\r\nHost: h\r\n")),
                  "net.bad_request");
    auto const old = read("GET / HTTP/1.0\r\nHost: h\r\n");
    ASSERT_TRUE(old);
    EXPECT_FALSE(old->keep_alive);
}

TEST(HttpHead, GivenTarget_WhenItIsNoPlainPath_ThenRefused) {
    for (auto const* target : {"*", "http://h/", "h:443", "/%", "/%4", "/%zz", "/a%2Fb", "/a%2fb",
                               "/%00", "/%0d%0a", "/%FF", "/%C0%AF", "/%7F"})
        EXPECT_EQ(code_of(read(std::string{"GET "} + target + " HTTP/1.1\r\nHost: h\r\n")),
                  "net.bad_request")
            << target;
}

TEST(HttpHead, GivenMethodNobodyHas_WhenRead_Then501) {
    for (auto const* method : {"OPTIONS", "TRACE", "CONNECT", "BREW", "get"}) {
        auto const head = read(std::string{method} + " / HTTP/1.1\r\nHost: h\r\n");
        ASSERT_FALSE(head);
        EXPECT_EQ(head.problem().status, 501);
    }
}

TEST(HttpHead, GivenExpectation_WhenNot100Continue_Then417) {
    EXPECT_TRUE(read("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\n")->expects_continue);
    EXPECT_EQ(code_of(read("PUT / HTTP/1.1\r\nHost: h\r\nExpect: wonders\r\n")),
              "net.unknown_expectation");
}

ReplySetting const setting{.date = "Sun, 22 Nov 2026 08:49:37 GMT", .request_id = "0123"};

TEST(HttpReply, GivenReply_WhenFormatted_ThenSecurityFieldsAreThere) {
    auto const head = reply_head(ok("{}"), setting);
    EXPECT_THAT(head,
                testing::StartsWith("HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 08:49:37 GMT\r\n"
                                    "Content-Type: application/json\r\nContent-Length: 2\r\n"));
    for (auto const* field :
         {"Content-Security-Policy: default-src 'none'; script-src 'self';",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'; trusted-types svelte-trusted-html\r\n",
          "X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n",
          "Referrer-Policy: no-referrer\r\n", "Cross-Origin-Opener-Policy: same-origin\r\n",
          "Cross-Origin-Resource-Policy: same-origin\r\n", "Permissions-Policy: camera=()",
          "Cache-Control: no-store\r\n", "X-Request-Id: 0123\r\n"})
        EXPECT_THAT(head, HasSubstr(field));
    EXPECT_THAT(head, testing::EndsWith("\r\n\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("Connection:")));
}

TEST(HttpReply, GivenOwnField_WhenItIsOneOfOurs_ThenItReplacesOursAlone) {
    Reply reply = ok("{}");
    reply.headers = {{"cache-control", "max-age=31536000, immutable"}};
    auto const head = reply_head(reply, setting);
    EXPECT_THAT(head, HasSubstr("cache-control: max-age=31536000, immutable\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("no-store")));
    EXPECT_THAT(head, HasSubstr("X-Frame-Options: DENY\r\n"));
}

TEST(HttpReply, GivenLineBreakInAField_WhenFormatted_ThenThrown) {
    for (auto const* value : {"a\r\nSet-Cookie: x=1", "a\nb", "a\rb"}) {
        Reply reply = no_content();
        reply.headers = {{"Location", value}};
        EXPECT_THROW(reply_head(reply, setting), std::logic_error);
    }
}

TEST(HttpReply, GivenNoContent_WhenFormatted_ThenNeitherLengthNorBody) {
    Reply reply{.status = 304, .body = "left over"};
    EXPECT_THAT(reply_head(reply, setting), Not(HasSubstr("Content-Length")));
    EXPECT_EQ(body_of(reply), "");
    EXPECT_THAT(reply_head(no_content(), setting),
                testing::StartsWith("HTTP/1.1 204 No Content\r\n"));
}

TEST(HttpHandshake, GivenKeyOrVersionThatIsWrong_WhenShaken_ThenRefused) {
    EXPECT_EQ(accept_value("dGhlIHNhbXBsZSBub25jZQ=="),
              "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");  // RFC 6455 §1.3
    Request request;
    request.headers = {{"sec-websocket-version", "13"},
                       {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="}};
    EXPECT_TRUE(shake_hands(request));
    for (auto const* key :
         {"", "dGhlIHNhbXBsZSBub25jZQ=", "dGhlIHNhbXBsZSBub25jZQ===", "dGhlIHNhbXBsZSBub25j!Q=="}) {
        request.headers[1].second = key;
        EXPECT_EQ(shake_hands(request).problem().code, "net.bad_handshake");
    }
    request.headers[0].second = "8";
    EXPECT_EQ(shake_hands(request).problem().status, 426);
}

TEST(HttpPercent, GivenEncodedText_WhenDecoded_ThenBytesOrNothing) {
    EXPECT_EQ(percent_decoded("a%41+%e3%81%82"), "aA+あ");
    EXPECT_EQ(form_decoded("a+%2B"), "a +");
    for (auto const* text : {"%", "%1", "%g1", "%1g", "%-1", "% 1"})
        EXPECT_EQ(percent_decoded(text), std::nullopt);
}

}  // namespace
}  // namespace horenso::net
