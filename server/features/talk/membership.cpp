// Making rooms, and who is in them.
#include <algorithm>

#include "features/talk/automatic.hpp"
#include "features/talk/group_rows.hpp"
#include "features/talk/joining.hpp"
#include "features/talk/leaving.hpp"
#include "features/talk/member_events.hpp"
#include "features/talk/messages.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/reviewing.hpp"
#include "features/talk/rooms.hpp"
#include "platform/crypto/uuid.hpp"
#include "services/directory/directory.hpp"

namespace horenso::talk {
namespace {

constexpr std::size_t most_members = 2'000;

constexpr Sql insert_room{R"(
    INSERT INTO talk_room (org_id, room_id, kind, name, direct_key, master_id, creator_id, client_key,
                           draft_hash, created_at, visibility, purpose, ends_on, shows_past)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13))"};

constexpr Sql insert_member{R"(
    INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_seq, joined_at,
                             came, brought_by)
    VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
    ON CONFLICT (org_id, room_id, person_id) DO NOTHING)"};

constexpr Sql delete_member{R"(
    DELETE FROM talk_member WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

constexpr Sql select_by_key{R"(
    SELECT room_id, draft_hash FROM talk_room WHERE org_id = $1 AND creator_id = $2 AND client_key = $3)"};

constexpr Sql select_direct{R"(
    SELECT room_id FROM talk_room WHERE org_id = $1 AND direct_key = $2)"};

constexpr Sql set_leaders{R"(
    UPDATE talk_room SET master_id = $3, deputy_id = $4 WHERE org_id = $1 AND room_id = $2)"};

std::string direct_key(PersonId a, PersonId b) {
    auto const [low, high] = std::minmax(a.value, b.value);
    return std::to_string(low) + ':' + std::to_string(high);
}

/// Without the creator, each once, in the order of their ids: whoever locks several people's rows
/// locks them in this order.
std::vector<PersonId> tidy(std::vector<PersonId> people, PersonId creator) {
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    std::erase(people, creator);
    return people;
}

Problem too_many_members() {
    return {.status = 422,
            .code = "talk.too_many_members",
            .arguments = {{"limit", std::to_string(most_members)}}};
}

std::optional<Problem> refuse_draft(NewRoom& draft, std::vector<PersonId> const& others,
                                    Instant now) {
    if (draft.kind == RoomKind::direct && others.size() != 1)
        return Problem{.status = 422, .code = "talk.direct_needs_one"};
    if (others.size() >= most_members) return too_many_members();
    if (draft.kind == RoomKind::group) return refuse_group(draft.name, draft.group, {}, now);
    draft.group = {};
    return std::nullopt;
}

std::string draft_text(NewRoom const& draft, std::vector<PersonId> const& others) {
    std::string text{kind_name(draft.kind)};
    text += '\n' + draft.name;
    for (auto const person : others) text += '\n' + std::to_string(person.value);
    auto const& group = draft.group;
    if (group == Group{}) return text;  // as it was when there was nothing else
    text += '\n' + std::string{name_of(group.visibility)} + '\n' + group.purpose;
    return text + '\n' + group.ends_on.value_or("") + (group.shows_past ? "\n1" : "\n0");
}

std::optional<Problem> refuse_strangers(Tx& tx, OrgId org, std::vector<PersonId> const& people) {
    for (auto const person : people)
        if (!directory::is_person(tx, org, person))
            return Problem{.status = 422, .code = "talk.no_such_person"};
    return std::nullopt;
}

struct Arrival {
    Instant at;
    Came came = Came::added;
    std::optional<PersonId> by = {};
    std::int64_t from_seq = 1;
    std::int64_t newest =
        0;  ///< the room's newest message then: the past asks nothing of who comes
};

/// Puts people in; gives those who weren't in already.
std::vector<PersonId> join(Tx& tx, OrgId org, RoomId room, std::vector<PersonId> people,
                           Arrival const& how) {
    std::erase_if(people, [&](PersonId person) {
        return tx.run(insert_member, org, room, person, how.from_seq, how.newest, how.at,
                      name_of(how.came), how.by) == 0;
    });
    return people;
}

void tell_all_joined(Tx& tx, OrgId org, RoomId room, std::vector<PersonId> const& people,
                     Versions at) {
    for (auto const person : people) {
        tell_joined(tx, org, room, person, at);
        directory::change_access(tx, org, person);
    }
}

Result<Room> see(Tx& tx, Viewer const& viewer, RoomId room) {
    auto in = enter(tx, viewer, room);
    if (!in) return in.problem();
    return read_room(tx, *in);
}

/// The deputy, or else who has been there longest; nobody if there is none.
std::optional<PersonId> successor_of(Entered const& in, std::vector<PersonId> const& left) {
    if (left.empty()) return std::nullopt;
    if (in.deputy() && std::ranges::count(left, *in.deputy()) > 0) return in.deputy();
    return left.front();
}

template <class I>
std::optional<I> first_id(Rows row) {
    if (!row.next()) return std::nullopt;
    return row.get<I>(0);
}

}  // namespace

