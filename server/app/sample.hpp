#pragma once
#include <span>

#include "platform/base/embedded.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/policy/policy.hpp"

namespace horenso::app {

/// What the sample office is made with. `clock` says which day it is made on; what happens in the
/// office happens on the five working days before.
struct SampleNeeds {
    Store& store;
    IdSource& ids;
    Clock const& clock;
    policy::Policy const& policy;
};

/// Fills an empty database with the fictional office that `files` describe (app/sample/), by calling
/// the product. A database that holds an organisation is left alone, but for a sample office that was
/// cut off half-way: that is finished, and nothing is in it twice.
///
/// Gives a Problem when the store has no room (507) or no time (503). Throws std::runtime_error with
/// the place if the files are wrong: nobody but their author can cause that.
Task<Result<Done>> load_sample(SampleNeeds needs, std::span<embedded::File const> files);

}  // namespace horenso::app
