#include "features/talk/recorded.hpp"

namespace horenso::talk {
namespace {

void record(Tx& tx, Instant at, Viewer const& viewer, audit::Action action, RoomId room,
            audit::Details details) {
    audit::record(tx, at,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = {audit::Subject::Kind::room, room.value},
                   .details = std::move(details)});
}

}  // namespace

void record_created(Tx& tx, Instant at, Viewer const& viewer, Room const& room) {
    // Named, because clang 14 breaks down over a choice between two consteval temporaries.
    constexpr audit::Word direct{"direct"}, group{"group"};
    auto const kind = room.kind == RoomKind::direct ? direct : group;
    audit::Details details;
    details.word("kind", kind).ids("people", room.members);
    record(tx, at, viewer, audit::Action::room_created, room.id, std::move(details));
}

void record_added(Tx& tx, Instant at, Viewer const& viewer, RoomId room,
                  std::vector<PersonId> const& people) {
    audit::Details details;
    details.ids("people", people);
    record(tx, at, viewer, audit::Action::members_added, room, std::move(details));
}

void record_removed(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                    std::optional<PersonId> new_master) {
    audit::Details details;
    details.id("person", person);
    if (new_master) details.id("new_master", *new_master);
    record(tx, at, viewer, audit::Action::member_removed, room, std::move(details));
}

void record_group(Tx& tx, Instant at, Viewer const& viewer, RoomId room, Group const& before,
                  Group const& after, Renamed renamed) {
    constexpr audit::Word listed{"listed"}, unlisted{"unlisted"}, changed{"changed"};
    audit::Details details;
    if (renamed == Renamed::yes) details.word("name", changed);
    if (before.purpose != after.purpose) details.word("purpose", changed);
    if (before.ends_on != after.ends_on) details.word("ends_on", changed);
    if (before.shows_past != after.shows_past)
        details.number("shows_past", after.shows_past ? 1 : 0);
    if (before.visibility != after.visibility)
        details.word("visibility", after.visibility == Visibility::listed ? listed : unlisted);
    record(tx, at, viewer, audit::Action::group_changed, room, std::move(details));
}

void record_master(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId master) {
    audit::Details details;
    details.id("master", master);
    record(tx, at, viewer, audit::Action::master_set, room, std::move(details));
}

void record_deputy(Tx& tx, Instant at, Viewer const& viewer, RoomId room,
                   std::optional<PersonId> deputy) {
    audit::Details details;
    if (deputy) details.id("deputy", *deputy);
    record(tx, at, viewer, audit::Action::deputy_set, room, std::move(details));
}

void record_answer(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                   Groups::Answer answer) {
    constexpr audit::Word yes{"yes"}, no{"no"};
    audit::Details details;
    details.id("person", person).word("answer", answer == Groups::Answer::yes ? yes : no);
    record(tx, at, viewer, audit::Action::request_answered, room, std::move(details));
}

void record_reviewed(Tx& tx, Instant at, Viewer const& viewer, RoomId room, PersonId person,
                     Reviews::Answer answer) {
    constexpr audit::Word stays{"stays"}, leaves{"leaves"};
    audit::Details details;
    details.id("person", person).word("answer", answer == Reviews::Answer::stays ? stays : leaves);
    record(tx, at, viewer, audit::Action::review_answered, room, std::move(details));
}

void record_urgent(Tx& tx, Viewer const& viewer, Message const& message) {
    audit::Details details;
    details.number("seq", message.seq);
    record(tx, message.posted_at, viewer, audit::Action::urgent_posted, message.room,
           std::move(details));
}

void record_report(Tx& tx, Instant at, Viewer const& viewer, audit::Action action,
                   ReportId report) {
    audit::record(tx, at,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = {audit::Subject::Kind::report, report.value}});
}

}  // namespace horenso::talk
