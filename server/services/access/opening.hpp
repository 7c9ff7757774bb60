#pragma once
#include <chrono>
#include <string>

#include "services/access/sessions.hpp"

namespace horenso::access {

/// How a session was opened, and when.
struct Opening {
    std::string by = {};  ///< card, password, passkey, pin; empty: not known
    Instant at = {};

    /// What opens doors for later (a passkey, the first password) is only for whoever has just come in: an open screen
    /// may be anybody's.
    bool is_recent(Instant now) const { return !is_by_pin() && now < at + recent_for; }
    /// Good for going on with one's work at a shared device, and for nothing that decides who gets in.
    bool is_by_pin() const { return by == "pin"; }
    /// An administrator has just vouched for this person.
    bool is_by_recent_card(Instant now) const { return by == "card" && is_recent(now); }

    static constexpr std::chrono::minutes recent_for{10};
};

void note_opening(Tx& tx, Token const& token, audit::Word by);
/// The viewer has given again what opens a session, so it counts as opened by the password now.
void note_reopening(Tx& tx, Viewer const& viewer, Instant now);
Opening opening_of(Tx& tx, Viewer const& viewer);
/// 403, for who came in by PIN: whatever they type, the full way in comes first.
Problem pin_is_not_enough();

}  // namespace horenso::access
