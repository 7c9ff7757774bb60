#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/directory.hpp"
#include "services/hours/span.hpp"

namespace horenso::hours {

/// Which rules hold (clauses B1 and B2).
struct InForce {
    bool organisation = true;  ///< B1: there is a time in which the organisation works
    bool person = true;        ///< B2: people say themselves when they may be rung
};

/// Something is open from `opens` on, until before `closes`.
struct Opening {
    Instant opens;
    Instant closes;
    friend bool operator==(Opening, Opening) = default;
};

/// The working time of an organisation, its sites and departments, and the operating time of some of its people, read
/// in one transaction. Working time (勤務時間) is what deadlines and figures count; operating time (運用時間) is when
/// somebody may be rung: as the person says, else as the department, the site, the organisation says; never on leave.
///
/// A level that says something of a day hides those above it; but a day on which the organisation is closed by its own
/// list (or, unless the level's week says otherwise, a public holiday) is closed for sites and departments that don't
/// name it.
class Calendar {
public:
    Calendar(Tx& tx, OrgId org, std::span<PersonId const> people, InForce in_force);

    /// When the department ("" for none) works on this day; nothing if it doesn't.
    std::optional<Span> working(std::string_view department, Date const& date) const;
    /// What the day is called, if it is not an ordinary one: 勤労感謝の日, 年末年始.
    std::string day_name(std::string_view department, Date const& date) const;

    /// When the person may be rung on this day; never on leave (clause B5).
    std::optional<Span> operating(PersonId person, Date const& date) const;
    bool is_open(PersonId person, Instant at) const;
    /// The time that `at` lies in, or the next one. Nothing if the next two years have none.
    std::optional<Opening> opening(PersonId person, Instant at) const;
    /// The same of working time.
    std::optional<Opening> working_opening(std::string_view department, Instant at) const;

    Level const& level(std::string const& scope, std::string const& whose) const;
    std::string const& site_of(std::string_view department) const;
    /// Their own, or their department's.
    std::string const& site_of(PersonId person) const;
    std::string const& department_of(PersonId person) const;

private:
    std::optional<Span> working_at(std::string_view department, std::string const& site,
                                   Date const& date) const;
    template <class SpanOf>
    std::optional<Opening> next(Instant at, SpanOf span_of) const;

    InForce in_force_;
    std::map<std::pair<std::string, std::string>, Level> levels_;  ///< by scope and whose
    directory::DepartmentSites sites_;
    std::map<std::int64_t, std::string> departments_;  ///< by person
    std::map<std::int64_t, std::string> own_sites_;    ///< by person
    std::map<std::int64_t, directory::Leave> leaves_;  ///< by person
};

/// The week that holds as long as an organisation sets none: Monday to Friday, 8:30 to 17:15 (clause B1); and its
/// closed days, 12/29 to 1/3.
Level const& preset_level();

}  // namespace horenso::hours
