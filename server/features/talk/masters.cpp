// Who leads a group: handing it over, and the master's deputy.
#include "features/talk/group_rows.hpp"
#include "features/talk/leaving.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/reviewing.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_member{R"(
    SELECT 1 FROM talk_member WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

// Whoever becomes master is deputy no more.
constexpr Sql update_master{R"(
    UPDATE talk_room
       SET master_id = $3, deputy_id = CASE WHEN deputy_id = $3 THEN NULL ELSE deputy_id END
     WHERE org_id = $1 AND room_id = $2)"};

constexpr Sql update_deputy{R"(
    UPDATE talk_room SET deputy_id = $3 WHERE org_id = $1 AND room_id = $2)"};

/// 404 unless somebody else of the room is meant.
std::optional<Problem> refuse_person(Tx& tx, Entered const& in, PersonId person) {
    if (person != in.person() && tx.query(select_member, in.org(), in.room(), person).next())
        return std::nullopt;
    return Problem{.status = 404, .code = "talk.not_a_member"};
}

}  // namespace

Task<Result<Done>> Groups::hand_over(Viewer const& viewer, RoomId room, PersonId successor,
                                     Then then) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const in = enter_as_master(tx, viewer, room);
        if (!in) return in.problem();
        if (auto refused = refuse_person(tx, *in, successor)) return *std::move(refused);
        tx.run(update_master, in->org(), room, successor);
        hand_on_reviews(tx, *in, successor);
        auto const now = needs_.clock.now();
        record_master(tx, now, viewer, room, successor);
        if (then == Then::stay) {
            tell_changed(tx, *in);
            tell_if_listed(tx, in->org(), room);
            return Done{};
        }
        auto const as_member = enter(tx, viewer, room);
        auto const left = take_out(tx, *as_member, viewer.person);
        if (!left) return left.problem();
        record_removed(tx, now, viewer, room, viewer.person, std::nullopt);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Groups::set_deputy(Viewer const& viewer, RoomId room,
                                      std::optional<PersonId> deputy) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const in = enter_as_master(tx, viewer, room);
        if (!in) return in.problem();
        if (deputy)
            if (auto refused = refuse_person(tx, *in, *deputy)) return *std::move(refused);
        if (deputy == in->deputy()) return Done{};
        tx.run(update_deputy, in->org(), room, deputy);
        tell_changed(tx, *in);
        tell_if_listed(tx, in->org(), room);
        record_deputy(tx, needs_.clock.now(), viewer, room, deputy);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::talk
