#include "platform/net/head.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "platform/net/percent.hpp"
#include "platform/text/utf8.hpp"

namespace horenso::net {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Parser = http::request_parser<http::empty_body>;

Problem bad_request() { return {.status = 400, .code = "net.bad_request"}; }

std::string lower(std::string_view text) {
    std::string out{text};
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    return out;
}

std::optional<Method> method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
        case http::verb::head: return Method::get;
        case http::verb::put: return Method::put;
        case http::verb::post: return Method::post;
        case http::verb::patch: return Method::patch;
        case http::verb::delete_: return Method::remove;
        default: return std::nullopt;
    }
}

/// Path and query from the origin form of a target. An encoded slash is refused because it would cut
/// the path elsewhere than the sender did.
bool read_target(std::string_view target, Request& request) {
    auto const path = target.substr(0, target.find('?'));
    if (path.size() < target.size()) request.query = target.substr(path.size() + 1);
    auto decoded = percent_decoded(path);
    if (!path.starts_with('/') || !decoded) return false;
    if (std::count(decoded->begin(), decoded->end(), '/') !=
        std::count(path.begin(), path.end(), '/'))
        return false;
    request.path = std::move(*decoded);
    return text::is_allowed_text(request.path);
}

/// Fields whose second appearance could be read differently by something in front of us.
bool has_twin(Request const& request) {
    constexpr std::array<std::string_view, 7> only_once{
        "host",   "content-length",    "content-type",         "origin",
        "expect", "sec-websocket-key", "sec-websocket-version"};
    return std::any_of(only_once.begin(), only_once.end(), [&](std::string_view name) {
        auto const same = [&](auto const& field) { return field.first == name; };
        return std::count_if(request.headers.begin(), request.headers.end(), same) > 1;
    });
}

/// What a well-formed head asks for beyond what `Parser` checks.
std::optional<Problem> fill(Head& head, Parser& parser) {
    auto& request = head.request;
    for (auto const& field : parser.get())
        request.headers.emplace_back(lower(field.name_string()), field.value());
    if (has_twin(request)) return bad_request();
    if (!request.header("transfer-encoding").empty())
        return Problem{.status = 411, .code = "net.length_required"};
    if (auto length = parser.content_length()) head.content_length = *length;

    head.keep_alive = parser.keep_alive();
    head.asks_upgrade = parser.upgrade() && lower(request.header("upgrade")) == "websocket";
    auto const expected = lower(request.header("expect"));
    if (!expected.empty() && expected != "100-continue")
        return Problem{.status = 417, .code = "net.unknown_expectation"};
    head.expects_continue = !expected.empty();
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> head_size(std::string_view bytes, std::size_t searched) {
    constexpr std::string_view end = "\r\n\r\n";
    auto const at = bytes.find(end, searched < end.size() ? 0 : searched - end.size() + 1);
    if (at == std::string_view::npos) return std::nullopt;
    return at + end.size();
}

Result<Head> read_head(std::string_view bytes) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(bytes.size()));
    parser.body_limit(boost::none);
    boost::system::error_code error;
    auto const used = parser.put(asio::buffer(bytes.data(), bytes.size()), error);
    if (error || used != bytes.size() || !parser.is_header_done()) return bad_request();

    Head head;
    auto const verb = parser.get().method();
    auto const method = method_of(verb);
    if (!method) return Problem{.status = 501, .code = "net.unknown_method"};
    head.request.method = *method;
    head.without_body = verb == http::verb::head;
    if (!read_target(parser.get().target(), head.request)) return bad_request();
    if (auto problem = fill(head, parser)) return std::move(*problem);
    return head;
}

}  // namespace horenso::net
