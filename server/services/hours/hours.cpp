#include "services/hours/hours.hpp"

#include <algorithm>
#include <array>

#include "platform/base/json_writer.hpp"
#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"
#include "services/hours/patterns.hpp"
#include "services/live/events.hpp"

namespace horenso::hours {
namespace {

constexpr std::size_t longest_name = 30;
constexpr std::size_t most_asked = 500;

constexpr Sql select_weekday{R"(
    SELECT 1 FROM hours_week WHERE org_id = $1 AND scope = 'organisation' LIMIT 1)"};
constexpr Sql delete_week{"DELETE FROM hours_week WHERE org_id = $1 AND scope = $2 AND whose = $3"};
constexpr Sql insert_week{R"(
    INSERT INTO hours_week (org_id, scope, whose, weekday, opens, closes)
    VALUES ($1, $2, $3, $4, $5, $6))"};
constexpr Sql delete_day{R"(
    DELETE FROM hours_day WHERE org_id = $1 AND scope = $2 AND whose = $3 AND day = $4)"};
constexpr Sql upsert_day{R"(
    INSERT INTO hours_day (org_id, scope, whose, day, opens, closes, name)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (org_id, scope, whose, day)
    DO UPDATE SET opens = excluded.opens, closes = excluded.closes, name = excluded.name)"};

Problem bad_day() { return {.status = 422, .code = "hours.bad_day"}; }

bool is_yearly(std::string_view day) {
    if (day.size() != 5) return false;
    auto const leap = parse_japanese_date("2028-" + std::string{day});
    return leap && iso_text(*leap).substr(5) == day;
}

bool is_dated(std::string_view day) {
    auto const date = parse_japanese_date(day);
    return date && iso_text(*date) == day;
}

bool is_good(Scope::Kind kind, DayChoice const& choice) {
    auto const may_be_yearly = kind == Scope::Kind::organisation || kind == Scope::Kind::site;
    if (!is_dated(choice.day) && !(may_be_yearly && is_yearly(choice.day))) return false;
    if (!text::is_utf8(choice.name) || text::first_forbidden(choice.name) ||
        !text::at_most_graphemes(choice.name, longest_name))
        return false;
    return choice.says != DayChoice::Says::open || (choice.open && is_span(*choice.open));
}

std::optional<int> opens(std::optional<Span> span) {
    return span ? std::optional{span->opens} : std::nullopt;
}
std::optional<int> closes(std::optional<Span> span) {
    return span ? std::optional{span->closes} : std::nullopt;
}

/// Before an organisation changes something of the preset, the preset is written down as its own: what it doesn't
/// change stays.
void keep_preset(Tx& tx, OrgId org) {
    if (tx.query(select_weekday, org).next()) return;
    auto const scope = name_of(Scope::Kind::organisation);
    auto const& [week, days] = preset_level();
    for (std::size_t weekday = 0; weekday < week->size(); ++weekday)
        tx.run(insert_week, org, scope, "", weekday, opens(week->at(weekday)),
               closes(week->at(weekday)));
    for (auto const& [day, said] : days)
        tx.run(upsert_day, org, scope, "", day, opens(said.open), closes(said.open), said.name);
}

audit::Word word_of(Scope::Kind kind) {
    using audit::Word;
    switch (kind) {
        case Scope::Kind::organisation: return Word{"organisation"};
        case Scope::Kind::site: return Word{"site"};
        case Scope::Kind::department: return Word{"department"};
        case Scope::Kind::person: return Word{"person"};
    }
    return Word{""};
}

}  // namespace

Stream hours_stream(OrgId org) { return {org, "hours", 0}; }

std::string_view name_of(Scope::Kind kind) { return word_of(kind).text(); }

Scope own_scope(Viewer const& viewer) {
    return {Scope::Kind::person, std::to_string(viewer.person.value)};
}

InForce Hours::in_force(Tx& tx, OrgId org) const {
    auto const settings = needs_.policy.settings(tx, org);
    return {settings.is_on("B1"), settings.is_on("B2")};
}

Calendar Hours::calendar(Tx& tx, OrgId org, std::span<PersonId const> people) const {
    return Calendar{tx, org, people, in_force(tx, org)};
}

Task<Mine> Hours::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        std::array const me{viewer.person};
        auto const calendar = this->calendar(tx, viewer.org, me);
        auto const now = needs_.clock.now();
        auto const& department = calendar.department_of(viewer.person);
        auto const& site = calendar.site_of(viewer.person);
        Mine mine{.organisation = calendar.level("organisation", ""),
                  .site = calendar.level("site", site),
                  .department = calendar.level("department", department),
                  .person = calendar.level("person", std::to_string(viewer.person.value)),
                  .site_name = site,
                  .department_name = department,
                  .in_force = in_force(tx, viewer.org),
                  .today = local_date(now)};
        mine.today_name = calendar.day_name(department, mine.today);
        mine.working_today = calendar.working(department, mine.today);
        mine.operating = calendar.opening(viewer.person, now);
        mine.working_next = calendar.working_opening(department, now);
        mine.is_open = calendar.is_open(viewer.person, now);
        Scope const of_department{Scope::Kind::department, department};
        mine.is_head = !refuse(tx, viewer, of_department);
        mine.patterns = patterns_of(tx, viewer.org, of_department);
        if (mine.patterns.empty())
            mine.patterns = patterns_of(tx, viewer.org, {Scope::Kind::organisation});
        return mine;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<AllLevels>> Hours::all(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<AllLevels> {
        auto const permit = directory::require<Permission::hours>(tx, viewer);
        if (!permit) return permit.problem();
        auto const calendar = this->calendar(tx, viewer.org, {});
        AllLevels all{
            .organisation = {.name = "",
                             .level = calendar.level("organisation", ""),
                             .patterns = patterns_of(tx, viewer.org, {Scope::Kind::organisation})}};
        for (auto const& site : directory::sites_of(tx, viewer.org))
            all.sites.push_back({.name = site.name, .level = calendar.level("site", site.name)});
        for (auto const& department : directory::departments_of(tx, viewer.org)) {
            auto const& name = department.name;
            all.departments.push_back(
                {.name = name,
                 .site = calendar.site_of(name),
                 .level = calendar.level("department", name),
                 .patterns = patterns_of(tx, viewer.org, {Scope::Kind::department, name})});
        }
        return all;
    };
    co_return co_await needs_.store.read(read);
}

Task<std::vector<Status>> Hours::statuses(Viewer const& viewer,
                                          std::vector<PersonId> people) const {
    if (people.size() > most_asked) people.resize(most_asked);
    auto read = [&](Tx& tx) {
        std::vector<PersonId> here;
        for (auto const person : people)
            if (directory::is_person(tx, viewer.org, person)) here.push_back(person);
        auto const calendar = this->calendar(tx, viewer.org, here);
        auto const now = needs_.clock.now();
        std::vector<Status> all;
        for (auto const person : here) {
            auto const opening = calendar.opening(person, now);
            all.push_back({person, opening && opening->opens <= now, opening});
        }
        return all;
    };
    co_return co_await needs_.store.read(read);
}

std::optional<Problem> Hours::refuse(Tx& tx, Viewer const& viewer, Scope const& scope) const {
    if (scope.kind == Scope::Kind::person) {
        if (in_force(tx, viewer.org).person) return std::nullopt;
        return Problem{.status = 403, .code = "hours.not_by_people", .clause = "B2"};
    }
    auto const permit = directory::require<Permission::hours>(tx, viewer);
    bool const is_known =
        scope.kind != Scope::Kind::site || directory::is_site(tx, viewer.org, scope.whose);
    if (permit && !is_known) return Problem{.status = 422, .code = "hours.unknown_site"};
    if (permit) return std::nullopt;
    if (scope.kind != Scope::Kind::department) return permit.problem();
    if (scope.whose.empty() || !directory::is_head(tx, viewer.org, viewer.person, scope.whose) ||
        !needs_.policy.settings(tx, viewer.org).are_flexible())
        return Problem{.status = 403, .code = "hours.not_head", .clause = "0"};
    return std::nullopt;
}

void Hours::changed(Tx& tx, Viewer const& viewer, Scope const& scope) const {
    auto const stream = hours_stream(viewer.org);
    live::tell_changed(tx, changed_event, stream);
    if (needs_.also_changed) needs_.also_changed(tx, viewer.org);
    if (scope.kind == Scope::Kind::person) return;
    audit::Details details;
    details.word("of", word_of(scope.kind));
    audit::record(tx, needs_.clock.now(),
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::hours_set,
                   .subject = subject_of(viewer.org),
                   .details = std::move(details)});
}

