#include "platform/net/router.hpp"
#include "services/hours/shapes.hpp"

namespace horenso::hours {
namespace {

struct PatternBody {
    std::string name;
    std::optional<std::int64_t> opens;
    std::optional<std::int64_t> closes;
};
BOOST_DESCRIBE_STRUCT(PatternBody, (), (name, opens, closes))

struct PatternsBody {
    std::optional<std::string> scope;
    std::optional<std::string> whose;
    std::vector<PatternBody> patterns;
};
BOOST_DESCRIBE_STRUCT(PatternsBody, (), (scope, whose, patterns))

using Answer = Task<Result<net::Reply>>;

void write_named(json::Writer& out, NamedLevel const& one) {
    out.open_object().field("name", one.name);
    if (!one.site.empty()) out.field("site", one.site);
    write_level(out, "level", one.level);
    write_patterns(out, one.patterns);
    out.close_object();
}

void write_named(json::Writer& out, char const* name, std::vector<NamedLevel> const& all) {
    out.key(name).open_array();
    for (auto const& one : all) write_named(out, one);
    out.close_array();
}

Answer get_all(Hours& hours, Viewer const& viewer, net::Request&) {
    auto const all = co_await hours.all(viewer);
    if (!all) co_return all.problem();
    json::Writer out;
    write_named(out.open_object().key("organisation"), all->organisation);
    write_named(out, "sites", all->sites);
    write_named(out, "departments", all->departments);
    out.close_object();
    co_return net::ok(out.take());
}

std::vector<Pattern> patterns_of(PatternsBody const& body) {
    std::vector<Pattern> patterns;
    for (auto const& [name, opens, closes] : body.patterns) {
        Pattern one{.name = name};
        if (opens || closes) one.open = span_of(opens.value_or(-1), closes.value_or(-1));
        patterns.push_back(std::move(one));
    }
    return patterns;
}

Answer put_patterns(Hours& hours, Viewer const& viewer, Result<Scope> scope,
                    PatternsBody const& body) {
    if (!scope) co_return scope.problem();
    if (scope->kind == Scope::Kind::site)
        co_return Problem{.status = 422, .code = "hours.bad_scope"};
    auto patterns = patterns_of(body);
    auto const done = co_await hours.set_patterns(viewer, *std::move(scope), std::move(patterns));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Answer set_patterns(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<PatternsBody>();
    if (!body) co_return body.problem();
    co_return co_await put_patterns(hours, viewer, named_scope(body->scope, body->whose), *body);
}

Answer set_department_patterns(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<PatternsBody>();
    if (!body) co_return body.problem();
    auto scope = co_await department_scope(hours, viewer);
    co_return co_await put_patterns(hours, viewer, std::move(scope), *body);
}

}  // namespace

void add_level_routes(net::Router& router, access::Door const& door, Hours& hours) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Hours&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&hours, answer](Viewer const& v, net::Request& r) { return answer(hours, v, r); },
            use);
    };
    std::string const base = "/api/v1/hours";
    router.add({get, base + "/all", "permission hours", member(get_all, access::Use::screen)});
    router.add({put, base + "/patterns", "permission hours", member(set_patterns)});
    router.add({put, base + "/department/patterns", "head of department",
                member(set_department_patterns)});
}

}  // namespace horenso::hours