std::optional<Problem> refuse_going(Tx& tx, Entered const& in, PersonId person) {
    if (person != in.person() && !in.leads())
        return Problem{.status = 403, .code = "talk.not_master"};
    if (person != in.master()) return std::nullopt;
    if (person != in.person()) return Problem{.status = 403, .code = "talk.only_master"};
    if (read_members(tx, in.org(), in.room()).size() == 1) return std::nullopt;
    return Problem{.status = 409, .code = "talk.needs_successor", .clause = "6.2"};
}

Result<std::optional<PersonId>> take_out(Tx& tx, Entered const& in, PersonId person) {
    if (tx.run(delete_member, in.org(), in.room(), person) == 0)
        return Problem{.status = 404, .code = "talk.not_a_member"};
    auto const left = read_members(tx, in.org(), in.room());
    auto const new_master =
        person == in.master() ? successor_of(in, left) : std::optional<PersonId>{};
    if (new_master || person == in.deputy()) {
        auto const deputy =
            new_master == in.deputy() || person == in.deputy() ? std::nullopt : in.deputy();
        tx.run(set_leaders, in.org(), in.room(), new_master.value_or(in.master()), deputy);
    }
    if (left.empty()) end_requests(tx, in);
    auto const at = advance_room(tx, in.org(), in.room());
    tell_left(tx, in.org(), in.room(), person, at);
    close_reviews(tx, in, person, new_master);
    directory::change_access(tx, in.org(), person);
    tell_changed(tx, in.org(), in.room(), at);
    tell_if_listed(tx, in.org(), in.room());
    return new_master;
}

Result<std::vector<PersonId>> bring_in(Tx& tx, Entered const& in, std::vector<PersonId> people,
                                       Came came, Instant now) {
    auto const newest = tx.head(in.stream()).seq;
    Arrival const how{.at = now,
                      .came = came,
                      .by = in.person(),
                      .from_seq = read_group(tx, in).shows_past ? 1 : newest + 1,
                      .newest = newest};
    auto joined = join(tx, in.org(), in.room(), std::move(people), how);
    if (read_members(tx, in.org(), in.room()).size() > most_members) return too_many_members();
    if (joined.empty()) return joined;
    for (auto const person : joined) drop_request(tx, in.org(), in.room(), person);
    auto const at = advance_room(tx, in.org(), in.room());
    tell_all_joined(tx, in.org(), in.room(), joined, at);
    tell_changed(tx, in.org(), in.room(), at);
    tell_if_listed(tx, in.org(), in.room());
    return joined;
}

