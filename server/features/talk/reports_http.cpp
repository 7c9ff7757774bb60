#include "features/talk/messages.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

struct ReportBody {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReportBody, (), (reason))

struct OutcomeBody {
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(OutcomeBody, (), (outcome))

using Answer = Task<Result<net::Reply>>;

void write_report(json::Writer& out, Report const& report) {
    out.open_object()
        .field("id", report.id)
        .field("room", report.room)
        .field("seq", report.seq)
        .field("author", report.author)
        .field("reporter", report.reporter)
        .field("reason", report.reason)
        .field("reported_at", report.reported_at.ms);
    if (report.closed)
        out.key("closed")
            .open_object()
            .field("by", report.closed->by)
            .field("at", report.closed->at.ms)
            .field("outcome", report.closed->outcome)
            .close_object();
    out.close_object();
}

Answer report_message(Reports& reports, Viewer const& viewer, net::Request& request) {
    auto body = request.json<ReportBody>();
    if (!body) co_return body.problem();
    auto const seq = request.id<Id<struct SeqTag>>("seq").value;
    auto const room = request.id<RoomId>("room");
    auto const made = co_await reports.report(viewer, room, seq, std::move(body->reason));
    if (!made) co_return made.problem();
    json::Writer out;
    out.open_object().field("id", *made).close_object();
    co_return net::created(out.take());
}

Answer list_reports(Reports& reports, Viewer const& viewer, net::Request&) {
    auto const all = co_await reports.all(viewer);
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("reports").open_array();
    for (auto const& one : *all) write_report(out, one);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer open_report(Reports& reports, Viewer const& viewer, net::Request& request) {
    auto const context = co_await reports.open(viewer, request.id<ReportId>("report"));
    if (!context) co_return context.problem();
    json::Writer out;
    write_report(out.open_object().key("report"), context->report);
    out.field("room_name", context->room_name).key("members").open_array();
    for (auto const person : context->members) out.value(person);
    out.close_array().key("messages").open_array();
    for (auto const& message : context->messages) write_message(out, message);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer close_report(Reports& reports, Viewer const& viewer, net::Request& request) {
    auto body = request.json<OutcomeBody>();
    if (!body) co_return body.problem();
    auto const id = request.id<ReportId>("report");
    auto const done = co_await reports.close(viewer, id, std::move(body->outcome));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Reports& reports) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Reports&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&reports, answer](Viewer const& v, net::Request& r) { return answer(reports, v, r); },
            use);
    };
    std::string const all = "/api/v1/talk/reports";
    router.add({post, "/api/v1/talk/rooms/{room}/messages/{seq}/reports", "member of room",
                member(report_message)});
    router.add({get, all, "permission reports", member(list_reports, access::Use::screen)});
    router.add({post, all + "/{report}/openings", "permission reports", member(open_report)});
    router.add({put, all + "/{report}/outcome", "permission reports", member(close_report)});
}

}  // namespace horenso::talk
