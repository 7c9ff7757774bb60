#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/store/tx.hpp"
#include "platform/time/clock.hpp"

namespace horenso::access {

/// How wrong tries are slowed down: some are free, then the wait doubles from 1 s.
struct Throttle {
    std::int64_t free_tries;
    std::chrono::milliseconds longest_wait;
};

/// A password may be one that others guess.
inline constexpr Throttle password_throttle{3, std::chrono::minutes{5}};
/// A card's code (2^90) can't be guessed; this only keeps floods of wrong ones from the database.
inline constexpr Throttle card_throttle{100, std::chrono::seconds{10}};

/// Whatever is typed as a password costs a hash (64 MB, a tenth of a second), also for an ID that nobody has. A hundred
/// people behind one address may each mistype twice within an hour before anybody waits: right ones are taken back, and
/// where somebody was before nothing is counted. After that one hash in ten seconds is made for that address.
inline constexpr Throttle password_network_throttle{240, std::chrono::seconds{10}};

/// Every question for a passkey is a row; an office that signs in doesn't notice this.
inline constexpr Throttle passkey_throttle{200, std::chrono::seconds{10}};

/// One thing that is tried from one place: a login, or cards or passwords as such.
struct Attempt {
    OrgId org;            ///< 0 while unknown
    std::string subject;  ///< "card", "password", or a hash of the login as typed
    std::string network;  ///< prefix of the address
    Throttle throttle = password_throttle;
};

/// /24 of an IPv4 address, /48 of an IPv6 one; the address itself otherwise.
std::string network_of(std::string_view address);

/// 429 `access.wait` with the seconds left, if there is something to wait for. Changes nothing.
Result<Done> may_try(Tx& tx, Attempt const& attempt, Instant now);

/// Counts a try before it is made, so that tries at the same time count too; refuses as `may_try`.
/// Tries fade: each hour without one halves their number, and what has faded is deleted, some rows
/// with each try.
Result<Done> begin_attempt(Tx& tx, Attempt const& attempt, Instant now);
/// It was the right person: forget the tries.
void attempt_succeeded(Tx& tx, Attempt const& attempt);
/// This one was right, which says nothing of the others: one less.
void take_back(Tx& tx, Attempt const& attempt);

}  // namespace horenso::access
