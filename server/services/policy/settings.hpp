#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "platform/store/store.hpp"
#include "services/directory/ids.hpp"
#include "services/policy/clauses.hpp"
#include "services/policy/preset.hpp"

namespace horenso::policy {

/// Who says what holds.
enum class Level { preset, organisation, department };
std::string_view name_of(Level level);

/// What holds, and who set it.
template <class T>
struct InForce {
    T value;
    Level level = Level::preset;
    PersonId set_by = {};  ///< nobody for a preset
    Instant set_at = {};
};

/// All that an organisation set, read in one transaction, over the preset that it was made from.
/// What the program can't read, because a newer one wrote it, is as if it were not there.
class Settings {
public:
    Settings(Tx& tx, OrgId org, Preset const& preset);

    /// For people of `department`; "" for those of none.
    InForce<Mode> mode(Clause const& clause, Measure const& measure,
                       std::string_view department) const;
    /// Whether something that is on or off is on.
    bool is_on(std::string_view clause, std::string_view department = "",
               std::string_view measure = "main") const;
    /// Whether something that is on, or asks somebody first, asks.
    bool asks_first(std::string_view clause, std::string_view department = "") const;
    InForce<int> parameter(Clause const& clause, std::string_view department) const;

    /// Which modes a department may choose (clause 0); none if nothing.
    Modes limits(Clause const& clause, Measure const& measure) const;
    /// Whether departments may choose at all.
    bool are_flexible() const;

private:
    struct Row {
        std::string value;
        PersonId set_by;
        Instant set_at;
    };
    Row const* find(std::string_view clause, std::string_view name,
                    std::string_view department) const;
    Mode preset_mode(Clause const& clause, Measure const& measure) const;

    Preset const& preset_;
    std::map<std::array<std::string, 3>, Row> rows_;      ///< by clause, name, department
    std::map<std::array<std::string, 2>, Modes> limits_;  ///< by clause, measure
};

/// Whether anybody set this.
bool is_set(Tx& tx, OrgId org, std::string_view clause, std::string_view name, Mode mode);

/// Writes what holds from now on: for the whole organisation, or for a department.
struct Setting {
    Clause const& clause;
    std::string_view name;
    std::string_view department;
    std::string_view value;
};
void write_setting(Tx& tx, Viewer const& by, Setting const& setting, Instant now);
/// A department that says nothing of its own is as the organisation says; the organisation, as the preset.
void erase_setting(Tx& tx, OrgId org, Setting const& setting);
/// Departments may choose what the preset says.
void erase_limit(Tx& tx, OrgId org, Clause const& clause, Measure const& measure);
void write_limit(Tx& tx, OrgId org, Clause const& clause, Measure const& measure, Modes modes);

}  // namespace horenso::policy
