#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"

namespace horenso::access {
namespace {

struct SecondCodeBody {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(SecondCodeBody, (), (code))

std::string codes_json(std::vector<std::string> const& codes) {
    json::Writer out;
    out.open_object().key("codes").open_array();
    for (auto const& code : codes) out.value(code);
    out.close_array().close_object();
    return out.take();
}

Task<Result<net::Reply>> get_second(SecondFactor& second, Viewer const& viewer, net::Request&) {
    auto const view = co_await second.view(viewer);
    json::Writer out;
    out.open_object();
    if (view.since) out.field("since", view.since->ms);
    out.field("recovery_codes", view.recovery_codes).close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> begin_second(SecondFactor& second, Viewer const& viewer,
                                      net::Request& request) {
    auto proof = request.json<Proof>();
    if (!proof) co_return proof.problem();
    auto const secret = co_await second.begin(viewer, *std::move(proof));
    if (!secret) co_return secret.problem();
    json::Writer out;
    out.open_object().field("secret", *secret).close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> confirm_second(SecondFactor& second, Viewer const& viewer,
                                        net::Request& request) {
    auto body = request.json<SecondCodeBody>();
    if (!body) co_return body.problem();
    auto const codes = co_await second.confirm(viewer, std::move(body->code));
    if (!codes) co_return codes.problem();
    co_return net::created(codes_json(*codes));
}

Task<Result<net::Reply>> renew_codes(SecondFactor& second, Viewer const& viewer,
                                     net::Request& request) {
    auto proof = request.json<Proof>();
    if (!proof) co_return proof.problem();
    auto const codes = co_await second.renew_codes(viewer, *std::move(proof));
    if (!codes) co_return codes.problem();
    co_return net::created(codes_json(*codes));
}

Task<Result<net::Reply>> end_second(SecondFactor& second, Viewer const& viewer, net::Request&) {
    auto const done = co_await second.end(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, Door const& door, SecondFactor& second) {
    using enum net::Method;
    auto member =
        [&](Task<Result<net::Reply>> (*answer)(SecondFactor&, Viewer const&, net::Request&)) {
            return door.member([&second, answer](Viewer const& v, net::Request& r) {
                return answer(second, v, r);
            });
        };
    router.add({get, "/api/v1/me/second-factor", "member", member(get_second)});
    router.add({post, "/api/v1/me/second-factor/secret", "member", member(begin_second)});
    router.add({post, "/api/v1/me/second-factor", "member", member(confirm_second)});
    router.add({post, "/api/v1/me/second-factor/codes", "member", member(renew_codes)});
    router.add({remove, "/api/v1/me/second-factor", "member", member(end_second)});
}

}  // namespace horenso::access
