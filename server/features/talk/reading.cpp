// Who has read what (clause 5.2).
#include <algorithm>

#include "features/talk/events.hpp"
#include "features/talk/messages.hpp"
#include "features/talk/rooms.hpp"

namespace horenso::talk {
namespace {

constexpr Sql raise_mark{R"(
    UPDATE talk_member SET read_seq = $4
     WHERE org_id = $1 AND room_id = $2 AND person_id = $3 AND read_seq < $4)"};

constexpr Sql insert_reading{R"(
    INSERT INTO talk_reading (org_id, room_id, person_id, seq, read_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, room_id, person_id, seq) DO NOTHING)"};

constexpr Sql select_author{R"(
    SELECT author_id FROM talk_message WHERE org_id = $1 AND room_id = $2 AND seq = $3)"};

// A member had read the message when the mark first reached or passed it. Who came later counts for it
// neither way.
constexpr Sql select_readers{R"(
    SELECT m.person_id,
           (SELECT MIN(r.read_at) FROM talk_reading r
             WHERE r.org_id = m.org_id AND r.room_id = m.room_id AND r.person_id = m.person_id
               AND r.seq >= $3)
      FROM talk_member m
     WHERE m.org_id = $1 AND m.room_id = $2 AND m.joined_seq < $3 AND m.person_id <> $4
     ORDER BY 2 NULLS LAST, m.person_id)"};

/// Nobody waits for who is on leave (clause B5), nor for who is gone (clause 3.9): in a direct room they stay.
void leave_out_absent(Tx& tx, Entered const& in, Readers& readers, Instant now) {
    if (readers.unread.empty()) return;
    for (auto const person : directory::on_leave(tx, in.org(), now))
        std::erase(readers.unread, person);
    auto const is_gone = [&](PersonId person) {
        return !directory::is_person(tx, in.org(), person);
    };
    if (in.kind() == RoomKind::direct) std::erase_if(readers.unread, is_gone);
}

Problem no_such_message() { return {.status = 404, .code = "talk.message_not_found"}; }

}  // namespace

Task<Result<Done>> Talk::mark_read(Viewer const& viewer, RoomId room, std::int64_t seq) {
    auto keep = [&](Tx& tx) -> Result<Done> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        auto const mark = std::min(seq, tx.head(in->stream()).seq);
        if (mark <= in->read_seq()) return Done{};
        tx.run(raise_mark, in->org(), room, in->person(), mark);
        tx.run(insert_reading, in->org(), room, in->person(), mark, needs_.clock.now());
        tx.tell(marks_changed(in->marks(), tx.advance(in->marks())));
        return Done{};
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<Readers>> Talk::readers(Viewer const& viewer, RoomId room, std::int64_t seq) {
    auto read = [&](Tx& tx) -> Result<Readers> {
        auto in = enter(tx, viewer, room);
        if (!in) return in.problem();
        if (seq < in->from_seq()) return no_such_message();
        auto author = tx.query(select_author, in->org(), room, seq);
        if (!author.next()) return no_such_message();
        Readers readers;
        auto row = tx.query(select_readers, in->org(), room, seq, author.get<PersonId>(0));
        while (row.next()) {
            auto const person = row.get<PersonId>(0);
            if (auto const at = row.get<std::optional<Instant>>(1))
                readers.read.push_back({person, *at});
            else
                readers.unread.push_back(person);
        }
        leave_out_absent(tx, *in, readers, needs_.clock.now());
        hide_times_outside(tx, viewer.org, readers);
        return readers;
    };
    co_return co_await needs_.store.read(read);
}

// Clause B3: whoever reads in the evening need not explain when.
void Talk::hide_times_outside(Tx& tx, OrgId org, Readers& readers) const {
    std::vector<PersonId> people;
    for (auto const& one : readers.read) people.push_back(one.person);
    if (people.empty()) return;
    auto const calendar = needs_.hours.calendar(tx, org, people);
    auto const settings = needs_.policy.settings(tx, org);
    for (auto& one : readers.read) {
        auto const department = calendar.department_of(one.person);
        if (settings.is_on("B3", department) && !calendar.is_open(one.person, *one.at))
            one.at.reset();
    }
}

Task<Told> Talk::marks_event(Stream stream) {
    auto read = [&](Tx& tx) {
        return marks(stream, tx.head(stream).version,
                     read_marks(tx, stream.org, RoomId{stream.id}));
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::talk
