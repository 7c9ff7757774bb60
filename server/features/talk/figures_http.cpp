#include "features/talk/figures.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

Task<Result<net::Reply>> get_figures(Figures& figures, Viewer const& viewer,
                                     net::Request& request) {
    auto month = request.query_parameter("month");
    auto const told = co_await figures.of_month(viewer, std::move(month));
    if (!told) co_return told.problem();
    json::Writer out;
    out.open_object().field("month", told->month).key("departments").open_array();
    for (auto const& one : told->departments) {
        out.open_object().field("department", one.department).field("few", one.few());
        if (!one.few())
            out.field("people", one.people)
                .field("sent", one.sent)
                .field("outside", one.outside)
                .field("urgent", one.urgent);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Figures& figures) {
    auto answer = [&figures](Viewer const& viewer, net::Request& request) {
        return get_figures(figures, viewer, request);
    };
    router.add({net::Method::get, "/api/v1/talk/figures", "head of department",
                door.member(answer, access::Use::screen)});
}

}  // namespace horenso::talk
