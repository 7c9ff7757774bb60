#pragma once
#include <optional>

#include "platform/base/task.hpp"
#include "platform/store/job_queue.hpp"

namespace horenso {

/// Puts `work` into `queue` and waits, on the caller's executor, until a database thread answered.
/// Gives the store's own refusal if there is one (503 when the queue is full); throws what `work` threw.
/// Once begun it ignores cancellation. The queue's threads must have answered everything before the
/// executor's context goes away.
Task<std::optional<Problem>> pass_through(JobQueue& queue, Job::Mode mode, Work& work);

/// Wakes all who wait for `jobs`: one post for each executor, not one for each job. From any thread.
void answer(JobList jobs);

}  // namespace horenso
