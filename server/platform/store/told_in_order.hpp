#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "platform/store/job.hpp"
#include "platform/store/store.hpp"

namespace horenso {

/// Brings what several committing threads tell to the listener in the order of their commits. A
/// transaction takes a ticket while it still holds the rows of its streams, so of two that change one
/// stream the earlier has the smaller ticket; what was told goes out strictly by ticket.
class ToldInOrder {
public:
    explicit ToldInOrder(Store::Listener const& listener) : listener_(listener) {}

    using Ticket = std::uint64_t;
    Ticket take();

    /// The transaction has ended: `told` goes to the listener when its turn comes, then `job` is
    /// answered; by whichever thread is there, nobody waits. For one that was rolled back and runs
    /// again with a later ticket: nothing told, no job.
    void finish(Ticket ticket, std::vector<Told> told, Job* job);

private:
    struct Ended {
        std::vector<Told> told;
        Job* job = nullptr;
    };
    bool collect(std::vector<Told>& told, JobList& jobs);

    Store::Listener const& listener_;
    std::mutex mutex_;
    std::deque<std::optional<Ended>> open_;  // tickets from next_ on; empty: has not ended
    Ticket next_ = 0;
    bool delivering_ = false;
};

}  // namespace horenso
