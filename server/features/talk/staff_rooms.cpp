// Rooms whose members follow the directory (clause 5.4).
#include "features/talk/staff_rooms.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "features/talk/automatic.hpp"
#include "features/talk/member_events.hpp"
#include "features/talk/staff_words_ja.hpp"
#include "features/talk/talk.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::talk {
namespace {

using directory::Person;
using People = std::vector<std::reference_wrapper<Person const>>;
using Tree = std::map<std::string, std::string>;  ///< what each department is a part of
using Rooms = std::map<Origin, RoomId>;

constexpr Sql insert_room{R"(
    INSERT INTO talk_room (org_id, room_id, kind, name, master_id, creator_id, client_key, draft_hash,
                           created_at, origin, origin_name)
    VALUES ($1, $2, 'group', $3, 0, 0, $4, 0, $5, $6, $7))"};

constexpr Sql select_rooms{R"(
    SELECT origin, origin_name, room_id FROM talk_room
     WHERE org_id = $1 AND origin_name IS NOT NULL)"};

constexpr Sql select_present{R"(
    SELECT m.person_id, m.room_id
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE m.org_id = $1 AND r.origin IS NOT NULL
       AND m.person_id IN (SELECT value FROM json_each($2)))",
                             R"(
    SELECT m.person_id, m.room_id
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
     WHERE m.org_id = $1 AND r.origin IS NOT NULL
       AND m.person_id IN (SELECT CAST(json_array_elements_text(CAST($2 AS json)) AS BIGINT)))"};

// A node of an older version may have brought somebody in.
constexpr Sql insert_members{R"(
    INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_seq, joined_at,
                             came)
    SELECT $1, $2, value, 1, $4, $4, $5, 'placed' FROM json_each($3) WHERE true
    ON CONFLICT (org_id, room_id, person_id) DO NOTHING)",
                             R"(
    INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_seq, joined_at,
                             came)
    SELECT $1, $2, CAST(value AS BIGINT), 1, $4, $4, $5, 'placed'
      FROM json_array_elements_text(CAST($3 AS json)) AS value
    ON CONFLICT (org_id, room_id, person_id) DO NOTHING)"};

constexpr Sql delete_members{R"(
    DELETE FROM talk_member
     WHERE org_id = $1 AND room_id = $2
       AND person_id IN (SELECT value FROM json_each($3)))",
                             R"(
    DELETE FROM talk_member
     WHERE org_id = $1 AND room_id = $2
       AND person_id IN (SELECT CAST(json_array_elements_text(CAST($3 AS json)) AS BIGINT)))"};

constexpr Sql rename_room{R"(
    UPDATE talk_room SET origin_name = $3, name = $3
     WHERE org_id = $1 AND origin = 'department' AND origin_name = $2)"};

constexpr Sql leave_room_behind{R"(
    UPDATE talk_room SET origin_name = NULL
     WHERE org_id = $1 AND origin = 'department' AND origin_name = $2)"};

constexpr Sql select_origin{R"(
    SELECT 1 FROM talk_room WHERE org_id = $1 AND room_id = $2 AND origin IS NOT NULL)"};

std::string as_list(std::vector<PersonId> const& people) {
    json::Writer out;
    out.open_array();
    for (auto const person : people) out.value(person.value);
    out.close_array();
    return out.take();
}

Tree tree_of(Tx& tx, OrgId org) {
    Tree tree;
    for (auto& one : directory::departments_of(tx, org)) tree[one.name] = std::move(one.parent);
    return tree;
}

/// All rooms that somebody is to be in.
std::set<Origin> origins_of(Person const& person, Tree const& tree) {
    std::set<Origin> all;
    if (person.retired) return all;
    if (!person.employment.empty()) all.insert({Origin::Kind::employment, person.employment});
    auto const add_with_what_is_above = [&](std::string name) {
        while (!name.empty() && all.insert({Origin::Kind::department, name}).second) {
            auto const above = tree.find(name);
            name = above == tree.end() ? std::string{} : above->second;
        }
    };
    add_with_what_is_above(person.department);
    for (auto const& post : person.posts) add_with_what_is_above(post.department);
    return all;
}

Rooms rooms_of(Tx& tx, OrgId org) {
    Rooms rooms;
    auto row = tx.query(select_rooms, org);
    while (row.next()) {
        Origin origin{origin_kind_of(row.get<std::string_view>(0)), row.get<std::string>(1)};
        rooms.emplace(std::move(origin), row.get<RoomId>(2));
    }
    return rooms;
}

std::string room_name(Origin const& origin) {
    if (origin.kind == Origin::Kind::department) return origin.name;
    return origin.name + std::string{words_ja::group_ending};
}

/// No client opens such a room, so its key is one that no client has: its own id.
crypto::Uuid key_of(RoomId room) {
    crypto::Uuid key{};
    std::memcpy(key.data(), &room.value, sizeof room.value);
    return key;
}

std::map<PersonId, std::set<RoomId>> present(Tx& tx, OrgId org,
                                             std::vector<PersonId> const& people) {
    std::map<PersonId, std::set<RoomId>> all;
    auto const list = as_list(people);
    auto row = tx.query(select_present, org, list);
    while (row.next()) all[row.get<PersonId>(0)].insert(row.get<RoomId>(1));
    return all;
}

/// What is to change in one room; ids rise.
struct Difference {
    std::vector<PersonId> joining = {};
    std::vector<PersonId> leaving = {};
};

