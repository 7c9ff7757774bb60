#pragma once
#include <optional>

#include "platform/crypto/token.hpp"
#include "platform/store/tx.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::access {

/// Whom a card's code lets in today.
struct CardHolder {
    OrgId org;
    PersonId person;
};
/// By the digest of its letters; nobody if it never was, is over or is used.
std::optional<CardHolder> find_card(Tx& tx, crypto::Digest const& hash, Instant now);

}  // namespace horenso::access
