#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/jobs/jobs.hpp"

namespace horenso::jobs {

/// What `schedule` tells goes by this stream, which nobody reads: `Jobs::hear` takes it out.
inline Stream scheduled(OrgId org) { return {org, "job"}; }

/// A job that a runner holds for as long as the row has this token.
struct Jobs::Leased {
    Job job;
    std::int64_t token = 0;
    std::int64_t attempts = 0;  ///< with this one
    bool was_left = false;      ///< whoever held it before never said how it ended
};

struct Taking {
    Instant now;
    std::string kinds;  ///< a JSON array of those that the runner knows
    int most = 0;
    std::int64_t token = 0;  ///< another one each time; not 0
};

/// Whether there is anything to take. Changes nothing: a server with nothing to do leaves the disk alone.
bool is_any_due(Tx& tx, Taking const& taking);

/// Takes what is due and nobody holds, in order of time.
std::vector<Jobs::Leased> lease(Tx& tx, Taking const& taking, Pace const& pace);

/// The job was done: deletes it, or makes it due again. Nothing if it is no longer the runner's.
void finish(Tx& tx, Jobs::Leased const& leased, Next const& next);

/// The effect and the end of its job; nothing if it is no longer the runner's.
Result<Done> carry_out(Tx& tx, Jobs::Leased const& leased, Effect const& effect);

/// The attempt failed: lets go of the job, which nobody takes before the pause is over.
void give_back(Tx& tx, Jobs::Leased const& leased, std::string_view code, Pace const& pace);

std::chrono::milliseconds pause_after(std::int64_t attempts, Pace const& pace);

}  // namespace horenso::jobs
