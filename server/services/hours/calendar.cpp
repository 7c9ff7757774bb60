#include "services/hours/calendar.hpp"

#include "services/hours/words_ja.hpp"

namespace horenso::hours {
namespace {

constexpr Sql select_weeks{R"(
    SELECT scope, whose, weekday, opens, closes
      FROM hours_week
     WHERE org_id = $1 AND scope <> 'person')"};
constexpr Sql select_days{R"(
    SELECT scope, whose, day, opens, closes, name
      FROM hours_day
     WHERE org_id = $1 AND scope <> 'person')"};
constexpr Sql select_week_of{R"(
    SELECT scope, whose, weekday, opens, closes
      FROM hours_week
     WHERE org_id = $1 AND scope = 'person' AND whose = $2)"};
constexpr Sql select_days_of{R"(
    SELECT scope, whose, day, opens, closes, name
      FROM hours_day
     WHERE org_id = $1 AND scope = 'person' AND whose = $2)"};

constexpr int farthest_days = 2 * 366;

std::optional<Span> span_of(Rows const& row, int first) {
    auto const opens = row.get<std::optional<int>>(first);
    auto const closes = row.get<std::optional<int>>(first + 1);
    if (!opens || !closes || !is_span({*opens, *closes})) return std::nullopt;
    return Span{*opens, *closes};
}

using Levels = std::map<std::pair<std::string, std::string>, Level>;

void add_weeks(Rows row, Levels& levels) {
    while (row.next()) {
        auto& level = levels[{row.get<std::string>(0), row.get<std::string>(1)}];
        if (!level.week) level.week.emplace();
        auto const weekday = row.get<std::size_t>(2);
        if (weekday < level.week->size()) (*level.week)[weekday] = span_of(row, 3);
    }
}

void add_days_of(Rows row, Levels& levels) {
    while (row.next())
        levels[{row.get<std::string>(0), row.get<std::string>(1)}].days[row.get<std::string>(2)] = {
            span_of(row, 3), row.get<std::string>(5)};
}

Opening opening_of(Date const& date, Span span) {
    auto const midnight = local_midnight(date);
    return {midnight + std::chrono::minutes{span.opens},
            midnight + std::chrono::minutes{span.closes}};
}

}  // namespace

Level const& preset_level() {
    static Level const level = [] {
        Level made;
        made.week.emplace();
        for (std::size_t weekday = 1; weekday <= 5; ++weekday)
            (*made.week)[weekday] = Span{8 * 60 + 30, 17 * 60 + 15};
        for (auto const* day : {"12-29", "12-30", "12-31", "01-01", "01-02", "01-03"})
            made.days[day] = {std::nullopt, std::string{words_ja::new_year}};
        return made;
    }();
    return level;
}

Calendar::Calendar(Tx& tx, OrgId org, std::span<PersonId const> people, InForce in_force)
    : in_force_(in_force) {
    add_weeks(tx.query(select_weeks, org), levels_);
    add_days_of(tx.query(select_days, org), levels_);
    auto& organisation = levels_[{"organisation", ""}];
    if (!organisation.week) {
        organisation.week = preset_level().week;
        for (auto const& [day, said] : preset_level().days)
            organisation.days.try_emplace(day, said);
    }
    sites_ = directory::sites_of_departments(tx, org);
    for (auto const person : people) {
        auto const whose = std::to_string(person.value);
        add_weeks(tx.query(select_week_of, org, whose), levels_);
        add_days_of(tx.query(select_days_of, org, whose), levels_);
        if (auto const found = directory::find_person(tx, org, person)) {
            departments_[person.value] = found->department;
            if (!found->site.empty()) own_sites_[person.value] = found->site;
            if (found->leave) leaves_[person.value] = *found->leave;
        }
    }
}

Level const& Calendar::level(std::string const& scope, std::string const& whose) const {
    static Level const silent;
    auto const found = levels_.find({scope, whose});
    return found == levels_.end() ? silent : found->second;
}

std::string const& Calendar::site_of(std::string_view department) const {
    static std::string const none;
    auto const found = sites_.find(department);
    return found == sites_.end() ? none : found->second;
}

std::string const& Calendar::site_of(PersonId person) const {
    auto const own = own_sites_.find(person.value);
    return own == own_sites_.end() ? site_of(department_of(person)) : own->second;
}

std::string const& Calendar::department_of(PersonId person) const {
    static std::string const none;
    auto const found = departments_.find(person.value);
    return found == departments_.end() ? none : found->second;
}

std::optional<Span> Calendar::working(std::string_view department, Date const& date) const {
    return working_at(department, site_of(department), date);
}

std::optional<Span> Calendar::working_at(std::string_view department, std::string const& site,
                                         Date const& date) const {
    auto const& organisation = level("organisation", "");
    auto const closed = special_day(organisation, date);
    Level const* const nearer[] = {
        department.empty() ? nullptr : &level("department", std::string{department}),
        site.empty() ? nullptr : &level("site", site)};
    for (auto const* one : nearer) {
        if (!one) continue;
        if (auto const special = special_day(*one, date)) return special->open;
        if (one->week && !closed) return say_of(*one, date)->open;
    }
    return say_of(organisation, date)->open;
}

std::string Calendar::day_name(std::string_view department, Date const& date) const {
    auto const& site = site_of(department);
    for (auto const& [scope, whose] :
         {std::pair<std::string, std::string>{"department", department}, {"site", site}})
        if (auto const special = special_day(level(scope, whose), date);
            special && !special->name.empty())
            return special->name;
    return say_of(level("organisation", ""), date)->name;
}

std::optional<Span> Calendar::operating(PersonId person, Date const& date) const {
    auto const leave = leaves_.find(person.value);
    if (leave != leaves_.end() && leave->second.includes(iso_text(date))) return std::nullopt;
    if (in_force_.person) {
        auto const& own = level("person", std::to_string(person.value));
        if (auto const said = say_of(own, date)) return said->open;
    }
    if (!in_force_.organisation) return Span{0, day_minutes};
    return working_at(department_of(person), site_of(person), date);
}

template <class SpanOf>
std::optional<Opening> Calendar::next(Instant at, SpanOf span_of) const {
    auto const today = local_date(at);
    // What opened yesterday may go on after midnight.
    for (int day = -1; day <= farthest_days; ++day) {
        auto const date = add_days(today, day);
        auto const span = span_of(date);
        if (!span) continue;
        auto const opening = opening_of(date, *span);
        if (at < opening.closes) return opening;
    }
    return std::nullopt;
}

std::optional<Opening> Calendar::opening(PersonId person, Instant at) const {
    return next(at, [&](Date const& date) { return operating(person, date); });
}

bool Calendar::is_open(PersonId person, Instant at) const {
    auto const now = opening(person, at);
    return now && now->opens <= at;
}

std::optional<Opening> Calendar::working_opening(std::string_view department, Instant at) const {
    return next(at, [&](Date const& date) { return working(department, date); });
}

}  // namespace horenso::hours
