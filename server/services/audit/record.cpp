#include "services/audit/audit.hpp"
#include "services/audit/row.hpp"

namespace horenso::audit {
namespace {

// On PostgreSQL this locks the head: the next writer waits and then sees the hash that we leave.
constexpr Sql take_place{R"(
    INSERT INTO audit_head (org_id, seq, hash) VALUES ($1, 1, $2)
        ON CONFLICT (org_id) DO UPDATE SET seq = audit_head.seq + 1
    RETURNING seq, hash)"};

constexpr Sql insert_entry{R"(
    INSERT INTO audit_entry
           (org_id, seq, at, actor, person_id, session_id, action, subject, subject_id, details,
            previous, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))"};

constexpr Sql leave_hash{R"(
    UPDATE audit_head SET hash = $2 WHERE org_id = $1)"};

std::string_view name_of(Actor::Kind kind) {
    switch (kind) {
        case Actor::Kind::person: return "person";
        case Actor::Kind::server_operator: return "operator";
        case Actor::Kind::server: return "server";
    }
    return {};
}

std::string_view name_of(Subject::Kind kind) {
    switch (kind) {
        case Subject::Kind::organisation: return "organisation";
        case Subject::Kind::person: return "person";
        case Subject::Kind::room: return "room";
        case Subject::Kind::report: return "report";
        case Subject::Kind::contact: return "contact";
    }
    return {};
}

Row row_of(Instant at, Entry const& entry) {
    Row row;
    row.org = entry.org;
    row.at = at;
    row.actor = name_of(entry.actor.kind);
    row.person = entry.actor.person;
    row.session = entry.actor.session;
    row.action = name_of(entry.action);
    row.subject = name_of(entry.subject.kind);
    row.subject_id = entry.subject.id;
    row.details = entry.details.json();
    return row;
}

/// The row's place, and the hash it follows.
void place(Tx& tx, Row& row) {
    row.previous = genesis(row.org);
    auto head = tx.query(take_place, row.org, row.previous);
    head.next();
    row.seq = head.get<std::int64_t>(0);
    if (row.seq > 1) row.previous = head.get<crypto::Digest>(1);
}

}  // namespace

void record(Tx& tx, Instant at, Entry const& entry) {
    auto row = row_of(at, entry);
    place(tx, row);
    row.hash = hash_of(row);
    tx.run(insert_entry, row.org, row.seq, row.at, row.actor, row.person, row.session, row.action,
           row.subject, row.subject_id, row.details, row.previous, row.hash);
    tx.run(leave_hash, row.org, row.hash);
}

}  // namespace horenso::audit
