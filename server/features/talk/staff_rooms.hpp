// Rooms whose members follow the directory (clause 5.4). Included by talk.hpp.
#pragma once
#include <compare>
#include <string>
#include <string_view>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/directory.hpp"

namespace horenso::talk {

/// What makes somebody a member of an automatic room: to be employed so, or to work in a department or in what is
/// under it, with a main or another post.
struct Origin {
    enum class Kind { employment, department } kind = Kind::employment;
    std::string name = {};  ///< of the employment type or department; empty: the department is gone
    friend auto operator<=>(Origin const&, Origin const&) = default;
};
std::string_view name_of(Origin::Kind kind);
Origin::Kind origin_kind_of(std::string_view name);

/// Keeps a room for each employment type and each department, with those in it whom the directory has there. Nobody
/// else changes who is in: 409 `talk.automatic_room`. `app` plugs it into the directory, which holds the
/// organisation's row meanwhile, so that two changes never make one room twice.
class StaffRooms {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
    };
    explicit StaffRooms(Needs needs) : needs_(needs) {}

    /// People came, or are elsewhere now: they are in their rooms, and in no others, from this transaction on.
    void place(Tx& tx, OrgId org, directory::StaffPlan const& moved) const;
    /// Departments are called otherwise, are gone, or are part of another: rooms and everybody in them follow.
    void rearrange(Tx& tx, OrgId org, directory::Renames const& renames) const;

    /// For organisations from before there were such rooms; changes nothing where all is as it should be.
    Task<Result<Done>> make_missing() const;

private:
    Needs needs_;
};

}  // namespace horenso::talk
