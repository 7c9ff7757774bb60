#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.hpp"
#include "platform/store/tx.hpp"
#include "platform/time/clock.hpp"

namespace horenso::access {

/// One thing that is tried from one place: a login, or cards as such.
struct Attempt {
    OrgId org;            ///< 0 while unknown
    std::string subject;  ///< "card", or a hash of the login as typed
    std::string network;  ///< prefix of the address
    std::chrono::milliseconds longest_wait{std::chrono::minutes{5}};
};

/// /24 of an IPv4 address, /48 of an IPv6 one; the address itself otherwise.
std::string network_of(std::string_view address);

/// Counts a try before it is made, so that tries at the same time count too. The first three are free;
/// then the wait doubles from 1 s. 429 `access.wait` with the seconds left.
Result<Done> begin_attempt(Tx& tx, Attempt const& attempt, Instant now);
/// It was the right person: forget the tries.
void attempt_succeeded(Tx& tx, Attempt const& attempt);

}  // namespace horenso::access
