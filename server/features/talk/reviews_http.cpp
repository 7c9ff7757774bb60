#include "features/talk/talk.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

struct AnswerBody {
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (answer))

using Reply = Task<Result<net::Reply>>;

void write_duty(json::Writer& out, Duty const& duty) {
    out.open_object()
        .field("department", duty.department)
        .field("posts", duty.posts)
        .field("duties", duty.duties)
        .close_object();
}

Reply list_reviews(Reviews& reviews, Viewer const& viewer, net::Request&) {
    auto const mine = co_await reviews.mine(viewer);
    json::Writer out;
    out.open_object().key("reviews").open_array();
    for (auto const& one : mine) {
        out.open_object()
            .field("id", one.id)
            .field("room", one.room)
            .field("person", one.person)
            .key("before");
        write_duty(out, one.before);
        write_duty(out.key("now"), one.now);
        out.field("made_at", one.made_at.ms).field("due_on", one.due_on).close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Reply answer_review(Reviews& reviews, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<AnswerBody>();
    if (!body) co_return body.problem();
    if (body->answer != "stays" && body->answer != "leaves")
        co_return Problem{.status = 422,
                          .code = "json.bad_fields",
                          .fields = {{.path = "answer", .code = "talk.unknown_review_answer"}}};
    auto const answer = body->answer == "stays" ? Reviews::Answer::stays : Reviews::Answer::leaves;
    auto const done = co_await reviews.answer(viewer, request.id<ReviewId>("review"), answer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Reviews& reviews) {
    using enum net::Method;
    auto member = [&](Reply (*reply)(Reviews&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&reviews, reply](Viewer const& v, net::Request& r) { return reply(reviews, v, r); },
            use);
    };
    std::string const all = "/api/v1/talk/reviews";
    router.add({get, all, "member", member(list_reviews, access::Use::screen)});
    router.add({put, all + "/{review}/answer", "master", member(answer_review)});
}

}  // namespace horenso::talk
