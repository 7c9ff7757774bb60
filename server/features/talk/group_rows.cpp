// What a group is besides a room: as it stands in the store, and what may stand there.
#include "features/talk/group_rows.hpp"

#include "features/talk/automatic.hpp"
#include "features/talk/events.hpp"
#include "platform/text/limits.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/live/events.hpp"

namespace horenso::talk {
namespace {

constexpr text::Limits longest_name{.graphemes = 50, .bytes = 40 * 1024};
constexpr text::Limits longest_purpose{.graphemes = 200, .bytes = 40 * 1024};

constexpr Sql select_group{R"(
    SELECT visibility, purpose, ends_on, shows_past, deputy_id, edited
      FROM talk_room
     WHERE org_id = $1 AND room_id = $2)"};

constexpr Sql select_listed{R"(
    SELECT 1 FROM talk_room WHERE org_id = $1 AND room_id = $2 AND visibility = 'listed')"};

constexpr Sql select_requests{R"(
    SELECT person_id, words, asked_at
      FROM talk_request
     WHERE org_id = $1 AND room_id = $2 AND declined_at IS NULL
     ORDER BY asked_at, person_id)"};

constexpr Sql select_askers{R"(
    SELECT person_id FROM talk_request WHERE org_id = $1 AND room_id = $2 ORDER BY person_id)"};

constexpr Sql delete_request{R"(
    DELETE FROM talk_request WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

std::optional<Problem> refuse_purpose(Group const& wanted) {
    auto const wrong = text::what_is_wrong(wanted.purpose, longest_purpose);
    if (!wrong) return std::nullopt;
    if (*wrong != text::Wrong::blank) return Problem{.status = 422, .code = "talk.bad_purpose"};
    if (wanted.visibility == Visibility::unlisted) return std::nullopt;
    return Problem{.status = 422, .code = "talk.purpose_missing", .clause = "6.1"};
}

/// A day that has passed stays where it stands, so that the rest can be changed.
std::optional<Problem> refuse_end(Group& wanted, Group const& now, Instant at) {
    if (!wanted.ends_on) return std::nullopt;
    auto const day = parse_japanese_date(*wanted.ends_on);
    if (day) wanted.ends_on = iso_text(*day);
    if (!day || (wanted.ends_on != now.ends_on && *day < local_date(at)))
        return Problem{.status = 422, .code = "talk.bad_end"};
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Visibility visibility) {
    return visibility == Visibility::listed ? "listed" : "unlisted";
}

Visibility visibility_of(std::string_view name) {
    return name == "listed" ? Visibility::listed : Visibility::unlisted;
}

std::string_view name_of(Came came) {
    switch (came) {
        case Came::before: return "before";
        case Came::made: return "made";
        case Came::added: return "added";
        case Came::asked: return "asked";
        case Came::placed: return "placed";
    }
    return {};
}

Came came_of(std::string_view name) {
    for (auto const came : {Came::made, Came::added, Came::asked, Came::placed})
        if (name == name_of(came)) return came;
    return Came::before;
}

std::optional<Problem> refuse_group(std::string_view name, Group& wanted, Group const& now,
                                    Instant at) {
    if (text::what_is_wrong(name, longest_name) || name.find('\n') != name.npos)
        return Problem{.status = 422, .code = "talk.bad_room_name"};
    if (auto refused = refuse_purpose(wanted)) return refused;
    return refuse_end(wanted, now, at);
}

Result<Entered> enter_to_lead(Tx& tx, Viewer const& viewer, RoomId room) {
    auto const in = enter_to_change(tx, viewer, room);
    if (!in) return in.problem();
    if (in->kind() == RoomKind::direct)
        return Problem{.status = 409, .code = "talk.direct_is_for_two"};
    if (auto refused = refuse_automatic(tx, *in)) return *std::move(refused);
    if (!in->leads()) return Problem{.status = 403, .code = "talk.not_master"};
    return *in;
}

Result<Entered> enter_as_master(Tx& tx, Viewer const& viewer, RoomId room) {
    auto const in = enter_to_lead(tx, viewer, room);
    if (!in) return in.problem();
    if (in->person() != in->master()) return Problem{.status = 403, .code = "talk.only_master"};
    return *in;
}

Group read_group(Tx& tx, Entered const& in) {
    auto row = tx.query(select_group, in.org(), in.room());
    row.next();
    return {visibility_of(row.get<std::string_view>(0)), row.get<std::string>(1),
            row.get<std::optional<std::string>>(2),      row.get<std::int64_t>(3) != 0,
            row.get<std::optional<PersonId>>(4),         row.get<std::int64_t>(5)};
}

std::vector<JoinRequest> read_requests(Tx& tx, OrgId org, RoomId room) {
    std::vector<JoinRequest> requests;
    auto row = tx.query(select_requests, org, room);
    while (row.next())
        requests.push_back({row.get<PersonId>(0), row.get<std::string>(1), row.get<Instant>(2)});
    return requests;
}

void tell_changed(Tx& tx, Entered const& in) {
    tx.tell(room_changed(in.stream(), tx.advance(in.stream())));
}

void tell_if_listed(Tx& tx, OrgId org, RoomId room) {
    if (!tx.query(select_listed, org, room).next()) return;
    live::tell_changed(tx, "talk.groups_changed", groups_stream(org));
}

bool drop_request(Tx& tx, OrgId org, RoomId room, PersonId person) {
    if (tx.run(delete_request, org, room, person) == 0) return false;
    auto const stream = room_stream(org, room);
    tx.tell(room_changed(stream, tx.advance(stream)));
    notify::tell(tx, org, person);
    return true;
}

void end_requests(Tx& tx, Entered const& in) {
    std::vector<PersonId> askers;
    {
        auto row = tx.query(select_askers, in.org(), in.room());
        while (row.next()) askers.push_back(row.get<PersonId>(0));
    }
    for (auto const person : askers) drop_request(tx, in.org(), in.room(), person);
}

}  // namespace horenso::talk
