#pragma once
#include <optional>
#include <string_view>

#include "platform/base/result.hpp"
#include "services/directory/directory.hpp"

namespace horenso::access {

/// Why this may not be somebody's PIN: 422 `access.no_pin` if it isn't six digits, `access.guessable_pin` if others
/// would try it first: digits that repeat or follow each other, a date, a column of the keys, numbers of the owner's.
/// Nothing of the PIN stands in the Problem.
std::optional<Problem> refuse_pin(std::string_view pin, directory::Person const& owner);

}  // namespace horenso::access
