#include "services/policy/preset.hpp"

#include <toml++/toml.h>

#include <stdexcept>

#include "services/policy/clauses.hpp"

namespace horenso::policy {
namespace {

[[noreturn]] void refuse(toml::node const& node, std::string const& why) {
    auto const& source = node.source();
    throw std::runtime_error{(source.path ? *source.path : std::string{}) + ':' +
                             std::to_string(source.begin.line) + ": " + why};
}

std::string need_text(toml::table const& table, char const* key) {
    auto const text = table[key].value<std::string>();
    if (!text || text->empty()) refuse(table, std::string{"expected "} + key + " = text");
    return *text;
}

std::string iso_date(toml::node const* node, toml::node const& holder) {
    auto const* date = node ? node->as_date() : nullptr;
    if (!date) refuse(node ? *node : holder, "expected a date");
    auto const two = [](unsigned part) { return (part < 10 ? "-0" : "-") + std::to_string(part); };
    return std::to_string(date->get().year) + two(date->get().month) + two(date->get().day);
}

template <class Each>
void each_table(toml::table const& in, char const* key, Each each) {
    auto const* list = in[key].as_array();
    if (!list) refuse(in, std::string{"expected [["} + key + "]]");
    for (auto const& node : *list) {
        if (!node.is_table()) refuse(node, "expected a table");
        each(*node.as_table());
    }
}

KeptBy kept_by_of(toml::table const& table) {
    auto const text = need_text(table, "kept_by");
    for (auto const one : {KeptBy::system, KeptBy::screen, KeptBy::people})
        if (text == name_of(one)) return one;
    refuse(table, "kept_by is system, screen or people");
}

Mode need_mode(toml::node const& node) {
    auto const mode = mode_named(node.value_or(std::string_view{}));
    if (!mode) refuse(node, "expected a mode");
    return *mode;
}

Measure const& need_measure(Clause const& clause, toml::key const& name, toml::node const& node) {
    auto const* measure = find_measure(clause, name.str());
    if (!measure) refuse(node, "the clause has no measure of this name");
    return *measure;
}

void read_modes(toml::table const& table, Clause const& clause, PresetClause& into) {
    if (auto const* modes = table["modes"].as_table())
        for (auto const& [name, node] : *modes) {
            auto const mode = need_mode(node);
            if (!need_measure(clause, name, node).modes.has(mode))
                refuse(node, "the measure can't have this mode");
            into.modes.emplace(name.str(), mode);
        }
    auto const own = clause.as[0] == '\0';
    for (auto const& measure : measures_of(clause))
        if (own && !into.modes.contains(measure.name.text()))
            refuse(table, std::string{"expected a mode for "} + measure.name.text());
}

void read_departments(toml::table const& table, Clause const& clause, PresetClause& into) {
    auto const* departments = table["departments"].as_table();
    if (!departments) return;
    for (auto const& [name, node] : *departments) {
        if (!node.is_array()) refuse(node, "expected a list of modes");
        Modes may;
        for (auto const& one : *node.as_array()) may.add(need_mode(one));
        if (!need_measure(clause, name, node).modes.contain(may))
            refuse(node, "the measure can't have all of these modes");
        into.departments.emplace(name.str(), may);
    }
}

void read_parameter(toml::table const& table, Clause const& clause, PresetClause& into) {
    if (clause.parameter.name[0] == '\0') return;
    auto const value = table["parameters"][clause.parameter.name].value<int>();
    if (!value || *value < clause.parameter.least || *value > clause.parameter.most)
        refuse(table, std::string{"expected parameters with "} + clause.parameter.name);
    into.parameter = value;
}

PresetClause clause_of(toml::table const& table, Clause const& clause) {
    PresetClause read;
    read.id = need_text(table, "id");
    if (read.id != clause.id.text())
        refuse(table, std::string{"expected clause "} + clause.id.text());
    read.title = need_text(table, "title");
    read.text = need_text(table, "text");
    read.kept_by = kept_by_of(table);
    read.differs = table["differs"].value_or(std::string{});
    read.danger = table["danger"].value_or(std::string{});
    read_modes(table, clause, read);
    read_departments(table, clause, read);
    read_parameter(table, clause, read);
    return read;
}

Preset preset_of(toml::table const& file) {
    Preset preset;
    preset.id = need_text(file, "id");
    preset.title = need_text(file, "title");
    preset.made_on = iso_date(file.get("made_on"), file);
    preset.effective_on = iso_date(file.get("effective_on"), file);
    if (auto const* amended = file["amended_on"].as_array())
        for (auto const& node : *amended) preset.amended_on.push_back(iso_date(&node, file));
    auto next = clauses().begin();
    each_table(file, "section", [&](toml::table const& section) {
        auto& read = preset.sections.emplace_back(Preset::Section{need_text(section, "title"), {}});
        each_table(section, "clause", [&](toml::table const& clause) {
            if (next == clauses().end()) refuse(clause, "there is no further clause");
            read.clauses.push_back(clause_of(clause, *next++));
        });
    });
    if (next != clauses().end())
        refuse(file, std::string{"clause "} + next->id.text() + " is missing");
    return preset;
}

}  // namespace

std::string_view name_of(KeptBy kept_by) {
    switch (kept_by) {
        case KeptBy::system: return "system";
        case KeptBy::screen: return "screen";
        case KeptBy::people: return "people";
    }
    return {};
}

PresetClause const& Preset::clause(std::string_view of) const {
    for (auto const& section : sections)
        for (auto const& one : section.clauses)
            if (one.id == of) return one;
    throw std::logic_error{"no clause " + std::string{of}};
}

std::map<std::string, Preset, std::less<>> read_presets(std::span<embedded::File const> files) {
    std::map<std::string, Preset, std::less<>> presets;
    for (auto const& file : files) {
        if (!file.path.starts_with("services/policy/presets/")) continue;
        auto preset = preset_of(toml::parse(file.bytes, file.path));
        auto const id = preset.id;
        presets.emplace(id, std::move(preset));
    }
    return presets;
}

}  // namespace horenso::policy
