#include "features/quiz/http.hpp"

#include "features/quiz/questions.hpp"
#include "platform/net/router.hpp"

namespace horenso::quiz {
namespace {

struct FinishBody {
    std::int64_t version = 0;
    std::vector<std::int64_t> answers;
};
BOOST_DESCRIBE_STRUCT(FinishBody, (), (version, answers))

using Answer = Task<Result<net::Reply>>;

Answer get_quiz(Quiz& quiz, Viewer const& viewer, net::Request&) {
    auto const mine = co_await quiz.mine(viewer);
    json::Writer out;
    out.open_object()
        .field("in_force", mine.in_force)
        .field("version", mine.version)
        .field("year", mine.year)
        .field("due", mine.due)
        .field("yen", mine.yen)
        .field("may_edit", mine.may_edit);
    if (mine.done_at) out.field("done_at", mine.done_at->ms);
    write_questions(out.key("questions"), mine.questions);
    out.close_object();
    co_return net::ok(out.take());
}

Answer finish(Quiz& quiz, Viewer const& viewer, net::Request& request) {
    auto body = request.json<FinishBody>();
    if (!body) co_return body.problem();
    auto const done = co_await quiz.finish(viewer, body->version, std::move(body->answers));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer set_questions(Quiz& quiz, Viewer const& viewer, net::Request& request) {
    auto body = request.json<QuestionsBody>();
    if (!body) co_return body.problem();
    auto const version = body->version.value_or(-1);
    auto const done = co_await quiz.set(viewer, version, std::move(body->questions));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer reset_questions(Quiz& quiz, Viewer const& viewer, net::Request&) {
    auto const done = co_await quiz.reset(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer get_progress(Quiz& quiz, Viewer const& viewer, net::Request&) {
    auto const progress = co_await quiz.progress(viewer);
    if (!progress) co_return progress.problem();
    json::Writer out;
    out.open_object().field("year", progress->year).key("people").open_array();
    for (auto const& one : progress->people) {
        out.open_object().field("person", one.id);
        if (one.done_at) out.field("done_at", one.done_at->ms);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Quiz& quiz) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Quiz&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&quiz, answer](Viewer const& v, net::Request& r) { return answer(quiz, v, r); }, use);
    };
    std::string const base = "/api/v1/quiz";
    router.add({get, base, "member", member(get_quiz, access::Use::screen)});
    router.add({put, base + "/done", "member", member(finish)});
    router.add({put, base + "/questions", "permission quiz", member(set_questions)});
    router.add({remove, base + "/questions", "permission quiz", member(reset_questions)});
    router.add(
        {get, base + "/progress", "permission quiz", member(get_progress, access::Use::screen)});
}

}  // namespace horenso::quiz
