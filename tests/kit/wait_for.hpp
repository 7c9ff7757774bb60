#pragma once
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>
#include <utility>

#include "platform/base/task.hpp"

namespace horenso::kit {

/// Runs a coroutine to its end on a loop of its own and gives what it returned.
template <class T>
T wait_for(Task<T> task) {
    boost::asio::io_context loop;
    std::optional<T> result;
    std::exception_ptr error;
    auto run = [](Task<T> work, std::optional<T>& out) -> Task<> {
        out.emplace(co_await std::move(work));
    };
    boost::asio::co_spawn(loop, run(std::move(task), result),
                          [&](std::exception_ptr e) { error = e; });
    loop.run();
    if (error) std::rethrow_exception(error);
    return std::move(*result);
}

inline void wait_for(Task<> task) {
    boost::asio::io_context loop;
    std::exception_ptr error;
    boost::asio::co_spawn(loop, std::move(task), [&](std::exception_ptr e) { error = e; });
    loop.run();
    if (error) std::rethrow_exception(error);
}

}  // namespace horenso::kit
