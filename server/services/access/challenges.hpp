#pragma once
#include <chrono>
#include <string>

#include "platform/base/result.hpp"
#include "platform/store/tx.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::access {

/// For whom a device is to sign something; nobody (0) while nobody is signed in.
struct Asked {
    OrgId org;
    PersonId person;
};

/// How long a person may take over a finger, a PIN or another device.
inline constexpr std::chrono::minutes challenge_life{5};

/// 32 new bytes to sign. Kept as a hash; each also deletes some that are over, so that there are never more than five
/// minutes bring.
std::string ask_to_sign(Tx& tx, Asked const& asked, Instant now);

/// Each is answered once, well or not: 401 `access.challenge_over` if it was, if it is over, or if another was asked.
Result<Done> take_challenge(Tx& tx, Asked const& asked, std::string_view challenge, Instant now);

}  // namespace horenso::access
