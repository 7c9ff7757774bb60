#pragma once
#include <vector>

#include "services/hours/hours.hpp"

namespace horenso::hours {

/// 422 `hours.bad_patterns` if they can't be kept: 12 at most, each with a name of up to 10 characters that no other
/// has.
std::optional<Problem> refuse_patterns(std::vector<Pattern> const& patterns);

/// In the order that they were given.
std::vector<Pattern> patterns_of(Tx& tx, OrgId org, Scope const& scope);
void write_patterns(Tx& tx, OrgId org, Scope const& scope, std::vector<Pattern> const& patterns);

}  // namespace horenso::hours
