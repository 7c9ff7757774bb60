#pragma once
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <utility>
#include <vector>

#include "platform/base/task.hpp"

namespace horenso::kit {

/// Runs all `tasks` at once on one loop until the last has ended; throws the first thing one threw.
inline void wait_for_all(std::vector<Task<>> tasks) {
    boost::asio::io_context loop;
    std::exception_ptr error;
    auto note = [&error](std::exception_ptr e) {
        if (e && !error) error = e;
    };
    for (auto& task : tasks) boost::asio::co_spawn(loop, std::move(task), note);
    loop.run();
    if (error) std::rethrow_exception(error);
}

}  // namespace horenso::kit
