// Who may do what (clause 3.1). Included by directory.hpp.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/store/store.hpp"
#include "services/directory/ids.hpp"

namespace horenso::json {
class Writer;
}

namespace horenso::directory {

struct Person;

/// In the order of their ranks. Administrators and sub-administrators may all there is; members what they are given.
enum class Role { member, sub_administrator, administrator };
/// "member", "sub_administrator", "administrator": in the store and on the wire.
std::string_view role_name(Role role);
std::optional<Role> role_named(std::string_view name);

using Permissions = std::set<Permission>;
/// "staff", "sign_in": in the store and on the wire.
std::string_view permission_name(Permission permission);
std::optional<Permission> permission_named(std::string_view name);
Permissions const& all_permissions();
/// ["staff","sign_in"]
void write_permissions(json::Writer& out, Permissions const& permissions);

/// Where somebody stands: the role, and what it and their sets allow.
struct Standing {
    Role role = Role::member;
    Permissions permissions = {};

    /// Whether who stands here may act on who stands there: on nobody of a higher rank, nor on somebody who may do what
    /// they may not themselves. Who makes a sign-in card for somebody could become that somebody.
    bool reaches(Standing const& other) const;
};
/// Of somebody who isn't there (any more): a member's who is given nothing.
Standing standing_of(Tx& tx, OrgId org, PersonId person);

/// What every permit has.
class Permitted {
public:
    OrgId org() const { return org_; }
    Standing const& standing() const { return standing_; }

protected:
    Permitted(OrgId org, Standing standing) : org_(org), standing_(std::move(standing)) {}

private:
    OrgId org_;
    Standing standing_;
};

/// Proof that the viewer is permitted this, good for the transaction it was made in.
template <Permission what>
class Permit : public Permitted {
private:
    template <Permission asked>
    friend Result<Permit<asked>> require(Tx& tx, Viewer const& viewer);
    Permit(OrgId org, Standing standing) : Permitted(org, std::move(standing)) {}
};

/// Where the viewer stands, if that permits `what`: 403 `directory.not_administrator` for everybody else, and
/// `directory.not_from_here` where clause 3.4 says so.
Result<Standing> permitted(Tx& tx, Viewer const& viewer, Permission what);

template <Permission what>
Result<Permit<what>> require(Tx& tx, Viewer const& viewer) {
    auto standing = permitted(tx, viewer, what);
    if (!standing) return standing.problem();
    return Permit<what>{viewer.org, *std::move(standing)};
}

/// Whether the viewer is permitted it, here.
bool may(Tx& tx, Viewer const& viewer, Permission what);

/// Somebody whom the permit reaches. 404 `directory.no_such_person`, 403 `directory.higher_rank`.
Result<Person> find_in_reach(Tx& tx, Permitted const& permit, PersonId person);
/// 403 `directory.higher_rank` if it doesn't.
std::optional<Problem> refuse_out_of_reach(Tx& tx, Permitted const& permit, PersonId person);

/// Everybody who is permitted it: who hears what there is to do.
std::vector<PersonId> permitted_people(Tx& tx, OrgId org, Permission what);

}  // namespace horenso::directory
