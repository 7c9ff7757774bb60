#include "services/hours/shapes.hpp"

#include <algorithm>

namespace horenso::hours {

void write_span(json::Writer& out, std::optional<Span> span) {
    if (span) out.field("opens", span->opens).field("closes", span->closes);
}

void write_level(json::Writer& out, char const* name, Level const& level) {
    out.key(name).open_object();
    if (level.week) {
        out.key("week").open_array();
        for (std::size_t weekday = 0; weekday < level.week->size(); ++weekday) {
            auto const span = level.week->at(weekday);
            if (!span) continue;
            write_span(out.open_object().field("weekday", weekday), span);
            out.close_object();
        }
        out.close_array();
    }
    out.key("days").open_array();
    for (auto const& [day, said] : level.days) {
        out.open_object().field("day", day).field("name", said.name);
        write_span(out, said.open);
        out.close_object();
    }
    out.close_array().close_object();
}

void write_patterns(json::Writer& out, std::vector<Pattern> const& patterns) {
    out.key("patterns").open_array();
    for (auto const& one : patterns) {
        out.open_object().field("name", one.name);
        write_span(out, one.open);
        out.close_object();
    }
    out.close_array();
}

Span span_of(std::int64_t opens, std::int64_t closes) {
    constexpr std::int64_t far = 10 * day_minutes;
    return {static_cast<int>(std::clamp(opens, -far, far)),
            static_cast<int>(std::clamp(closes, -far, far))};
}

Result<Scope> named_scope(std::optional<std::string> const& scope,
                          std::optional<std::string> const& whose) {
    for (auto const kind : {Scope::Kind::organisation, Scope::Kind::site, Scope::Kind::department})
        if (scope == name_of(kind)) {
            auto const is_organisation = kind == Scope::Kind::organisation;
            if (is_organisation || (whose && !whose->empty()))
                return Scope{kind, is_organisation ? "" : *whose};
        }
    return Problem{.status = 422, .code = "hours.bad_scope"};
}

Task<Result<Scope>> department_scope(Hours& hours, Viewer const& viewer) {
    auto const mine = co_await hours.mine(viewer);
    Scope scope{Scope::Kind::department, mine.department_name};
    co_return scope;
}

}  // namespace horenso::hours
