#pragma once
#include "services/audit/audit.hpp"
#include "services/policy/policy.hpp"

namespace horenso::policy {

/// Counts the guideline's stream up and tells everybody.
void tell_change(Tx& tx, OrgId org);
Told guideline_changed(Stream const& stream, std::int64_t version);

/// Leaves a row; last in the transaction.
void record_change(Tx& tx, Viewer const& viewer, audit::Action action, audit::Details details,
                   Instant now);
audit::Word word_of(Mode mode);

/// Adds one to today's count.
void count(Tx& tx, OrgId org, std::string_view clause, std::string_view what, Instant now);

}  // namespace horenso::policy