Task<Result<Room>> Talk::create_room(Viewer const& viewer, NewRoom draft) {
    auto const others = tidy(std::move(draft.members), viewer.person);
    if (auto refused = refuse_draft(draft, others, needs_.clock.now()))
        co_return *std::move(refused);
    auto const key = crypto::parse_uuid(draft.client_key);
    if (!key) co_return Problem{.status = 422, .code = "talk.bad_key"};
    auto const hash = draft_hash(draft_text(draft, others));
    auto const direct = draft.kind == RoomKind::direct
                            ? std::optional{direct_key(viewer.person, others.front())}
                            : std::nullopt;

    auto make = [&](Tx& tx) -> Result<Room> {
        {
            auto row = tx.query(select_by_key, viewer.org, viewer.person, *key);
            if (row.next()) {
                if (row.get<std::int64_t>(1) != hash)
                    return Problem{.status = 422, .code = "talk.key_reused"};
                return see(tx, viewer, row.get<RoomId>(0));
            }
        }
        if (direct)
            if (auto const known = first_id<RoomId>(tx.query(select_direct, viewer.org, *direct)))
                return see(tx, viewer, *known);
        if (auto refused = refuse_strangers(tx, viewer.org, others)) return *std::move(refused);

        auto const now = needs_.clock.now();
        auto const room = needs_.ids.make<RoomId>(now.ms);
        auto everybody = others;
        everybody.push_back(viewer.person);
        std::sort(everybody.begin(), everybody.end());
        auto const at = advance_room(tx, viewer.org, room);
        tx.run(insert_room, viewer.org, room, kind_name(draft.kind), draft.name, direct,
               viewer.person, *key, hash, now, name_of(draft.group.visibility), draft.group.purpose,
               draft.group.ends_on, std::int64_t{draft.group.shows_past});
        join(tx, viewer.org, room, {viewer.person}, {.at = now, .came = Came::made});
        join(tx, viewer.org, room, others, {.at = now, .by = viewer.person});
        tell_all_joined(tx, viewer.org, room, everybody, at);
        tell_if_listed(tx, viewer.org, room);
        auto made = see(tx, viewer, room);
        if (made) record_created(tx, now, viewer, *made);
        return made;
    };
    co_return co_await needs_.store.write(make);
}

Task<Result<Room>> Talk::add_members(Viewer const& viewer, RoomId room,
                                     std::vector<PersonId> people) {
    auto const others = tidy(std::move(people), viewer.person);
    auto add = [&](Tx& tx) -> Result<Room> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        if (in->kind() == RoomKind::direct)
            return Problem{.status = 409, .code = "talk.direct_is_for_two"};
        if (auto refused = refuse_automatic(tx, *in)) return *std::move(refused);
        if (auto refused = refuse_strangers(tx, viewer.org, others)) return *std::move(refused);
        auto const now = needs_.clock.now();
        auto const joined = bring_in(tx, *in, others, Came::added, now);
        if (!joined) return joined.problem();
        if (!joined->empty()) record_added(tx, now, viewer, room, *joined);
        return read_room(tx, *in);
    };
    co_return co_await needs_.store.write(add);
}

Task<Result<Done>> Talk::remove_member(Viewer const& viewer, RoomId room, PersonId person) {
    auto take_out = [&](Tx& tx) -> Result<Done> {
        auto in = enter_to_change(tx, viewer, room);
        if (!in) return in.problem();
        if (in->kind() == RoomKind::direct)
            return Problem{.status = 409, .code = "talk.direct_is_for_two"};
        if (auto refused = refuse_automatic(tx, *in)) return *std::move(refused);
        if (auto refused = refuse_going(tx, *in, person)) return *std::move(refused);
        auto const new_master = talk::take_out(tx, *in, person);
        if (!new_master) return new_master.problem();
        record_removed(tx, needs_.clock.now(), viewer, room, person, *new_master);
        return Done{};
    };
    co_return co_await needs_.store.write(take_out);
}

}  // namespace horenso::talk
