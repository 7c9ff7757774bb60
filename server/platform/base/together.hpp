#pragma once
#include <vector>

#include "platform/base/task.hpp"

namespace horenso {

/// Runs all `tasks` at once on the loop of whoever waits, and comes back when the last has ended; then
/// throws the first thing that one of them threw. Their number is the caller's to bound. Once begun it
/// ignores cancellation.
Task<> together(std::vector<Task<>> tasks);

}  // namespace horenso
