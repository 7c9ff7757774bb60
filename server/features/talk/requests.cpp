// Asking to come into a listed group, and what its master or deputy says to that (clause 6.1).
#include "features/talk/events.hpp"
#include "features/talk/group_rows.hpp"
#include "features/talk/joining.hpp"
#include "features/talk/recorded.hpp"
#include "platform/text/limits.hpp"
#include "platform/time/japanese_date.hpp"

namespace horenso::talk {
namespace {

constexpr text::Limits longest_words{.graphemes = 200, .bytes = 40 * 1024};

// Who isn't in has no membership to lock. All writers of a room meet at its counters.
constexpr Sql lock_room{
    R"(
    SELECT 1 FROM stream_head WHERE org_id = $1 AND kind = 'room' AND id = $2)",
    R"(
    SELECT 1 FROM stream_head WHERE org_id = $1 AND kind = 'room' AND id = $2 FOR UPDATE)"};

constexpr Sql select_found{R"(
    SELECT 1 FROM talk_room r
     WHERE r.org_id = $1 AND r.room_id = $2 AND r.visibility = 'listed'
       AND EXISTS (SELECT 1 FROM talk_member m
                    WHERE m.org_id = r.org_id AND m.room_id = r.room_id))"};

constexpr Sql select_request{R"(
    SELECT words, declined_at FROM talk_request
     WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

constexpr Sql select_member{R"(
    SELECT 1 FROM talk_member WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

constexpr Sql upsert_request{R"(
    INSERT INTO talk_request (org_id, room_id, person_id, words, asked_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, room_id, person_id)
    DO UPDATE SET words = excluded.words, asked_at = excluded.asked_at, declined_at = NULL)"};

constexpr Sql decline_request{R"(
    UPDATE talk_request SET declined_at = $4
     WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

Problem no_such_request() { return {.status = 404, .code = "talk.request_not_found"}; }

/// On leave, or not there any more; neither begins unseen until the end of the transaction.
bool is_away(Tx& tx, OrgId org, PersonId person, Instant now) {
    auto const today = iso_text(local_date(now));
    if (!directory::hold_person(tx, org, person, today)) return true;
    auto const leave = directory::leave_of(tx, org, person);
    return leave && leave->includes(today);
}

/// A part of `Groups::ask` after its lock: whether the group can be asked.
std::optional<Problem> refuse_asking(Tx& tx, Viewer const& viewer, RoomId room, Instant now) {
    if (tx.query(select_found, viewer.org, room).next() &&
        !is_away(tx, viewer.org, viewer.person, now))
        return std::nullopt;
    return Problem{.status = 404, .code = "talk.room_not_found"};
}

/// The words of a request that nobody has answered.
std::optional<std::string> find_open(Tx& tx, OrgId org, RoomId room, PersonId person) {
    auto row = tx.query(select_request, org, room, person);
    if (!row.next() || row.get<std::optional<Instant>>(1)) return std::nullopt;
    return row.get<std::string>(0);
}

void tell_asked(Tx& tx, OrgId org, RoomId room, PersonId person) {
    auto const stream = room_stream(org, room);
    tx.tell(room_changed(stream, tx.advance(stream)));
    notify::tell(tx, org, person);
}

}  // namespace

Task<Result<Done>> Groups::ask(Viewer const& viewer, RoomId room, std::string words) {
    auto const wrong = text::what_is_wrong(words, longest_words);
    if (wrong && *wrong != text::Wrong::blank)
        co_return Problem{.status = 422, .code = "talk.bad_words"};
    auto write = [&](Tx& tx) -> Result<Done> {
        tx.query(lock_room, viewer.org, room).next();
        if (tx.query(select_member, viewer.org, room, viewer.person).next()) return Done{};
        auto const now = needs_.clock.now();
        if (auto refused = refuse_asking(tx, viewer, room, now)) return *std::move(refused);
        if (find_open(tx, viewer.org, room, viewer.person) == words) return Done{};
        tx.run(upsert_request, viewer.org, room, viewer.person, words, now);
        tell_asked(tx, viewer.org, room, viewer.person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Groups::take_back(Viewer const& viewer, RoomId room) {
    auto write = [&](Tx& tx) -> Result<Done> {
        tx.query(lock_room, viewer.org, room).next();
        if (!drop_request(tx, viewer.org, room, viewer.person)) return no_such_request();
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Groups::answer(Viewer const& viewer, RoomId room, PersonId person,
                                  Answer answer) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const in = enter_to_lead(tx, viewer, room);
        if (!in) return in.problem();
        auto const is_in = tx.query(select_member, in->org(), room, person).next();
        if (is_in && answer == Answer::yes) return Done{};
        if (!find_open(tx, in->org(), room, person)) return no_such_request();
        auto const now = needs_.clock.now();
        if (answer == Answer::no) {
            tx.run(decline_request, in->org(), room, person, now);
            tell_asked(tx, in->org(), room, person);
        } else {
            if (is_away(tx, in->org(), person, now))
                return Problem{.status = 409, .code = "talk.asker_away"};
            auto const joined = bring_in(tx, *in, {person}, Came::asked, now);
            if (!joined) return joined.problem();
        }
        record_answer(tx, now, viewer, room, person, answer);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::talk
