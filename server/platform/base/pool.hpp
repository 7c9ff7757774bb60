#pragma once
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"

namespace horenso {

/// A few threads for slow work that would hold a loop up: hashing, files. May be used from several loops;
/// every call goes on where it was called. A call that finds no place is refused at once.
///
/// Must be gone before the loops are. Its destructor waits for what is under way and refuses what still
/// waits.
class Pool {
public:
    struct Limits {
        std::size_t threads = 2;
        std::size_t queue = 50;  ///< calls waiting beside those that run
    };

    /// `busy` is the code of the 503 that a call without a place gets.
    Pool(Limits limits, std::string busy);
    ~Pool();
    Pool(Pool const&) = delete;
    Pool& operator=(Pool const&) = delete;

    /// Runs `make` on a thread of the pool and gives what it gave; throws what it threw.
    template <class T>
    Task<Result<T>> run(std::function<T()> make) {
        // Shared, because a caller on a stopped loop may be destroyed while its work is under way.
        auto outcome = std::make_shared<Outcome<T>>();
        std::function<void()> work = [outcome, make = std::move(make)] {
            try {
                outcome->value = make();
            } catch (...) {
                outcome->error = std::current_exception();
            }
        };
        auto refused = co_await perform(std::move(work));
        if (refused) co_return *std::move(refused);
        if (outcome->error) std::rethrow_exception(outcome->error);
        co_return std::move(*outcome->value);
    }

private:
    template <class T>
    struct Outcome {
        std::optional<T> value;
        std::exception_ptr error;
    };

    Task<std::optional<Problem>> perform(std::function<void()> work);

    struct Threads;
    std::unique_ptr<Threads> threads_;
    std::string busy_;
};

}  // namespace horenso
