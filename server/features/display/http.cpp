#include "features/display/display.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::display {
namespace {

std::string board_json(Board const& board) {
    json::Writer out;
    out.open_object()
        .field("name", board.name)
        .field("department", board.department)
        .field("now", board.now.ms)
        .field("today", iso_text(board.today))
        .field("day_name", board.day_name);
    if (board.working_today)
        out.key("working_today")
            .open_object()
            .field("opens", board.working_today->opens)
            .field("closes", board.working_today->closes)
            .close_object();
    out.key("people").open_array();
    for (auto const& person : board.people)
        out.open_object()
            .field("name", person.name)
            .field("department", person.department)
            .field("state", word_of(person.state))
            .close_object();
    out.close_array().field("more", board.more).close_object();
    return out.take();
}

// The cookie is set anew, so that a screen which stands there for years doesn't lose it.
Task<Result<net::Reply>> get_display(Boards const& boards, net::Request& request) {
    auto knock = access::knock_of(request);
    auto const cookie = knock.cookie;
    auto const board = co_await boards.board(std::move(knock));
    if (!board) co_return board.problem();
    auto reply = net::ok(board_json(*board));
    reply.headers.push_back(access::display_cookie_of(request, cookie));
    co_return reply;
}

}  // namespace

void add_routes(net::Router& router, Boards const& boards) {
    net::Handler const show = [&boards](net::Request& request) {
        return get_display(boards, request);
    };
    router.add({net::Method::get, "/api/v1/display", "display", show});
}

}  // namespace horenso::display
