// Two writes of which one comes before the other has ended.
#pragma once
#include <chrono>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/store/store.hpp"

namespace horenso::kit {

// Read anew each time, unlike pg_stat_activity.
inline constexpr Sql count_who_wait{R"(
    SELECT COUNT(*) FROM pg_locks
     WHERE NOT granted AND transactionid = pg_current_xact_id()::xid)"};

inline bool is_waited_for(Tx& tx) {
    auto row = tx.query(count_who_wait);
    return row.next() && row.get<std::int64_t>(0) > 0;
}

/// Runs `first(Tx&)` in a transaction, and `second()`, which writes for itself, before that has ended. On PostgreSQL the
/// first commits when the second waits for something that the first holds, or is through; SQLite lets one write after
/// the other. `then()` comes before the commit.
template <class First, class Second, class Then>
void meanwhile(Store& store, First first, Second second, Then then) {
    std::future<void> other;
    auto write = [&](Tx& tx) -> Result<Done> {
        first(tx);
        if (!other.valid()) other = std::async(std::launch::async, second);
        auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
        auto const is_through = [&] {
            return other.wait_for(std::chrono::milliseconds{2}) == std::future_status::ready;
        };
        while (tx.dialect() == Dialect::postgres && !is_through() && !is_waited_for(tx))
            if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error{"never"};
        then();
        return Done{};
    };
    must(wait_for(store.write(write)));
    other.get();
}

template <class First, class Second>
void meanwhile(Store& store, First first, Second second) {
    meanwhile(store, std::move(first), std::move(second), [] {});
}

}  // namespace horenso::kit
