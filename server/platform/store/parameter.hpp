#pragma once
#include <span>

#include "platform/store/sql.hpp"

namespace horenso {

/// Refuses what one of the databases can't keep: a NUL in a text. Throws std::invalid_argument; who
/// takes text from outside checks it before.
void check_parameters(std::span<Value const> values);

}  // namespace horenso
