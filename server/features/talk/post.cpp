#include "features/talk/events.hpp"
#include "features/talk/messages.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/urgent.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::talk {
namespace {

constexpr Sql insert_message{R"(
    INSERT INTO talk_message
           (org_id, room_id, seq, version, author_id, body, client_key, draft_hash, posted_at,
            urgent)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};

constexpr Sql select_kept{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, urgent, draft_hash
      FROM talk_message
     WHERE org_id = $1 AND author_id = $2 AND client_key = $3)"};

/// The message this key was first used for; refused if it was another draft or another room.
std::optional<Result<Message>> find_kept(Tx& tx, Entered const& in, NewMessage const& draft,
                                         crypto::Uuid const& key, std::int64_t hash) {
    auto row = tx.query(select_kept, in.org(), in.person(), key);
    if (!row.next()) return std::nullopt;
    auto kept = message_of(row);
    if (kept.room != in.room() || row.get<std::int64_t>(8) != hash || kept.urgent != draft.urgent)
        return Problem{.status = 422, .code = "talk.key_reused"};
    return kept;
}

Message insert(Tx& tx, Entered const& in, NewMessage const& draft, crypto::Uuid const& key,
               std::int64_t hash, Instant now) {
    auto const place = tx.take_place(in.stream());
    tx.run(insert_message, in.org(), in.room(), place.seq, place.version, in.person(), draft.body,
           key, hash, now, draft.urgent);
    return {in.room(),  place.seq,        place.version, in.person(),
            draft.body, draft.client_key, now,           draft.urgent};
}

}  // namespace

Task<Result<Message>> Talk::post(Viewer const& viewer, RoomId room, NewMessage draft) {
    if (auto refused = refuse_text(draft.body)) co_return *std::move(refused);
    auto const key = crypto::parse_uuid(draft.client_key);
    if (!key) co_return Problem{.status = 422, .code = "talk.bad_key"};
    if (draft.urgent)
        if (auto refused = refuse_reason(*draft.urgent)) co_return *std::move(refused);
    auto const hash = draft_hash(draft.body);
    auto const stream = room_stream(viewer.org, room).name();
    policy::Draft const words{policy::DraftKind::message, draft.body, stream};
    auto const looked = needs_.policy.look(words);

    auto keep = [&](Tx& tx) -> Result<Message> {
        auto in = enter_to_write(tx, viewer, room);
        if (!in) return in.problem();
        if (auto kept = find_kept(tx, *in, draft, *key, hash)) return *std::move(kept);
        if (auto refused = refuse_alone(tx, *in)) return *std::move(refused);

        auto const admitted = admit(tx, viewer, room, draft, words, looked);
        if (!admitted) return admitted.problem();

        auto message = insert(tx, *in, draft, *key, hash, needs_.clock.now());
        tx.tell(message_posted(in->stream(), message));
        admitted->record(tx, viewer, message.posted_at);
        if (message.urgent) record_urgent(tx, viewer, message);
        return message;
    };
    auto kept = co_await needs_.store.write(keep);
    if (!kept) co_await needs_.policy.note_refusal(viewer, kept.problem());
    co_return kept;
}

Result<policy::Admitted> Talk::admit(Tx& tx, Viewer const& viewer, RoomId room,
                                     NewMessage const& draft, policy::Draft const& words,
                                     policy::Looked const& looked) const {
    if (draft.urgent) {
        if (auto refused = refuse_urgent(tx, viewer, needs_.policy)) return *std::move(refused);
        return needs_.policy.let_pass(tx, viewer, looked);
    }
    auto const may_ask =
        needs_.policy.has_mode(tx, viewer.org, "B3", "note", policy::Mode::confirm);
    auto const asked = may_ask ? looked.with(receivers_outside(tx, viewer, room)) : looked;
    return needs_.policy.admit(tx, viewer, words, asked, draft.acknowledgement);
}

Result<Message> post_kept(Tx& tx, Viewer const& author, Later const& later,
                          policy::Policy const& policy, Instant now) {
    auto in = enter_to_write(tx, author, later.room);
    if (!in) return in.problem();
    auto const key = *crypto::parse_uuid(later.client_key);
    auto const hash = draft_hash(later.body);
    NewMessage const draft{later.body, later.client_key};
    if (auto kept = find_kept(tx, *in, draft, key, hash)) return *std::move(kept);
    if (auto refused = refuse_alone(tx, *in)) return *std::move(refused);

    auto const place = in->stream().name();
    auto const looked = policy.look({policy::DraftKind::later, later.body, place});
    if (auto blocked = policy.blocked(tx, author, looked)) return *std::move(blocked);

    auto message = insert(tx, *in, draft, key, hash, now);
    tx.tell(message_posted(in->stream(), message));
    return message;
}

}  // namespace horenso::talk
