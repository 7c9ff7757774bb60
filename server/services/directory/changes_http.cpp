#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/posts.hpp"

namespace horenso::directory {
namespace {

std::string_view name_of(PlannedChange::Kind kind) {
    return kind == PlannedChange::Kind::transfer ? "transfer" : "retirement";
}

void write_change(json::Writer& out, PlannedChange const& change) {
    out.open_object()
        .field("id", change.id)
        .field("person", change.person)
        .field("kind", name_of(change.kind))
        .field("day", change.day)
        .key("fields")
        .open_array();
    for (auto const& [field, before, after] : change.fields)
        out.open_object()
            .field("field", field)
            .field("before", before)
            .field("after", after)
            .close_object();
    out.close_array().close_object();
}

Task<Result<net::Reply>> list_planned(Changes& changes, Viewer const& viewer, net::Request&) {
    auto const all = co_await changes.planned(viewer);
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("planned").open_array();
    for (auto const& change : *all) write_change(out, change);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> call_off_planned(Changes& changes, Viewer const& viewer,
                                          net::Request& request) {
    auto done = co_await changes.call_off(viewer, request.id<ChangeId>("planned"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct PostBody {
    std::string department;
    std::string position;
};
BOOST_DESCRIBE_STRUCT(PostBody, (), (department, position))

struct TransferBody {
    std::string day;
    std::optional<std::string> department;
    std::optional<std::string> position;
    std::optional<std::vector<PostBody>> posts;
    std::optional<std::string> employment;
    std::optional<std::string> extension;
    std::optional<std::string> telephone;
    std::optional<std::string> duties;
    std::optional<std::string> site;
};
BOOST_DESCRIBE_STRUCT(TransferBody, (),
                      (day, department, position, posts, employment, extension, telephone, duties,
                       site))

NewValues values_of(TransferBody& body) {
    NewValues values;
    auto const take = [&](char const* name, std::optional<std::string>& value) {
        if (value) values[name] = *std::move(value);
    };
    take("department", body.department);
    take("position", body.position);
    take("employment", body.employment);
    take("extension", body.extension);
    take("telephone", body.telephone);
    take("duties", body.duties);
    take("site", body.site);
    if (!body.posts) return values;
    std::vector<Post> posts;
    for (auto& [department, position] : *body.posts)
        posts.push_back({std::move(department), std::move(position)});
    values["posts"] = posts_text(posts);
    return values;
}

Task<Result<net::Reply>> plan_transfer(Changes& changes, Viewer const& viewer,
                                       net::Request& request) {
    auto body = request.json<TransferBody>();
    if (!body) co_return body.problem();
    auto values = values_of(*body);
    auto done = co_await changes.transfer(viewer, request.id<PersonId>("person"),
                                          std::move(body->day), std::move(values));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct RetirementBody {
    std::string day;
};
BOOST_DESCRIBE_STRUCT(RetirementBody, (), (day))

Task<Result<net::Reply>> plan_retirement(Changes& changes, Viewer const& viewer,
                                         net::Request& request) {
    auto body = request.json<RetirementBody>();
    if (!body) co_return body.problem();
    auto done =
        co_await changes.retire(viewer, request.id<PersonId>("person"), std::move(body->day));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_hand_over(Changes& changes, Viewer const& viewer,
                                        net::Request& request) {
    auto const all = co_await changes.carried_by(viewer, request.id<PersonId>("person"));
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("carried").open_array();
    for (auto const& [what, name, count, next] : *all) {
        out.open_object().field("what", what).field("name", name).field("count", count);
        if (next) out.field("next", *next);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> list_retired(Changes& changes, Viewer const& viewer, net::Request&) {
    auto const all = co_await changes.retired(viewer);
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("retired").open_array();
    for (auto const& one : *all) {
        out.open_object()
            .field("person", one.person)
            .field("name", one.name)
            .field("last_day", one.last_day)
            .field("done_at", one.done_at.ms)
            .key("erased")
            .open_array();
        for (auto const& [what, rows] : one.erased)
            out.open_object().field("what", what).field("count", rows).close_object();
        out.close_array().close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

}  // namespace

void add_routes(net::Router& router, Guard const& member, Changes& changes) {
    using Answer = Task<Result<net::Reply>> (*)(Changes&, Viewer const&, net::Request&);
    auto to = [&](Answer answer) -> net::Handler {
        return member(
            [&changes, answer](Viewer const& v, net::Request& r) { return answer(changes, v, r); });
    };
    using enum net::Method;
    std::string const person = "/api/v1/directory/people/{person}/";
    router.add({get, "/api/v1/directory/planned", "permission staff", to(list_planned)});
    router.add(
        {remove, "/api/v1/directory/planned/{planned}", "permission staff", to(call_off_planned)});
    router.add({post, person + "transfer", "permission staff", to(plan_transfer)});
    router.add({put, person + "retirement", "permission staff", to(plan_retirement)});
    router.add({get, person + "handover", "owner or permission staff", to(list_hand_over)});
    router.add({get, "/api/v1/directory/retired", "permission staff", to(list_retired)});
}

}  // namespace horenso::directory
