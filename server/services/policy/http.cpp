#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "platform/text/utf8.hpp"
#include "services/policy/view.hpp"

namespace horenso::policy {
namespace {

struct CheckBody {
    std::string kind;
    std::string text;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(CheckBody, (), (kind, text, place))

struct ChoiceBody {
    std::optional<std::string> value;
};
BOOST_DESCRIBE_STRUCT(ChoiceBody, (), (value))

struct LimitBody {
    std::optional<std::vector<std::string>> modes;
};
BOOST_DESCRIBE_STRUCT(LimitBody, (), (modes))

struct WordsBody {
    std::string title;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WordsBody, (), (title, text))

struct EditionBody {
    std::string note;
    std::string effective_on;
};
BOOST_DESCRIBE_STRUCT(EditionBody, (), (note, effective_on))

struct AcceptanceBody {
    std::int64_t edition = 0;
};
BOOST_DESCRIBE_STRUCT(AcceptanceBody, (), (edition))

using Answer = Task<Result<net::Reply>>;

std::string text_of(net::Request const& request, char const* name) {
    return std::string{request.path_parameter(name)};
}

Answer done(Task<Result<Done>> work) {
    auto const result = co_await std::move(work);
    if (!result) co_return result.problem();
    co_return net::no_content();
}

Answer get_guideline(Policy& policy, Viewer const& viewer, net::Request&) {
    auto const guideline = co_await policy.guideline(viewer);
    co_return net::ok(guideline_json(guideline));
}

Answer check(Policy& policy, Catalogue const& catalogue, Viewer const& viewer,
             net::Request& request) {
    auto const body = request.json<CheckBody>();
    if (!body) co_return body.problem();
    auto const kind = kind_named(body->kind);
    if (!kind) co_return Problem{.status = 422, .code = "policy.unknown_kind"};
    if (!text::is_utf8(body->text)) co_return Problem{.status = 422, .code = "policy.not_utf8"};
    std::string_view const place = body->place ? std::string_view{*body->place} : "";
    Draft const draft{*kind, body->text, place};
    auto const checked = co_await policy.check(viewer, draft);
    co_return net::ok(checked_json(checked, body->text, catalogue));
}

Answer choose_at(Choice::For whom, Policy& policy, Viewer const& viewer, net::Request& request) {
    auto body = request.json<ChoiceBody>();
    if (!body) co_return body.problem();
    Choice choice{text_of(request, "clause"), text_of(request, "name"), whom,
                  std::move(body->value)};
    co_return co_await done(policy.choose(viewer, std::move(choice)));
}

Answer choose(Policy& policy, Viewer const& viewer, net::Request& request) {
    return choose_at(Choice::For::everybody, policy, viewer, request);
}

Answer choose_for_department(Policy& policy, Viewer const& viewer, net::Request& request) {
    return choose_at(Choice::For::department, policy, viewer, request);
}

Answer limit(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto body = request.json<LimitBody>();
    if (!body) co_return body.problem();
    auto clause = text_of(request, "clause"), measure = text_of(request, "measure");
    if (!body->modes) co_return co_await done(policy.unlimit(viewer, clause, measure));
    co_return co_await done(policy.limit(viewer, clause, measure, std::move(*body->modes)));
}

Answer draft_words(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto body = request.json<WordsBody>();
    if (!body) co_return body.problem();
    ClauseText words{text_of(request, "clause"), std::move(body->title), std::move(body->text)};
    co_return co_await done(policy.draft(viewer, std::move(words)));
}

Answer draft_own(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto body = request.json<WordsBody>();
    if (!body) co_return body.problem();
    auto const id =
        co_await policy.draft_own(viewer, std::move(body->title), std::move(body->text));
    if (!id) co_return id.problem();
    json::Writer out;
    out.open_object().field("id", *id).close_object();
    co_return net::created(out.take());
}

Answer drop_draft(Policy& policy, Viewer const& viewer, net::Request& request) {
    co_return co_await done(policy.drop_draft(viewer, text_of(request, "clause")));
}

Answer remove_own(Policy& policy, Viewer const& viewer, net::Request& request) {
    co_return co_await done(policy.remove_own(viewer, text_of(request, "clause")));
}

Answer publish(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto body = request.json<EditionBody>();
    if (!body) co_return body.problem();
    auto const edition =
        co_await policy.publish(viewer, std::move(body->note), std::move(body->effective_on));
    if (!edition) co_return edition.problem();
    co_return net::created(edition_json(*edition));
}

Answer get_edition(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto const number = request.id<Id<struct EditionTag>>("edition").value;
    auto const texts = co_await policy.edition(viewer, number);
    if (!texts) co_return texts.problem();
    co_return net::ok(texts_json(*texts));
}

Answer accept(Policy& policy, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<AcceptanceBody>();
    if (!body) co_return body.problem();
    co_return co_await done(policy.accept(viewer, body->edition));
}

Answer dismiss(Policy& policy, Viewer const& viewer, net::Request& request) {
    co_return co_await done(policy.want_hints(viewer, text_of(request, "clause"), false));
}

Answer undismiss(Policy& policy, Viewer const& viewer, net::Request& request) {
    co_return co_await done(policy.want_hints(viewer, text_of(request, "clause"), true));
}

// A message's text as the longest JSON, as in features/talk/http.cpp, and the place.
constexpr std::size_t draft_bytes = 145 * 1024;

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Policy& policy,
                Catalogue const& catalogue) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Policy&, Viewer const&, net::Request&)) {
        return door.member(
            [&policy, answer](Viewer const& v, net::Request& r) { return answer(policy, v, r); });
    };
    std::string const base = "/api/v1/policy";
    std::string const clause = base + "/clauses/{clause}";
    // A screen fetches it by itself when it changes.
    auto guideline = door.member(
        [&policy](Viewer const& v, net::Request& r) { return get_guideline(policy, v, r); },
        access::Use::screen);
    router.add({get, base + "/clauses", "member", guideline});
    auto checks = door.member([&policy, &catalogue](Viewer const& v, net::Request& r) {
        return check(policy, catalogue, v, r);
    });
    router.add({post, base + "/check", "member", checks, draft_bytes});
    router.add({put, clause + "/settings/{name}", "permission guideline", member(choose)});
    router.add({put, clause + "/department-settings/{name}", "head of department",
                member(choose_for_department)});
    router.add({put, clause + "/limits/{measure}", "permission guideline", member(limit)});
    router.add({put, clause + "/draft", "permission guideline", member(draft_words)});
    router.add({remove, clause + "/draft", "permission guideline", member(drop_draft)});
    router.add({remove, clause, "permission guideline", member(remove_own)});
    router.add({put, clause + "/dismissal", "member", member(dismiss)});
    router.add({remove, clause + "/dismissal", "member", member(undismiss)});
    router.add({post, base + "/clauses", "permission guideline", member(draft_own)});
    router.add({post, base + "/editions", "permission guideline", member(publish)});
    router.add({get, base + "/editions/{edition}", "member", member(get_edition)});
    router.add({put, base + "/acceptance", "member", member(accept)});
}

}  // namespace horenso::policy
