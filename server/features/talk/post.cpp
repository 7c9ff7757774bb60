#include "features/talk/events.hpp"
#include "features/talk/messages.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::talk {
namespace {

constexpr Sql insert_message{R"(
    INSERT INTO talk_message
           (org_id, room_id, seq, version, author_id, body, client_key, draft_hash, posted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};

constexpr Sql select_kept{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, draft_hash
      FROM talk_message
     WHERE org_id = $1 AND author_id = $2 AND client_key = $3)"};

/// The message this key was first used for; refused if it was another draft or another room.
std::optional<Result<Message>> find_kept(Tx& tx, Entered const& in, crypto::Uuid const& key,
                                         std::int64_t hash) {
    auto row = tx.query(select_kept, in.org(), in.person(), key);
    if (!row.next()) return std::nullopt;
    auto kept = message_of(row);
    if (kept.room != in.room() || row.get<std::int64_t>(7) != hash)
        return Problem{.status = 422, .code = "talk.key_reused"};
    return kept;
}

Message insert(Tx& tx, Entered const& in, NewMessage const& draft, crypto::Uuid const& key,
               std::int64_t hash, Instant now) {
    auto const place = tx.take_place(in.stream());
    tx.run(insert_message, in.org(), in.room(), place.seq, place.version, in.person(), draft.body,
           key, hash, now);
    return {in.room(), place.seq, place.version, in.person(), draft.body, draft.client_key, now};
}

}  // namespace

Task<Result<Message>> Talk::post(Viewer const& viewer, RoomId room, NewMessage draft) {
    if (auto refused = refuse_text(draft.body)) co_return *std::move(refused);
    auto const key = crypto::parse_uuid(draft.client_key);
    if (!key) co_return Problem{.status = 422, .code = "talk.bad_key"};
    auto const hash = draft_hash(draft.body);
    auto const stream = room_stream(viewer.org, room).name();
    policy::Draft const words{policy::DraftKind::message, draft.body, stream};
    auto const looked = needs_.policy.look(words);

    auto keep = [&](Tx& tx) -> Result<Message> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        if (auto kept = find_kept(tx, *in, *key, hash)) return *std::move(kept);

        auto const admitted = needs_.policy.admit(tx, viewer, words, looked, draft.acknowledgement);
        if (!admitted) return admitted.problem();

        auto message = insert(tx, *in, draft, *key, hash, needs_.clock.now());
        tx.tell(message_posted(in->stream(), message));
        admitted->record(tx, viewer, needs_.clock.now());
        return message;
    };
    auto kept = co_await needs_.store.write(keep);
    if (!kept) co_await needs_.policy.note_refusal(viewer, kept.problem());
    co_return kept;
}

Result<Message> post_kept(Tx& tx, Viewer const& author, Later const& later,
                          policy::Policy const& policy, Instant now) {
    auto in = enter_to_write(tx, author, later.room);
    if (!in) return in.problem();
    auto const key = *crypto::parse_uuid(later.client_key);
    auto const hash = draft_hash(later.body);
    if (auto kept = find_kept(tx, *in, key, hash)) return *std::move(kept);

    auto const place = in->stream().name();
    auto const looked = policy.look({policy::DraftKind::message, later.body, place});
    if (auto blocked = policy.blocked(tx, author, looked)) return *std::move(blocked);

    NewMessage const draft{later.body, later.client_key};
    auto message = insert(tx, *in, draft, key, hash, now);
    tx.tell(message_posted(in->stream(), message));
    return message;
}

}  // namespace horenso::talk
