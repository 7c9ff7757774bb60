#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/hours/shapes.hpp"

namespace horenso::hours {
namespace {

struct OpenBody {
    std::int64_t weekday = 0;
    std::int64_t opens = 0;
    std::int64_t closes = 0;
};
BOOST_DESCRIBE_STRUCT(OpenBody, (), (weekday, opens, closes))

struct WeekBody {
    std::optional<std::string> scope;
    std::optional<std::string> whose;
    std::optional<std::vector<OpenBody>> week;
};
BOOST_DESCRIBE_STRUCT(WeekBody, (), (scope, whose, week))

struct DayBody {
    std::optional<std::string> scope;
    std::optional<std::string> whose;
    std::string day;
    std::string says;
    std::optional<std::int64_t> opens;
    std::optional<std::int64_t> closes;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(DayBody, (), (scope, whose, day, says, opens, closes, name))

struct PeopleBody {
    std::vector<PersonId> people;
};
BOOST_DESCRIBE_STRUCT(PeopleBody, (), (people))

using Answer = Task<Result<net::Reply>>;

void write_opening(json::Writer& out, char const* name, std::optional<Opening> const& opening) {
    if (!opening) return;
    out.key(name)
        .open_object()
        .field("opens", opening->opens.ms)
        .field("closes", opening->closes.ms)
        .close_object();
}

std::string mine_json(Mine const& mine) {
    json::Writer out;
    out.open_object();
    write_level(out, "organisation", mine.organisation);
    write_level(out, "site", mine.site);
    write_level(out, "department", mine.department);
    write_level(out, "person", mine.person);
    out.field("site_name", mine.site_name)
        .field("department_name", mine.department_name)
        .field("organisation_in_force", mine.in_force.organisation)
        .field("person_in_force", mine.in_force.person)
        .field("today", iso_text(mine.today))
        .field("today_name", mine.today_name)
        .field("open", mine.is_open)
        .field("may_set_department", mine.is_head);
    if (mine.working_today) {
        write_span(out.key("working_today").open_object(), mine.working_today);
        out.close_object();
    }
    write_opening(out, "operating", mine.operating);
    write_opening(out, "working", mine.working_next);
    write_patterns(out, mine.patterns);
    out.close_object();
    return out.take();
}

Answer get_hours(Hours& hours, Viewer const& viewer, net::Request&) {
    auto const mine = co_await hours.mine(viewer);
    co_return net::ok(mine_json(mine));
}

Answer ask_statuses(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto body = request.json<PeopleBody>();
    if (!body) co_return body.problem();
    auto const statuses = co_await hours.statuses(viewer, std::move(body->people));
    json::Writer out;
    out.open_object().key("people").open_array();
    for (auto const& one : statuses) {
        out.open_object().field("person", one.person).field("open", one.is_open);
        write_opening(out, "operating", one.opening);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Result<std::optional<Week>> week_of(std::optional<std::vector<OpenBody>> const& body) {
    if (!body) return std::optional<Week>{};
    Week week;
    for (auto const& [weekday, opens, closes] : *body) {
        if (weekday < 0 || static_cast<std::size_t>(weekday) >= week.size())
            return Problem{.status = 422, .code = "hours.bad_week"};
        week[static_cast<std::size_t>(weekday)] = span_of(opens, closes);
    }
    return std::optional{week};
}

Result<DayChoice> choice_of(DayBody const& body) {
    using enum DayChoice::Says;
    DayChoice choice{.day = body.day, .name = body.name.value_or("")};
    if (body.opens && body.closes) choice.open = span_of(*body.opens, *body.closes);
    for (auto const& [name, says] : {std::pair{"usual", usual}, {"open", open}, {"closed", closed}})
        if (body.says == name) {
            choice.says = says;
            return choice;
        }
    return Problem{.status = 422, .code = "hours.bad_day"};
}

Answer done(Task<Result<Done>> work) {
    auto const result = co_await std::move(work);
    if (!result) co_return result.problem();
    co_return net::no_content();
}

Answer put_week(Hours& hours, Viewer const& viewer, Result<Scope> scope, WeekBody const& body) {
    if (!scope) co_return scope.problem();
    auto week = week_of(body.week);
    if (!week) co_return week.problem();
    co_return co_await done(hours.set_week(viewer, *std::move(scope), *std::move(week)));
}

Answer put_day(Hours& hours, Viewer const& viewer, Result<Scope> scope, DayBody const& body) {
    if (!scope) co_return scope.problem();
    auto choice = choice_of(body);
    if (!choice) co_return choice.problem();
    co_return co_await done(hours.set_day(viewer, *std::move(scope), *std::move(choice)));
}

Answer set_week(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<WeekBody>();
    if (!body) co_return body.problem();
    co_return co_await put_week(hours, viewer, named_scope(body->scope, body->whose), *body);
}

Answer set_day(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<DayBody>();
    if (!body) co_return body.problem();
    co_return co_await put_day(hours, viewer, named_scope(body->scope, body->whose), *body);
}

Answer set_my_week(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<WeekBody>();
    if (!body) co_return body.problem();
    co_return co_await put_week(hours, viewer, own_scope(viewer), *body);
}

Answer set_my_day(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<DayBody>();
    if (!body) co_return body.problem();
    co_return co_await put_day(hours, viewer, own_scope(viewer), *body);
}

Answer set_department_week(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<WeekBody>();
    if (!body) co_return body.problem();
    auto scope = co_await department_scope(hours, viewer);
    co_return co_await put_week(hours, viewer, std::move(scope), *body);
}

Answer set_department_day(Hours& hours, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<DayBody>();
    if (!body) co_return body.problem();
    auto scope = co_await department_scope(hours, viewer);
    co_return co_await put_day(hours, viewer, std::move(scope), *body);
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Hours& hours) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Hours&, Viewer const&, net::Request&)) {
        return door.member(
            [&hours, answer](Viewer const& v, net::Request& r) { return answer(hours, v, r); });
    };
    std::string const base = "/api/v1/hours";
    // A screen asks these by itself.
    auto screen = [&](Answer (*answer)(Hours&, Viewer const&, net::Request&)) {
        return door.member(
            [&hours, answer](Viewer const& v, net::Request& r) { return answer(hours, v, r); },
            access::Use::screen);
    };
    router.add({get, base, "member", screen(get_hours)});
    router.add({post, base + "/statuses", "member", screen(ask_statuses)});
    router.add({put, base + "/week", "permission hours", member(set_week)});
    router.add({put, base + "/day", "permission hours", member(set_day)});
    router.add({put, base + "/me/week", "member", member(set_my_week)});
    router.add({put, base + "/me/day", "member", member(set_my_day)});
    router.add({put, base + "/department/week", "head of department", member(set_department_week)});
    router.add({put, base + "/department/day", "head of department", member(set_department_day)});
    add_level_routes(router, door, hours);
}

}  // namespace horenso::hours
