#pragma once
#include <optional>
#include <vector>

#include "features/talk/talk.hpp"
#include "services/audit/audit.hpp"

namespace horenso::talk {

/// What changes of rooms leave in the audit; each is called last in its transaction. What is said in a
/// room leaves nothing.
void record_created(Tx& tx, Instant at, Viewer const& viewer, Room const& room);
void record_added(Tx& tx, Instant at, Viewer const& viewer, RoomId room,
                  std::vector<PersonId> const& people);
/// `new_master`: who became it, if the master left.
void record_removed(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                    std::optional<PersonId> new_master);
enum class Renamed { no, yes };
/// What of a group became another; not what it says now.
void record_group(Tx& tx, Instant at, Viewer const& viewer, RoomId room, Group const& before,
                  Group const& after, Renamed renamed);
void record_master(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId master);
void record_deputy(Tx& tx, Instant at, Viewer const& viewer, RoomId room,
                   std::optional<PersonId> deputy);
/// What was said to somebody who asked to come in; not why they asked.
void record_answer(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                   Groups::Answer answer);
/// What came of a review (clause 6.4).
void record_reviewed(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                     Reviews::Answer answer);
/// Who called others at once, where; not why.
void record_urgent(Tx& tx, Viewer const& viewer, Message const& message);
/// What happens to a report; not what it says.
void record_report(Tx& tx, Instant at, Viewer const& viewer, audit::Action action, ReportId report);

}  // namespace horenso::talk
