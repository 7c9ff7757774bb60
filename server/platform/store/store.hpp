#pragma once
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/tx.hpp"

namespace horenso {

/// The database: SQLite in the data folder, or PostgreSQL. Both run the same SQL and give the same
/// promise: what `write` answered is on disk.
class Store {
public:
    virtual ~Store() = default;

    /// Runs `f(Tx&)` in a transaction and gives what it returned, after the commit is on disk. `f` is
    /// a plain function that returns a `Result`; a `Problem` rolls back. It runs on a database thread
    /// and may run more than once, so it touches nothing but the transaction, the clock and its own
    /// values. Throws when the database fails. Always finishes, even if the coroutine is cancelled.
    /// A full disk, or a queue that is too long, comes back as a Problem (507, 503).
    template <class F>
    Task<std::invoke_result_t<F&, Tx&>> write(F f) {
        std::optional<std::invoke_result_t<F&, Tx&>> result;
        Work work = [&f, &result](Tx& tx) {
            result.emplace(f(tx));
            return static_cast<bool>(*result);
        };
        auto refused = co_await perform(Mode::write, work);
        if (refused) co_return std::move(*refused);
        co_return std::move(*result);
    }

    /// Runs `f(Tx&)` on one consistent state without changing anything, and gives what it returned.
    template <class F>
    Task<std::invoke_result_t<F&, Tx&>> read(F f) {
        std::optional<std::invoke_result_t<F&, Tx&>> result;
        Work work = [&f, &result](Tx& tx) {
            result.emplace(f(tx));
            return true;
        };
        auto refused = co_await perform(Mode::read, work);
        if (refused) throw Busy{};
        co_return std::move(*result);
    }

    /// A read found the queue too long. `net` answers 503.
    struct Busy : std::exception {
        char const* what() const noexcept override { return "store: too many reads are waiting"; }
    };

    /// Receives what was told, in commit order, one batch at a time, on a database thread. Set once,
    /// before the first write.
    using Listener = std::function<void(std::vector<Told>&&)>;
    virtual void listen(Listener listener) = 0;

    virtual Dialect dialect() const = 0;

protected:
    enum class Mode { read, write };
    using Work = std::function<bool(Tx&)>;  ///< true: keep; false: roll back

private:
    /// Runs `work`; gives a Problem if it was not (or could not be) kept for want of room.
    virtual Task<std::optional<Problem>> perform(Mode mode, Work& work) = 0;
};

}  // namespace horenso
