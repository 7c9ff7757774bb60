
#include <charconv>

#include "features/talk/messages.hpp"
#include "platform/crypto/uuid.hpp"
#include "services/live/events.hpp"

namespace horenso::talk {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kind = "talk.send_later";
constexpr std::string_view changed_event = "talk.later_changed";
constexpr auto soonest = 1min;
constexpr auto latest = 24h * 366;
constexpr std::int64_t most = 100;

constexpr Sql insert_later{R"(
    INSERT INTO talk_later
           (org_id, later_id, room_id, author_id, body, client_key, draft_hash, due_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))"};
constexpr Sql select_kept{R"(
    SELECT later_id, room_id, author_id, body, client_key, due_at, failed, draft_hash
      FROM talk_later
     WHERE org_id = $1 AND author_id = $2 AND client_key = $3)"};
constexpr Sql select_mine{R"(
    SELECT later_id, room_id, author_id, body, client_key, due_at, failed
      FROM talk_later
     WHERE org_id = $1 AND author_id = $2
     ORDER BY due_at, later_id)"};
constexpr Sql select_one{R"(
    SELECT later_id, room_id, author_id, body, client_key, due_at, failed
      FROM talk_later
     WHERE org_id = $1 AND later_id = $2)"};
constexpr Sql count_mine{"SELECT COUNT(*) FROM talk_later WHERE org_id = $1 AND author_id = $2"};
constexpr Sql delete_mine{R"(
    DELETE FROM talk_later WHERE org_id = $1 AND later_id = $2 AND author_id = $3)"};
constexpr Sql set_failed{"UPDATE talk_later SET failed = $3 WHERE org_id = $1 AND later_id = $2"};

Later later_of(Rows const& row) {
    return {.id = row.get<LaterId>(0),
            .room = row.get<RoomId>(1),
            .author = row.get<PersonId>(2),
            .body = row.get<std::string>(3),
            .client_key = crypto::uuid_text(row.get<crypto::Uuid>(4)),
            .due_at = row.get<Instant>(5),
            .failed = row.get<std::optional<std::string>>(6)};
}

std::optional<Result<Later>> find_kept(Tx& tx, Viewer const& viewer, RoomId room,
                                       crypto::Uuid const& key, std::int64_t hash) {
    auto row = tx.query(select_kept, viewer.org, viewer.person, key);
    if (!row.next()) return std::nullopt;
    auto kept = later_of(row);
    if (kept.room != room || row.get<std::int64_t>(7) != hash)
        return Problem{.status = 422, .code = "talk.key_reused"};
    return kept;
}

std::optional<Later> find_due(Tx& tx, jobs::Job const& job) {
    std::int64_t id = 0;
    std::from_chars(job.key.data(), job.key.data() + job.key.size(), id);
    auto row = tx.query(select_one, job.org, LaterId{id});
    if (!row.next()) return std::nullopt;
    return later_of(row);
}

}  // namespace

Stream later_stream(OrgId org, PersonId author) { return {org, "later", author.value}; }

Task<Result<Later>> LaterMessages::keep(Viewer const& viewer, RoomId room, NewMessage draft,
                                        Instant due_at) {
    if (auto refused = refuse_text(draft.body)) co_return *std::move(refused);
    auto const key = crypto::parse_uuid(draft.client_key);
    if (!key) co_return Problem{.status = 422, .code = "talk.bad_key"};
    auto const hash = draft_hash(draft.body);
    auto const place = room_stream(viewer.org, room).name();
    policy::Draft const words{policy::DraftKind::later, draft.body, place};
    auto const looked = needs_.policy.look(words);
    auto const id = needs_.ids.make<LaterId>(needs_.clock.now().ms);

    auto keep = [&](Tx& tx) -> Result<Later> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        if (auto kept = find_kept(tx, viewer, room, *key, hash)) return *std::move(kept);
        if (auto refused = refuse_alone(tx, *in)) return *std::move(refused);
        auto const now = needs_.clock.now();
        if (due_at < now + soonest || due_at > now + latest)
            return Problem{.status = 422, .code = "talk.bad_time"};
        auto const admitted = needs_.policy.admit(tx, viewer, words, looked, draft.acknowledgement);
        if (!admitted) return admitted.problem();

        tx.run(insert_later, viewer.org, id, room, viewer.person, draft.body, *key, hash, due_at);
        auto row = tx.query(count_mine, viewer.org, viewer.person);
        if (row.next() && row.get<std::int64_t>(0) > most)
            return Problem{.status = 422, .code = "talk.too_many_later"};
        jobs::schedule(tx, {.org = viewer.org,
                            .kind = std::string{kind},
                            .key = std::to_string(id.value),
                            .due_at = due_at});
        admitted->record(tx, viewer, now);
        live::tell_changed(tx, changed_event, later_stream(viewer.org, viewer.person));
        return Later{id, room, viewer.person, draft.body, draft.client_key, due_at};
    };
    auto kept = co_await needs_.store.write(keep);
    if (!kept) co_await needs_.policy.note_refusal(viewer, kept.problem());
    co_return kept;
}

Task<std::vector<Later>> LaterMessages::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        std::vector<Later> all;
        auto row = tx.query(select_mine, viewer.org, viewer.person);
        while (row.next()) all.push_back(later_of(row));
        return all;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> LaterMessages::take_back(Viewer const& viewer, LaterId id) {
    auto write = [&](Tx& tx) -> Result<Done> {
        if (tx.run(delete_mine, viewer.org, id, viewer.person) == 0)
            return Problem{.status = 404, .code = "talk.later_not_found"};
        jobs::cancel(tx, viewer.org, kind, std::to_string(id.value));
        live::tell_changed(tx, changed_event, later_stream(viewer.org, viewer.person));
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

void LaterMessages::send_due(Tx& tx, jobs::Job const& job) const {
    auto const later = find_due(tx, job);
    if (!later) return;
    Viewer author;
    author.org = job.org;
    author.person = later->author;
    auto const posted = post_kept(tx, author, *later, needs_.policy, needs_.clock.now());
    if (posted)
        tx.run(delete_mine, job.org, later->id, later->author);
    else
        tx.run(set_failed, job.org, later->id, posted.problem().code);
    live::tell_changed(tx, changed_event, later_stream(job.org, later->author));
}

void LaterMessages::add_jobs(jobs::Jobs& jobs) const {
    auto effect = [this](Tx& tx, jobs::Job const& job) -> Result<jobs::Next> {
        send_due(tx, job);
        return jobs::Next{};
    };
    jobs.on(std::string{kind}, effect);
}

live::Source LaterMessages::source() {
    auto const stream_of = [](live::Reader reader) {
        return later_stream(reader.org, PersonId{reader.person});
    };
    return live::source_of_changes("later", changed_event, stream_of);
}

}  // namespace horenso::talk
