// 異動後の見直し: who stays in a group after a transfer (clause 6.4).
#include "features/talk/reviews.hpp"

#include <map>
#include <set>

#include "features/talk/leaving.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/reviewing.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/live/events.hpp"

namespace horenso::talk {
namespace {

constexpr std::string_view changed_event = "talk.reviews_changed";
constexpr int days_to_answer = 7;

// What is open of somebody who left at the same moment is nothing any more.
constexpr Sql select_mine{R"(
    SELECT v.review_id, v.room_id, v.person_id, v.before_department, v.before_posts,
           v.before_duties, v.made_at, v.due_on
      FROM talk_review v
      JOIN talk_room r ON r.org_id = v.org_id AND r.room_id = v.room_id
      JOIN talk_member m ON m.org_id = v.org_id AND m.room_id = v.room_id
                        AND m.person_id = v.person_id
     WHERE v.org_id = $1 AND r.master_id = $2 AND ($3 = 0 OR v.review_id = $4)
     ORDER BY v.due_on, v.review_id)"};

constexpr Sql insert_review{R"(
    INSERT INTO talk_review (org_id, review_id, room_id, person_id, before_department, before_posts,
                             before_duties, made_at, due_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (org_id, room_id, person_id) DO NOTHING)"};

constexpr Sql delete_review{R"(
    DELETE FROM talk_review WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

constexpr Sql select_any{R"(
    SELECT 1 FROM talk_review WHERE org_id = $1 AND room_id = $2)"};

// On PostgreSQL somebody who is just leaving has left, or leaves after this.
constexpr Sql select_groups{R"(
    SELECT m.person_id, m.room_id, r.master_id, v.before_department, v.before_posts, v.before_duties
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
      LEFT JOIN talk_review v ON v.org_id = m.org_id AND v.room_id = m.room_id
                             AND v.person_id = m.person_id
     WHERE m.org_id = $1 AND r.kind = 'group' AND r.origin IS NULL
       AND m.person_id IN (SELECT value FROM json_each($2))
     ORDER BY m.room_id, m.person_id)",
                            R"(
    SELECT m.person_id, m.room_id, r.master_id, v.before_department, v.before_posts, v.before_duties
      FROM talk_member m
      JOIN talk_room r ON r.org_id = m.org_id AND r.room_id = m.room_id
      LEFT JOIN talk_review v ON v.org_id = m.org_id AND v.room_id = m.room_id
                             AND v.person_id = m.person_id
     WHERE m.org_id = $1 AND r.kind = 'group' AND r.origin IS NULL
       AND m.person_id IN (SELECT CAST(json_array_elements_text(CAST($2 AS json)) AS BIGINT))
     ORDER BY m.room_id, m.person_id
       FOR SHARE OF m)"};

Duty duty_of(directory::Person const& person) {
    return {person.department, directory::posts_text(person.posts), person.duties};
}

/// Duties that nobody had written down before are no other duties.
bool is_another(Duty const& before, Duty const& now) {
    auto const has_moved = !before.department.empty() && before.department != now.department;
    auto const does_else = !before.duties.empty() && before.duties != now.duties;
    return has_moved || does_else || before.posts != now.posts;
}

Duty duty_in(Rows const& row, int first) {
    return {row.get<std::string>(first), row.get<std::string>(first + 1),
            row.get<std::string>(first + 2)};
}

/// The viewer's, or one of them.
std::vector<Review> read(Tx& tx, Viewer const& viewer, std::optional<ReviewId> only) {
    std::vector<Review> reviews;
    {
        auto row = tx.query(select_mine, viewer.org, viewer.person, only ? 1 : 0,
                            only.value_or(ReviewId{0}));
        while (row.next())
            reviews.push_back({.id = row.get<ReviewId>(0),
                               .room = row.get<RoomId>(1),
                               .person = row.get<PersonId>(2),
                               .before = duty_in(row, 3),
                               .now = {},
                               .made_at = row.get<Instant>(6),
                               .due_on = row.get<std::string>(7)});
    }
    for (auto& review : reviews)
        if (auto const person = directory::find_person(tx, viewer.org, review.person))
            review.now = duty_of(*person);
    return reviews;
}

void tell(Tx& tx, OrgId org, PersonId master) {
    live::tell_changed(tx, changed_event, reviews_stream(org, master));
}

/// Somebody who moved, in a group of theirs.
struct InGroup {
    PersonId person;
    RoomId room;
    PersonId master;
    std::optional<Duty> open = {};  ///< what they did before, if that is being reviewed already
};

using Moved = std::map<PersonId, directory::StaffChange const*>;

std::vector<InGroup> groups_of(Tx& tx, OrgId org, Moved const& moved) {
    json::Writer people;
    people.open_array();
    for (auto const& [person, change] : moved) people.value(person.value);
    people.close_array();
    std::vector<InGroup> all;
    auto const list = people.take();
    auto row = tx.query(select_groups, org, list);
    while (row.next()) {
        InGroup one{row.get<PersonId>(0), row.get<RoomId>(1), row.get<PersonId>(2)};
        if (row.get<std::optional<std::string>>(3)) one.open = duty_in(row, 3);
        all.push_back(std::move(one));
    }
    return all;
}

Moved who_moved(directory::StaffPlan const& plan) {
    Moved moved;
    for (auto const& change : plan.changed)
        if (is_another(duty_of(change.before), duty_of(change.after)))
            moved.emplace(change.after.id, &change);
    return moved;
}

/// The day by which the master of a room answers.
std::string due_day(hours::Calendar const& calendar, PersonId master, Instant now) {
    auto const day = add_days(local_date(now), days_to_answer);
    auto const works =
        calendar.working_opening(calendar.department_of(master), local_midnight(day));
    return iso_text(works ? local_date(works->opens) : day);
}

}  // namespace

Stream reviews_stream(OrgId org, PersonId master) { return {org, "reviews", master.value}; }

void close_reviews(Tx& tx, Entered const& in, PersonId gone,
                   std::optional<PersonId> const& new_master) {
    auto const closed = tx.run(delete_review, in.org(), in.room(), gone) > 0;
    auto const handed_on = new_master && tx.query(select_any, in.org(), in.room()).next();
    std::set<PersonId> masters;
    if (closed || handed_on) masters.insert(in.master());
    if (handed_on) masters.insert(*new_master);
    for (auto const master : masters) tell(tx, in.org(), master);
}

void hand_on_reviews(Tx& tx, Entered const& in, PersonId new_master) {
    if (!tx.query(select_any, in.org(), in.room()).next()) return;
    std::set<PersonId> const masters{in.master(), new_master};
    for (auto const master : masters) tell(tx, in.org(), master);
}

Task<std::vector<Review>> Reviews::mine(Viewer const& viewer) const {
    auto list = [&](Tx& tx) { return read(tx, viewer, std::nullopt); };
    co_return co_await needs_.store.read(list);
}

Task<Result<Done>> Reviews::answer(Viewer const& viewer, ReviewId id, Answer answer) const {
    Problem const not_found{.status = 404, .code = "talk.review_not_found"};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const found = read(tx, viewer, id);
        if (found.empty()) return not_found;
        auto const room = found.front().room;
        auto const person = found.front().person;
        auto const in = enter_to_change(tx, viewer, room);
        if (!in || in->master() != viewer.person) return not_found;
        auto const now = needs_.clock.now();
        if (answer == Answer::leaves) {
            if (auto refused = refuse_going(tx, *in, person)) return *std::move(refused);
            auto const new_master = take_out(tx, *in, person);
            if (!new_master) return not_found;
            record_removed(tx, now, viewer, room, person, *new_master);
        } else {
            if (tx.run(delete_review, viewer.org, room, person) == 0) return not_found;
            tell(tx, viewer.org, viewer.person);
        }
        record_reviewed(tx, now, viewer, room, person, answer);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

void Reviews::place(Tx& tx, OrgId org, directory::StaffPlan const& plan) const {
    auto const moved = who_moved(plan);
    if (moved.empty() || !needs_.policy.settings(tx, org).is_on("6.4")) return;
    auto const groups = groups_of(tx, org, moved);
    std::vector<PersonId> all_masters;
    for (auto const& one : groups) all_masters.push_back(one.master);
    auto const calendar = needs_.hours.calendar(tx, org, all_masters);
    auto const now = needs_.clock.now();
    std::set<PersonId> masters;
    for (auto const& [person, room, master, open] : groups) {
        auto const& [was, is] = *moved.at(person);
        auto const before = duty_of(was);
        if (open && *open != duty_of(is)) continue;  // it goes on, with what they did at first
        if (open)
            tx.run(delete_review, org, room, person);
        else
            tx.run(insert_review, org, needs_.ids.make<ReviewId>(now.ms), room, person,
                   before.department, before.posts, before.duties, now,
                   due_day(calendar, master, now));
        masters.insert(master);
    }
    for (auto const master : masters) tell(tx, org, master);
}

live::Source Reviews::source() {
    auto const stream_of = [](live::Reader reader) {
        return reviews_stream(reader.org, PersonId{reader.person});
    };
    return live::source_of_changes("reviews", changed_event, stream_of);
}

}  // namespace horenso::talk
