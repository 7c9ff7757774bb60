#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/embedded.hpp"
#include "services/policy/mode.hpp"

namespace horenso::policy {

/// How a clause is kept.
enum class KeptBy {
    system,  ///< 仕組みで守る: the program does it
    screen,  ///< 画面で助ける: the program hints and shows
    people,  ///< 人が守る
};
std::string_view name_of(KeptBy kept_by);

/// A clause as a preset words and sets it.
struct PresetClause {
    std::string id;
    std::string title;
    std::string text;
    KeptBy kept_by = KeptBy::people;
    std::map<std::string, Mode, std::less<>> modes;         ///< by measure
    std::map<std::string, Modes, std::less<>> departments;  ///< what these may choose
    std::optional<int> parameter;
    std::string differs;  ///< where and why it departs from the guideline it was made after
    std::string danger;   ///< why the guideline's own words endanger the organisation
};

/// A file of presets/: what an organisation's guideline is made from.
struct Preset {
    struct Section {
        std::string title;
        std::vector<PresetClause> clauses;
    };
    std::string id;
    std::string title;
    std::string made_on;                  ///< "2022-12-27"
    std::vector<std::string> amended_on;  ///< 追記
    std::string effective_on;
    std::vector<Section> sections;

    PresetClause const& clause(std::string_view id) const;
};

/// Reads every preset that was built into the program. Throws std::runtime_error, with file and line, for one
/// that doesn't name every clause once, in order, with modes that the clause may have.
std::map<std::string, Preset, std::less<>> read_presets(std::span<embedded::File const> files);

}  // namespace horenso::policy
