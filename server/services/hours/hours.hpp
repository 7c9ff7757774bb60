#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "services/access/access.hpp"
#include "services/hours/calendar.hpp"
#include "services/live/live.hpp"
#include "services/policy/policy.hpp"

namespace horenso::hours {

inline constexpr std::string_view changed_event = "hours.changed";
/// Everybody hears when times change.
Stream hours_stream(OrgId org);

/// Whose times.
struct Scope {
    enum class Kind { organisation, site, department, person } kind = Kind::person;
    std::string whose = {};  ///< "", a site's or a department's name, a person's id
};
std::string_view name_of(Scope::Kind kind);

/// A kind of day (シフト) that people choose for a day of their own; without a span it is a day off.
struct Pattern {
    std::string name;
    std::optional<Span> open = {};
    friend bool operator==(Pattern const&, Pattern const&) = default;
};

/// What the organisation ("" its name), a site or a department says.
struct NamedLevel {
    std::string name;
    std::string site = {};  ///< where a department works
    Level level = {};
    std::vector<Pattern> patterns = {};
};

/// Everything but people's own.
struct AllLevels {
    NamedLevel organisation;
    std::vector<NamedLevel> sites = {};
    std::vector<NamedLevel> departments = {};  ///< those that people work in
};

/// The times that concern one person.
struct Mine {
    Level organisation, site, department, person;
    std::string site_name;
    std::string department_name;
    InForce in_force;
    Date today;
    std::string today_name = {};               ///< of a day that is not an ordinary one
    std::optional<Span> working_today = {};    ///< of the department
    std::optional<Opening> operating = {};     ///< the present one, or the next
    std::optional<Opening> working_next = {};  ///< of the department: the present one, or the next
    bool is_open = false;                      ///< the person may be rung now
    bool is_head = false;                      ///< and may set the department's times
    std::vector<Pattern> patterns = {};        ///< the department's, or else the organisation's
};

/// Whether somebody may be rung now, and when next.
struct Status {
    PersonId person;
    bool is_open = false;
    std::optional<Opening> opening;
};

/// A day as somebody sets it: as the week says, or another.
struct DayChoice {
    std::string
        day;  ///< "2026-12-29", or "12-29" for every year (of the organisation and its sites)
    enum class Says { usual, open, closed } says = Says::usual;
    std::optional<Span> open = {};
    std::string name = {};
};

/// The calendar of working time and the operating time of people (clauses B1 and B2).
class Hours {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        policy::Policy const& policy;
        /// What else is to happen, in the same transaction, when somebody's times change.
        std::function<void(Tx&, OrgId)> also_changed = {};
    };
    explicit Hours(Needs needs) : needs_(std::move(needs)) {}

    Task<Mine> mine(Viewer const& viewer) const;
    /// Whoever is permitted `hours`, 403.
    Task<Result<AllLevels>> all(Viewer const& viewer) const;
    /// Of those that work here; others are left out.
    Task<std::vector<Status>> statuses(Viewer const& viewer, std::vector<PersonId> people) const;

    /// In the caller's transaction.
    Calendar calendar(Tx& tx, OrgId org, std::span<PersonId const> people) const;

    /// The organisation's and a site's times, and a department's: whoever is permitted `hours`. A department's: also its head, as far
    /// as clause 0 lets departments choose. One's own: everybody (clause B2). Else 403. nullopt takes the week back: the
    /// next level says. 422 `hours.bad_week`, `hours.bad_day`, `hours.unknown_site`.
    Task<Result<Done>> set_week(Viewer const& viewer, Scope scope, std::optional<Week> week);
    Task<Result<Done>> set_day(Viewer const& viewer, Scope scope, DayChoice choice);
    /// The kinds of day of the organisation or a department, in place of those there were. 422 `hours.bad_patterns`.
    Task<Result<Done>> set_patterns(Viewer const& viewer, Scope scope,
                                    std::vector<Pattern> patterns);

    static live::Source source();

private:
    InForce in_force(Tx& tx, OrgId org) const;
    std::optional<Problem> refuse(Tx& tx, Viewer const& viewer, Scope const& scope) const;
    void changed(Tx& tx, Viewer const& viewer, Scope const& scope) const;
    Needs needs_;
};

/// The scope of the viewer's own department, and of the viewer.
Scope own_scope(Viewer const& viewer);

/// Departments are called otherwise, or are gone, and so are their hours.
void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames);
/// Sites are called otherwise, or are gone, or departments work elsewhere.
void follow_sites(Tx& tx, OrgId org, directory::Renames const& renames);

/// Deletes a person's own times (clause 3.9).
directory::Erased erase_person(Tx& tx, OrgId org, PersonId person);

/// The routes of this folder (api/hours.yaml).
void add_routes(net::Router& router, access::Door const& door, Hours& hours);

}  // namespace horenso::hours
