#include "services/access/challenges.hpp"

#include "platform/crypto/token.hpp"

namespace horenso::access {
namespace {

constexpr Sql insert_challenge{R"(
    INSERT INTO access_challenge (org_id, hash, person_id, expires_at) VALUES ($1, $2, $3, $4))"};

constexpr Sql delete_challenge{R"(
    DELETE FROM access_challenge WHERE org_id = $1 AND hash = $2 AND person_id = $3 AND expires_at > $4)"};

// Two who would delete the same rows leave them to one of them.
constexpr Sql delete_over{R"(
    DELETE FROM access_challenge
     WHERE org_id = $1 AND hash IN
           (SELECT hash FROM access_challenge
             WHERE org_id = $1 AND expires_at <= $2
             ORDER BY expires_at LIMIT 4))",
                          R"(
    DELETE FROM access_challenge
     WHERE org_id = $1 AND hash IN
           (SELECT hash FROM access_challenge
             WHERE org_id = $1 AND expires_at <= $2
             ORDER BY expires_at LIMIT 4 FOR UPDATE SKIP LOCKED))"};

}  // namespace

std::string ask_to_sign(Tx& tx, Asked const& asked, Instant now) {
    auto challenge = crypto::random_bytes(32);
    tx.run(insert_challenge, asked.org, crypto::sha256(challenge), asked.person,
           now + challenge_life);
    tx.run(delete_over, asked.org, now);
    return challenge;
}

Result<Done> take_challenge(Tx& tx, Asked const& asked, std::string_view challenge, Instant now) {
    if (tx.run(delete_challenge, asked.org, crypto::sha256(challenge), asked.person, now) == 0)
        return Problem{.status = 401, .code = "access.challenge_over"};
    return Done{};
}

}  // namespace horenso::access
