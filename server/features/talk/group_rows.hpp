#pragma once
#include <string_view>

#include "features/talk/enter.hpp"

namespace horenso::talk {

/// As they stand in the store and on the wire.
std::string_view name_of(Visibility visibility);
Visibility visibility_of(std::string_view name);
std::string_view name_of(Came came);
Came came_of(std::string_view name);

/// Why a group can't be called and be so, if it can't; `now` is the one that it is until then. Puts the end into its
/// usual form.
std::optional<Problem> refuse_group(std::string_view name, Group& wanted, Group const& now,
                                    Instant at);

/// To change a group: 409 for a direct or automatic room, 403 `talk.not_master` for whoever leads it not.
Result<Entered> enter_to_lead(Tx& tx, Viewer const& viewer, RoomId room);
/// 403 `talk.only_master` for the deputy too.
Result<Entered> enter_as_master(Tx& tx, Viewer const& viewer, RoomId room);

Group read_group(Tx& tx, Entered const& in);
/// Open ones, the oldest first, for whoever leads the room.
std::vector<JoinRequest> read_requests(Tx& tx, OrgId org, RoomId room);

/// Its members' screens follow.
void tell_changed(Tx& tx, Entered const& in);
/// Everybody's, if it is listed.
void tell_if_listed(Tx& tx, OrgId org, RoomId room);
/// Deletes what somebody asked, and tells them and the room; false if they asked nothing.
bool drop_request(Tx& tx, OrgId org, RoomId room, PersonId person);
/// Nobody asks any more: the group is no longer listed, or empty.
void end_requests(Tx& tx, Entered const& in);

}  // namespace horenso::talk
