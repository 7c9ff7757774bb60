#pragma once
#include <string>

#include "services/policy/policy.hpp"

namespace horenso::policy {

/// Shapes of api/policy.yaml.
std::string guideline_json(Guideline const& guideline);
/// `text`: what was checked; ranges are told in UTF-16 code units.
std::string checked_json(Checked const& checked, std::string_view text, Catalogue const& catalogue);
std::string edition_json(Edition const& edition);
std::string texts_json(std::vector<ClauseText> const& texts);

}  // namespace horenso::policy