/// Brings people where the directory has them.
class Following {
public:
    Following(Tx& tx, OrgId org, StaffRooms::Needs const& with, std::set<PersonId> newcomers)
        : tx_(tx),
          org_(org),
          ids_(with.ids),
          now_(with.clock.now()),
          newcomers_(std::move(newcomers)),
          rooms_(rooms_of(tx, org)) {}

    void follow(People const& people) {
        auto const tree = tree_of(tx_, org_);
        std::vector<PersonId> known;
        for (Person const& person : people)
            if (!newcomers_.contains(person.id)) known.push_back(person.id);
        auto is_in = present(tx_, org_, known);
        for (Person const& person : people)
            compare(person.id, is_in[person.id], wanted(person, tree));
        // Rooms, and then people, in the order of their ids.
        for (auto& [room, difference] : differences_) write(room, difference);
        for (auto const person : moved_) directory::change_access(tx_, org_, person);
    }

private:
    std::set<RoomId> wanted(Person const& person, Tree const& tree) {
        std::set<RoomId> all;
        for (auto const& origin : origins_of(person, tree)) all.insert(room_for(origin));
        return all;
    }

    RoomId room_for(Origin const& origin) {
        auto const [found, is_new] = rooms_.try_emplace(origin);
        if (is_new) {
            found->second = ids_.make<RoomId>(now_.ms);
            tx_.run(insert_room, org_, found->second, room_name(origin), key_of(found->second),
                    now_, name_of(origin.kind), origin.name);
        }
        return found->second;
    }

    void compare(PersonId person, std::set<RoomId> const& is_in, std::set<RoomId> const& wanted) {
        for (auto const room : wanted)
            if (!is_in.contains(room)) differences_[room].joining.push_back(person);
        for (auto const room : is_in)
            if (!wanted.contains(room)) differences_[room].leaving.push_back(person);
        if (is_in != wanted && !newcomers_.contains(person)) moved_.insert(person);
    }

    void write(RoomId room, Difference& difference) {
        auto const at = advance_room(tx_, org_, room);  // who posts meanwhile waits, or is seen
        auto const newest = tx_.head(room_stream(org_, room)).seq;
        std::ranges::sort(difference.joining);
        if (!difference.leaving.empty())
            tx_.run(delete_members, org_, room, as_list(difference.leaving));
        if (!difference.joining.empty())
            tx_.run(insert_members, org_, room, as_list(difference.joining), newest, now_);
        for (auto const person : difference.leaving) tell_left(tx_, org_, room, person, at);
        for (auto const person : difference.joining)
            if (!newcomers_.contains(person)) tell_joined(tx_, org_, room, person, at);
        tell_changed(tx_, org_, room, at);
    }

    Tx& tx_;
    OrgId org_;
    IdSource& ids_;
    Instant now_;
    std::set<PersonId> newcomers_;  ///< nobody of them has a session yet to be told anything
    Rooms rooms_;
    std::map<RoomId, Difference> differences_ = {};
    std::set<PersonId> moved_ = {};
};

void follow_all(Tx& tx, OrgId org, StaffRooms::Needs const& with) {
    auto const people = directory::people_since(tx, org, 0);
    Following{tx, org, with, {}}.follow({people.begin(), people.end()});
}

}  // namespace

std::string_view name_of(Origin::Kind kind) {
    return kind == Origin::Kind::employment ? "employment" : "department";
}

Origin::Kind origin_kind_of(std::string_view name) {
    return name == "employment" ? Origin::Kind::employment : Origin::Kind::department;
}

std::optional<Problem> refuse_automatic(Tx& tx, Entered const& in) {
    if (!tx.query(select_origin, in.org(), in.room()).next()) return std::nullopt;
    return Problem{.status = 409, .code = "talk.automatic_room"};
}

void StaffRooms::place(Tx& tx, OrgId org, directory::StaffPlan const& moved) const {
    People people(moved.added.begin(), moved.added.end());
    std::set<PersonId> newcomers;
    for (auto const& person : moved.added) newcomers.insert(person.id);
    for (auto const& [before, after] : moved.changed) people.push_back(after);
    Following{tx, org, needs_, std::move(newcomers)}.follow(people);
}

void StaffRooms::rearrange(Tx& tx, OrgId org, directory::Renames const& renames) const {
    // A node of an older version may have left a room behind under a name that is given anew.
    for (auto const& [from, to] : renames)
        if (!to.empty() && !renames.contains(to)) tx.run(leave_room_behind, org, to);
    directory::rename_in(tx, org, renames, rename_room, leave_room_behind);
    std::set<RoomId> renamed;
    auto const rooms = rooms_of(tx, org);
    for (auto const& [from, to] : renames)
        if (auto const room = rooms.find({Origin::Kind::department, to}); room != rooms.end())
            renamed.insert(room->second);
    for (auto const room : renamed) tell_changed(tx, org, room, advance_room(tx, org, room));
    follow_all(tx, org, needs_);
}

Task<Result<Done>> StaffRooms::make_missing() const {
    auto list = [](Tx& tx) { return directory::org_ids(tx); };
    auto const orgs = co_await needs_.store.read(list);
    for (auto const org : orgs) {
        auto make = [&](Tx& tx) -> Result<Done> {
            if (directory::lock_org(tx, org)) follow_all(tx, org, needs_);
            return Done{};
        };
        auto made = co_await needs_.store.write(make);
        if (!made) co_return made;
    }
    co_return Done{};
}

}  // namespace horenso::talk
