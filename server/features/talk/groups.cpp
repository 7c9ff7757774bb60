// Groups as everybody finds them, and what master and deputy say about one (clauses 6.1, 6.2).
#include <unordered_map>

#include "features/talk/group_rows.hpp"
#include "features/talk/recorded.hpp"
#include "services/live/events.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_listed{R"(
    SELECT r.room_id, r.name, r.purpose, r.ends_on, r.master_id, r.deputy_id,
           q.asked_at, q.words, q.declined_at
      FROM talk_room r
      LEFT JOIN talk_request q ON q.org_id = r.org_id AND q.room_id = r.room_id
                              AND q.person_id = $2
     WHERE r.org_id = $1 AND r.visibility = 'listed'
       AND EXISTS (SELECT 1 FROM talk_member m
                    WHERE m.org_id = r.org_id AND m.room_id = r.room_id)
     ORDER BY r.name, r.room_id)"};

constexpr Sql select_members_of_listed{R"(
    SELECT m.room_id, m.person_id
      FROM talk_room r
      JOIN talk_member m ON m.org_id = r.org_id AND m.room_id = r.room_id
     WHERE r.org_id = $1 AND r.visibility = 'listed'
     ORDER BY m.room_id, m.joined_at, m.person_id)"};

constexpr Sql select_memberships{R"(
    SELECT person_id, came, brought_by, joined_at
      FROM talk_member
     WHERE org_id = $1 AND room_id = $2
     ORDER BY joined_at, person_id)"};

constexpr Sql select_name{"SELECT name FROM talk_room WHERE org_id = $1 AND room_id = $2"};

constexpr Sql update_group{R"(
    UPDATE talk_room
       SET name = $3, visibility = $4, purpose = $5, ends_on = $6, shows_past = $7, edited = edited + 1
     WHERE org_id = $1 AND room_id = $2)"};

ListedGroup group_of(Rows const& row, PersonId viewer) {
    ListedGroup group{row.get<RoomId>(0),      row.get<std::string>(1),
                      row.get<std::string>(2), row.get<std::optional<std::string>>(3),
                      row.get<PersonId>(4),    row.get<std::optional<PersonId>>(5)};
    if (auto const asked_at = row.get<std::optional<Instant>>(6))
        group.mine = JoinRequest{viewer, row.get<std::string>(7), *asked_at,
                                 row.get<std::optional<Instant>>(8)};
    return group;
}

std::string name_of_room(Tx& tx, Entered const& in) {
    auto row = tx.query(select_name, in.org(), in.room());
    return row.next() ? row.get<std::string>(0) : std::string{};
}

/// What somebody decides about a group; the deputy is another operation's.
bool is_same(Group const& one, Group const& other) {
    return one.visibility == other.visibility && one.purpose == other.purpose &&
           one.ends_on == other.ends_on && one.shows_past == other.shows_past;
}

}  // namespace

Stream groups_stream(OrgId org) { return {org, "groups", 0}; }

live::Source Groups::source() {
    return live::source_of_changes("groups", "talk.groups_changed",
                                   [](live::Reader reader) { return groups_stream(reader.org); });
}

Task<std::vector<ListedGroup>> Groups::listed(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        std::vector<ListedGroup> groups;
        std::unordered_map<RoomId, std::size_t> places;
        auto row = tx.query(select_listed, viewer.org, viewer.person);
        while (row.next()) {
            groups.push_back(group_of(row, viewer.person));
            places.emplace(groups.back().id, groups.size() - 1);
        }
        auto member = tx.query(select_members_of_listed, viewer.org);
        while (member.next())
            if (auto const at = places.find(member.get<RoomId>(0)); at != places.end())
                groups[at->second].members.push_back(member.get<PersonId>(1));
        return groups;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<std::vector<Membership>>> Groups::members(Viewer const& viewer, RoomId room) const {
    auto read = [&](Tx& tx) -> Result<std::vector<Membership>> {
        auto const in = enter(tx, viewer, room);
        if (!in) return in.problem();
        std::vector<Membership> all;
        auto row = tx.query(select_memberships, in->org(), in->room());
        while (row.next())
            all.push_back({row.get<PersonId>(0), came_of(row.get<std::string_view>(1)),
                           row.get<std::optional<PersonId>>(2), row.get<Instant>(3)});
        return all;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Groups::set(Viewer const& viewer, RoomId room, GroupChange change) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const in = enter_to_lead(tx, viewer, room);
        if (!in) return in.problem();
        auto const now = needs_.clock.now();
        auto const before = read_group(tx, *in);
        auto const name_before = name_of_room(tx, *in);
        auto wanted = change.group;
        if (auto refused = refuse_group(change.name, wanted, before, now))
            return *std::move(refused);
        // A change that was sent twice has been made.
        if (is_same(before, wanted) && change.name == name_before) return Done{};
        if (before.edited != change.edited)
            return Problem{.status = 409, .code = "talk.group_changed"};

        tell_if_listed(tx, in->org(), room);
        tx.run(update_group, in->org(), room, change.name, name_of(wanted.visibility),
               wanted.purpose, wanted.ends_on, std::int64_t{wanted.shows_past});
        if (wanted.visibility == Visibility::unlisted)
            end_requests(tx, *in);
        else if (before.visibility == Visibility::unlisted)
            tell_if_listed(tx, in->org(), room);
        tell_changed(tx, *in);
        auto const renamed = change.name == name_before ? Renamed::no : Renamed::yes;
        record_group(tx, now, viewer, room, before, wanted, renamed);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::talk
