#pragma once
#include <cstdint>
#include <string>

#include "platform/base/org.hpp"
#include "platform/crypto/token.hpp"
#include "platform/time/clock.hpp"

namespace horenso::audit {

/// A row of `audit_entry`, column by column.
struct Row {
    OrgId org;
    std::int64_t seq = 0;
    Instant at;
    std::string actor;
    std::int64_t person = 0;
    std::int64_t session = 0;
    std::string action;
    std::string subject;
    std::int64_t subject_id = 0;
    std::string details;
    crypto::Digest previous{};
    crypto::Digest hash{};
};

/// What a row's `hash` must be: BLAKE2b, 32 bytes, no key (RFC 7693), over these bytes:
///
///     text("horenso.audit.row.1")
///     previous                      32 bytes as they are
///     number(org_id) number(seq) number(at)
///     text(actor) number(person_id) number(session_id)
///     text(action)
///     text(subject) number(subject_id)
///     text(details)
///
/// `number` is 8 bytes, two's complement, the highest first. `text` is the count of its bytes as a
/// `number`, then the bytes (UTF-8). So no two rows have the same bytes. Another way of writing them
/// gets another first text.
crypto::Digest hash_of(Row const& row);

/// What the first row of an organisation has as `previous`: the same hash over
/// `text("horenso.audit.genesis.1") number(org_id)`.
crypto::Digest genesis(OrgId org);

}  // namespace horenso::audit
