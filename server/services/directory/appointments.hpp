// Who is given which role, and what sets of permissions there are (clause 3.1). Included by directory.hpp.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/task.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/roles.hpp"

namespace horenso::net {
class Router;
}

namespace horenso::directory {

using RoleSetId = Id<struct RoleSetTag>;

/// What somebody may be given as one: 研修担当.
struct NewRoleSet {
    std::string name;
    Permissions permissions;
};
struct RoleSet {
    RoleSetId id;
    std::string name;
    Permissions permissions;
};

/// Somebody who is given anything.
struct Appointed {
    PersonId person;
    Role role = Role::member;
    std::vector<RoleSetId> sets = {};
};

/// Who gave whom what; or what a set has become.
struct RoleChange {
    std::int64_t id = 0;  ///< rising
    Instant at;
    std::optional<PersonId> by;      ///< nobody: whoever runs the server
    std::optional<PersonId> person;  ///< nobody: it is about a set
    std::string set = {};            ///< its name then
    std::string role_before = {};
    std::string role_after = {};
    std::vector<std::string> before = {};  ///< the person's sets; of a set, its permissions
    std::vector<std::string> after = {};
};

struct Roles {
    std::vector<RoleSet> sets;        ///< in the order in which they were made
    std::vector<Appointed> people;    ///< highest rank first
    std::vector<RoleChange> changes;  ///< the newest first; a hundred at most
    std::int64_t seen = 0;            ///< the newest that the viewer has looked at
    bool may_edit_sets = false;
};

/// What follows in the transaction in which somebody is given another role or other sets.
struct RoleNews {
    std::vector<PersonId> raised;  ///< may do now what they could not before
    std::vector<PersonId> told;    ///< hear of it: administrators and sub-administrators
};
using AlsoAppoint = std::function<void(Tx&, OrgId, RoleNews const&)>;

/// Roles are given by administrators and sub-administrators: up to their own rank, to nobody of a higher one, and never to
/// oneself. Sets are made by administrators. All of it holds from the next request on, is recorded, and is told to those
/// two roles. 403 `directory.not_administrator` to everybody else.
class Appointments {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        AlsoAppoint also_appoint = {};
    };
    explicit Appointments(Needs needs) : needs_(std::move(needs)) {}

    Task<Result<Roles>> roles(Viewer const& viewer) const;
    /// From now on `person` has this role and these sets, and no others. 403 `directory.higher_rank`,
    /// `directory.not_oneself`; 404 `directory.no_such_person`, `directory.no_such_set`; 409
    /// `directory.last_administrator`.
    Task<Result<Done>> appoint(Viewer const& viewer, PersonId person, Role role,
                               std::vector<RoleSetId> sets) const;

    /// 422 `directory.bad_set`: without a name of 1 to 30 characters on one line, or without a permission. 409
    /// `directory.set_name_taken`.
    Task<Result<RoleSetId>> make_set(Viewer const& viewer, NewRoleSet set) const;
    /// The same, and 404 `directory.no_such_set`. Whoever has the set may do something else from now on.
    Task<Result<Done>> change_set(Viewer const& viewer, RoleSetId set, NewRoleSet now) const;
    /// Nobody has it any more.
    Task<Result<Done>> delete_set(Viewer const& viewer, RoleSetId set) const;

    /// The viewer has looked at changes up to this one. The mark never goes back, nor past the newest.
    Task<Result<Done>> see(Viewer const& viewer, std::int64_t up_to) const;

    /// For whoever runs the server: the set of this name, made if it isn't there, is added to what these people have.
    Task<Result<Done>> give_set_of(OrgId org, NewRoleSet set, std::vector<PersonId> people) const;

private:
    Needs needs_;
};

}  // namespace horenso::directory
