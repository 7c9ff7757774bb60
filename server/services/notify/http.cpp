#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/notify/notify.hpp"

namespace horenso::notify {
namespace {

struct SeenBody {
    std::int64_t up_to = 0;
};
BOOST_DESCRIBE_STRUCT(SeenBody, (), (up_to))

struct QuietBody {
    std::string what;
    bool quiet = false;
};
BOOST_DESCRIBE_STRUCT(QuietBody, (), (what, quiet))

using Answer = Task<Result<net::Reply>>;

void write_notice(json::Writer& out, Notice const& notice) {
    out.open_object()
        .field("id", notice.id)
        .field("at", notice.told_at.ms)
        .field("closed_from", notice.closed_from.ms)
        .field("closed_until", notice.closed_until.ms);
    out.key("waiting").open_array();
    for (auto const& one : notice.waiting)
        out.open_object().field("place", one.place).field("messages", one.messages).close_object();
    out.close_array().close_object();
}

std::string mine_json(Mine const& mine) {
    json::Writer out;
    out.open_object().key("notices").open_array();
    for (auto const& notice : mine.notices) write_notice(out, notice);
    out.close_array()
        .field("seen", mine.seen)
        .field("rings", mine.rings)
        .field("holds", mine.holds);
    if (mine.changes_at) out.field("changes_at", mine.changes_at->ms);
    out.key("quiet").open_array();
    for (auto const& what : mine.quiet) out.value(what);
    out.close_array().close_object();
    return out.take();
}

Answer get_notices(Notify& notify, Viewer const& viewer, net::Request&) {
    auto const mine = co_await notify.mine(viewer);
    co_return net::ok(mine_json(mine));
}

Answer see_notices(Notify& notify, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<SeenBody>();
    if (!body) co_return body.problem();
    auto const seen = co_await notify.see(viewer, body->up_to);
    if (!seen) co_return seen.problem();
    co_return net::no_content();
}

Answer set_quiet(Notify& notify, Viewer const& viewer, net::Request& request) {
    auto body = request.json<QuietBody>();
    if (!body) co_return body.problem();
    auto const set = co_await notify.set_quiet(viewer, std::move(body->what), body->quiet);
    if (!set) co_return set.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Notify& notify) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Notify&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&notify, answer](Viewer const& v, net::Request& r) { return answer(notify, v, r); },
            use);
    };
    std::string const base = "/api/v1/notices";
    // A screen asks by itself, and looks at what comes while it stands open.
    router.add({get, base, "member", member(get_notices, access::Use::screen)});
    router.add({put, base + "/seen", "member", member(see_notices, access::Use::screen)});
    router.add({put, base + "/quiet", "member", member(set_quiet)});
}

}  // namespace horenso::notify
