#pragma once
#include <chrono>
#include <string>

#include "services/access/sessions.hpp"

namespace horenso::access {

/// How a session was opened, and when.
struct Opening {
    std::string by = {};  ///< card, password, passkey; empty: not known
    Instant at = {};

    /// What opens doors for later (a passkey, the first password) is only for whoever has just come in: an open screen
    /// may be anybody's.
    bool is_recent(Instant now) const { return now < at + recent_for; }
    /// An administrator has just vouched for this person.
    bool is_by_recent_card(Instant now) const { return by == "card" && is_recent(now); }

    static constexpr std::chrono::minutes recent_for{10};
};

void note_opening(Tx& tx, Token const& token, audit::Word by);
Opening opening_of(Tx& tx, Viewer const& viewer);

}  // namespace horenso::access
