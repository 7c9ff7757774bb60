#include "services/policy/settings.hpp"

#include <charconv>

#include "services/policy/changes.hpp"

namespace horenso::policy {
namespace {

constexpr Sql select_settings{R"(
    SELECT clause_id, name, department, value, set_by, set_at FROM policy_setting WHERE org_id = $1)"};

constexpr Sql select_set{R"(
    SELECT 1 FROM policy_setting
     WHERE org_id = $1 AND clause_id = $2 AND name = $3 AND value = $4
     LIMIT 1)"};

constexpr Sql select_limits{R"(
    SELECT clause_id, measure, modes FROM policy_limit WHERE org_id = $1)"};

constexpr Sql upsert_setting{R"(
    INSERT INTO policy_setting (org_id, clause_id, name, department, value, set_by, set_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (org_id, clause_id, name, department)
    DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at)"};

constexpr Sql delete_setting{R"(
    DELETE FROM policy_setting
     WHERE org_id = $1 AND clause_id = $2 AND name = $3 AND department = $4)"};

constexpr Sql delete_limit{R"(
    DELETE FROM policy_limit WHERE org_id = $1 AND clause_id = $2 AND measure = $3)"};

constexpr Sql upsert_limit{R"(
    INSERT INTO policy_limit (org_id, clause_id, measure, modes) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, clause_id, measure) DO UPDATE SET modes = excluded.modes)"};

constexpr Sql rename_department{R"(
    UPDATE policy_setting SET department = $3 WHERE org_id = $1 AND department = $2)"};

constexpr Sql delete_department{R"(
    DELETE FROM policy_setting WHERE org_id = $1 AND department = $2)"};

/// The clause that decides, for one that is kept by another.
std::string_view deciding(Clause const& clause) {
    return clause.as[0] ? std::string_view{clause.as} : clause.id.text();
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string_view name_of(Level level) {
    switch (level) {
        case Level::preset: return "preset";
        case Level::organisation: return "organisation";
        case Level::department: return "department";
    }
    return {};
}

Settings::Settings(Tx& tx, OrgId org, Preset const& preset) : preset_(preset) {
    auto row = tx.query(select_settings, org);
    while (row.next())
        rows_.insert_or_assign(
            {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)},
            Row{row.get<std::string>(3), row.get<PersonId>(4), row.get<Instant>(5)});
    auto limit = tx.query(select_limits, org);
    while (limit.next())
        if (auto const modes = modes_of(limit.get<std::string_view>(2)))
            limits_.insert_or_assign({limit.get<std::string>(0), limit.get<std::string>(1)},
                                     *modes);
}

Settings::Row const* Settings::find(std::string_view clause, std::string_view name,
                                    std::string_view department) const {
    auto const found =
        rows_.find({std::string{clause}, std::string{name}, std::string{department}});
    return found == rows_.end() ? nullptr : &found->second;
}

Mode Settings::preset_mode(Clause const& clause, Measure const& measure) const {
    return preset_.clause(deciding(clause)).modes.find(measure.name.text())->second;
}

InForce<Mode> Settings::mode(Clause const& clause, Measure const& measure,
                             std::string_view department) const {
    auto const id = deciding(clause);
    if (!department.empty() && are_flexible()) {
        auto const* own = find(id, measure.name.text(), department);
        auto const mode = own ? mode_named(own->value) : std::nullopt;
        if (mode && limits(clause, measure).has(*mode))
            return {*mode, Level::department, own->set_by, own->set_at};
    }
    auto const* row = find(id, measure.name.text(), "");
    auto const mode = row ? mode_named(row->value) : std::nullopt;
    if (mode && measure.modes.has(*mode))
        return {*mode, Level::organisation, row->set_by, row->set_at};
    return {preset_mode(clause, measure)};
}

InForce<int> Settings::parameter(Clause const& clause, std::string_view department) const {
    auto const& allowed = clause.parameter;
    auto const id = deciding(clause);
    for (auto const level : {Level::department, Level::organisation}) {
        auto const own = level == Level::department;
        if (own && (department.empty() || !are_flexible() ||
                    limits(clause, measures_of(clause)[0]).empty()))
            continue;
        auto const* row = find(id, allowed.name, own ? department : std::string_view{});
        auto const value = row ? number(row->value) : std::nullopt;
        if (value && *value >= allowed.least && *value <= allowed.most)
            return {*value, level, row->set_by, row->set_at};
    }
    return {preset_.clause(id).parameter.value_or(0)};
}

Modes Settings::limits(Clause const& clause, Measure const& measure) const {
    auto const id = deciding(clause);
    auto const set = limits_.find({std::string{id}, measure.name.text()});
    if (set != limits_.end()) return measure.modes.contain(set->second) ? set->second : Modes{};
    auto const& departments = preset_.clause(id).departments;
    auto const preset = departments.find(measure.name.text());
    return preset == departments.end() ? Modes{} : preset->second;
}

bool Settings::is_on(std::string_view clause, std::string_view department,
                     std::string_view measure) const {
    auto const& of = *find_clause(clause);
    return mode(of, *find_measure(of, measure), department).value == Mode::on;
}

bool Settings::asks_first(std::string_view clause, std::string_view department) const {
    auto const& of = *find_clause(clause);
    return mode(of, *find_measure(of, main_measure.text()), department).value == Mode::confirm;
}

bool Settings::are_flexible() const { return is_on("0"); }

bool is_set(Tx& tx, OrgId org, std::string_view clause, std::string_view name, Mode mode) {
    return tx.query(select_set, org, clause, name, mode_name(mode)).next();
}

void write_setting(Tx& tx, Viewer const& by, Setting const& setting, Instant now) {
    tx.run(upsert_setting, by.org, deciding(setting.clause), setting.name, setting.department,
           setting.value, by.person, now);
}

void erase_setting(Tx& tx, OrgId org, Setting const& setting) {
    tx.run(delete_setting, org, deciding(setting.clause), setting.name, setting.department);
}

void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames) {
    directory::rename_in(tx, org, renames, rename_department, delete_department);
    tell_change(tx, org);
}

void erase_limit(Tx& tx, OrgId org, Clause const& clause, Measure const& measure) {
    tx.run(delete_limit, org, deciding(clause), measure.name.text());
}

void write_limit(Tx& tx, OrgId org, Clause const& clause, Measure const& measure, Modes modes) {
    tx.run(upsert_limit, org, deciding(clause), measure.name.text(), modes_text(modes));
}

}  // namespace horenso::policy
