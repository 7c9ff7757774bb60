// Making rooms, and who is in them.
#include <algorithm>

#include "features/talk/automatic.hpp"
#include "features/talk/leaving.hpp"
#include "features/talk/member_events.hpp"
#include "features/talk/messages.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/reviewing.hpp"
#include "features/talk/rooms.hpp"
#include "platform/crypto/uuid.hpp"
#include "platform/text/limits.hpp"
#include "services/directory/directory.hpp"

namespace horenso::talk {
namespace {

constexpr std::size_t most_members = 2'000;
constexpr text::Limits longest_name{.graphemes = 50, .bytes = 40 * 1024};

constexpr Sql insert_room{R"(
    INSERT INTO talk_room (org_id, room_id, kind, name, direct_key, master_id, creator_id, client_key,
                           draft_hash, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9))"};

constexpr Sql insert_member{R"(
    INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_seq, joined_at)
    VALUES ($1, $2, $3, 1, $4, $4, $5)
    ON CONFLICT (org_id, room_id, person_id) DO NOTHING)"};

constexpr Sql delete_member{R"(
    DELETE FROM talk_member WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

constexpr Sql select_by_key{R"(
    SELECT room_id, draft_hash FROM talk_room WHERE org_id = $1 AND creator_id = $2 AND client_key = $3)"};

constexpr Sql select_direct{R"(
    SELECT room_id FROM talk_room WHERE org_id = $1 AND direct_key = $2)"};

constexpr Sql set_master{R"(
    UPDATE talk_room SET master_id = $3 WHERE org_id = $1 AND room_id = $2)"};

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

std::optional<Problem> refuse_draft(NewRoom const& draft, std::vector<PersonId> const& others) {
    if (draft.kind == RoomKind::direct && others.size() != 1)
        return Problem{.status = 422, .code = "talk.direct_needs_one"};
    if (others.size() >= most_members)
        return Problem{.status = 422,
                       .code = "talk.too_many_members",
                       .arguments = {{"limit", std::to_string(most_members)}}};
    if (draft.kind == RoomKind::direct) return std::nullopt;
    if (text::what_is_wrong(draft.name, longest_name) || draft.name.find('\n') != draft.name.npos)
        return Problem{.status = 422, .code = "talk.bad_room_name"};
    return std::nullopt;
}

std::string draft_text(NewRoom const& draft, std::vector<PersonId> const& others) {
    std::string text{kind_name(draft.kind)};
    text += '\n' + draft.name;
    for (auto const person : others) text += '\n' + std::to_string(person.value);
    return text;
}

std::optional<Problem> refuse_strangers(Tx& tx, OrgId org, std::vector<PersonId> const& people) {
    for (auto const person : people)
        if (!directory::is_person(tx, org, person))
            return Problem{.status = 422, .code = "talk.no_such_person"};
    return std::nullopt;
}

/// Puts people in who come when `seq` is the newest message; gives those who weren't in already. The
/// past is there to read, but asks nothing.
std::vector<PersonId> join(Tx& tx, OrgId org, RoomId room, std::vector<PersonId> people,
                           std::int64_t seq, Instant now) {
    std::erase_if(people, [&](PersonId person) {
        return tx.run(insert_member, org, room, person, seq, now) == 0;
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

template <class I>
std::optional<I> first_id(Rows row) {
    if (!row.next()) return std::nullopt;
    return row.get<I>(0);
}

}  // namespace

Result<std::optional<PersonId>> take_out(Tx& tx, Entered const& in, PersonId person) {
    if (tx.run(delete_member, in.org(), in.room(), person) == 0)
        return Problem{.status = 404, .code = "talk.not_a_member"};
    auto const left = read_members(tx, in.org(), in.room());
    std::optional<PersonId> new_master;
    if (person == in.master() && !left.empty()) {
        new_master = left.front();
        tx.run(set_master, in.org(), in.room(), *new_master);
    }
    auto const at = advance_room(tx, in.org(), in.room());
    tell_left(tx, in.org(), in.room(), person, at);
    close_reviews(tx, in, person, new_master);
    directory::change_access(tx, in.org(), person);
    tell_changed(tx, in.org(), in.room(), at);
    return new_master;
}

Task<Result<Room>> Talk::create_room(Viewer const& viewer, NewRoom draft) {
    auto const others = tidy(std::move(draft.members), viewer.person);
    if (auto refused = refuse_draft(draft, others)) co_return *std::move(refused);
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
               viewer.person, *key, hash, now);
        tell_all_joined(tx, viewer.org, room, join(tx, viewer.org, room, everybody, 0, now), at);
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
        auto const newest = tx.head(in->stream()).seq;
        auto const joined = join(tx, in->org(), room, others, newest, needs_.clock.now());
        if (read_members(tx, in->org(), room).size() > most_members)
            return Problem{.status = 422,
                           .code = "talk.too_many_members",
                           .arguments = {{"limit", std::to_string(most_members)}}};
        if (joined.empty()) return read_room(tx, *in);
        auto const at = advance_room(tx, in->org(), room);
        tell_all_joined(tx, in->org(), room, joined, at);
        tell_changed(tx, in->org(), room, at);
        record_added(tx, needs_.clock.now(), viewer, room, joined);
        return read_room(tx, *in);
    };
    co_return co_await needs_.store.write(add);
}

Task<Result<Done>> Talk::remove_member(Viewer const& viewer, RoomId room, PersonId person) {
    auto take_out = [&](Tx& tx) -> Result<Done> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        if (in->kind() == RoomKind::direct)
            return Problem{.status = 409, .code = "talk.direct_is_for_two"};
        if (auto refused = refuse_automatic(tx, *in)) return *std::move(refused);
        if (person != in->person() && in->person() != in->master())
            return Problem{.status = 403, .code = "talk.not_master"};
        auto const new_master = talk::take_out(tx, *in, person);
        if (!new_master) return new_master.problem();
        record_removed(tx, needs_.clock.now(), viewer, room, person, *new_master);
        return Done{};
    };
    co_return co_await needs_.store.write(take_out);
}

}  // namespace horenso::talk
