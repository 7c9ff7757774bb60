#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/doubts.hpp"
#include "services/access/known.hpp"
#include "services/access/session_reply.hpp"

namespace horenso::access {
namespace {

struct AnswerBody {
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (mine))

using Answer = Task<Result<net::Reply>>;

void write_use(json::Writer& out, DoubtfulUse const& use) {
    out.open_object()
        .field("at", use.at.ms)
        .field("device", use.device)
        .field("browser", use.client)
        .field("site", use.site)
        .field("here", use.is_here)
        .close_object();
}

void write_doubt(json::Writer& out, Doubt const& doubt) {
    out.open_object()
        .field("id", doubt.id)
        .field("person", doubt.person)
        .field("kind", word_of(doubt.kind))
        .field("told_at", doubt.told_at.ms)
        .field("asks", doubt.asks);
    out.key("uses").open_array();
    write_use(out, doubt.first);
    write_use(out, doubt.second);
    out.close_array();
    if (doubt.answered_at)
        out.field("answered_at", doubt.answered_at->ms).field("sessions", doubt.sessions);
    out.close_object();
}

net::Reply reply_of(std::vector<Doubt> const& doubts) {
    json::Writer out;
    out.open_object().key("doubts").open_array();
    for (auto const& doubt : doubts) write_doubt(out, doubt);
    out.close_array().close_object();
    return net::ok(out.take());
}

Answer list_my_doubts(Doubts& doubts, Viewer const& viewer, net::Request&) {
    auto const mine = co_await doubts.mine(viewer);
    co_return reply_of(mine);
}

Answer list_denied_doubts(Doubts& doubts, Viewer const& viewer, net::Request&) {
    auto const denied = co_await doubts.denied(viewer);
    if (!denied) co_return denied.problem();
    co_return reply_of(*denied);
}

Answer answer_doubt(Doubts& doubts, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<AnswerBody>();
    if (!body) co_return body.problem();
    auto const claim = body->mine ? Claim::mine : Claim::not_mine;
    auto const settled = co_await doubts.settle(viewer, request.id<DoubtId>("doubt"), claim);
    if (!settled) co_return settled.problem();
    auto reply = net::no_content();
    if (settled->signed_out) reply.headers.push_back(forgotten_cookie(request));
    co_return reply;
}

}  // namespace

std::string client_of(net::Request const& request) {
    return browser_name(request.header("user-agent"));
}

void add_routes(net::Router& router, Door const& door, Doubts& doubts) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Doubts&, Viewer const&, net::Request&),
                      Use use = Use::person) {
        return door.member(
            [&doubts, answer](Viewer const& v, net::Request& r) { return answer(doubts, v, r); },
            use);
    };
    std::string const mine = "/api/v1/me/doubts";
    router.add({get, mine, "member", member(list_my_doubts, Use::screen)});
    router.add({post, mine + "/{doubt}/answer", "owner", member(answer_doubt)});
    router.add({get, "/api/v1/access/doubts", "permission sign_in",
                member(list_denied_doubts, Use::screen)});
}

}  // namespace horenso::access