Task<Result<Done>> Hours::set_week(Viewer const& viewer, Scope scope, std::optional<Week> week) {
    auto const is_good = [](std::optional<Span> span) { return !span || is_span(*span); };
    if (week && !std::ranges::all_of(*week, is_good))
        co_return Problem{.status = 422, .code = "hours.bad_week"};
    auto write = [&](Tx& tx) -> Result<Done> {
        if (auto refused = refuse(tx, viewer, scope)) return *std::move(refused);
        auto const kind = name_of(scope.kind);
        if (scope.kind == Scope::Kind::organisation && week) keep_preset(tx, viewer.org);
        tx.run(delete_week, viewer.org, kind, scope.whose);
        for (std::size_t weekday = 0; week && weekday < week->size(); ++weekday) {
            auto const span = week->at(weekday);
            tx.run(insert_week, viewer.org, kind, scope.whose, weekday, opens(span), closes(span));
        }
        changed(tx, viewer, scope);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Hours::set_day(Viewer const& viewer, Scope scope, DayChoice choice) {
    if (!is_good(scope.kind, choice)) co_return bad_day();
    auto write = [&](Tx& tx) -> Result<Done> {
        if (auto refused = refuse(tx, viewer, scope)) return *std::move(refused);
        auto const kind = name_of(scope.kind);
        if (scope.kind == Scope::Kind::organisation) keep_preset(tx, viewer.org);
        auto const open =
            choice.says == DayChoice::Says::open ? choice.open : std::optional<Span>{};
        if (choice.says == DayChoice::Says::usual)
            tx.run(delete_day, viewer.org, kind, scope.whose, choice.day);
        else
            tx.run(upsert_day, viewer.org, kind, scope.whose, choice.day, opens(open), closes(open),
                   choice.name);
        changed(tx, viewer, scope);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Hours::set_patterns(Viewer const& viewer, Scope scope,
                                       std::vector<Pattern> patterns) {
    if (auto refused = refuse_patterns(patterns)) co_return *std::move(refused);
    auto write = [&](Tx& tx) -> Result<Done> {
        if (auto refused = refuse(tx, viewer, scope)) return *std::move(refused);
        write_patterns(tx, viewer.org, scope, patterns);
        changed(tx, viewer, scope);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

live::Source Hours::source() {
    auto const stream_of = [](live::Reader reader) { return hours_stream(reader.org); };
    return live::source_of_changes("hours", changed_event, stream_of);
}

}  // namespace horenso::hours
