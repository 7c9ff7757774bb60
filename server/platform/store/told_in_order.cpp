#include "platform/store/told_in_order.hpp"

#include <iterator>

#include "platform/base/log.hpp"
#include "platform/store/waiting.hpp"

namespace horenso {

ToldInOrder::Ticket ToldInOrder::take() {
    std::lock_guard lock(mutex_);
    open_.emplace_back();
    return next_ + open_.size() - 1;
}

void ToldInOrder::finish(Ticket ticket, std::vector<Told> told, Job* job) {
    std::unique_lock lock(mutex_);
    open_[ticket - next_].emplace(Ended{std::move(told), job});
    if (delivering_) return;  // that thread will see it
    delivering_ = true;
    for (;;) {
        std::vector<Told> batch;
        JobList jobs;
        if (!collect(batch, jobs)) break;
        lock.unlock();
        try {
            if (!batch.empty() && listener_) listener_(std::move(batch));
        } catch (std::exception const& error) {
            log::error("store.listener_failed", {{"why", error.what()}});
        }
        answer(std::move(jobs));
        lock.lock();
    }
    delivering_ = false;
}

// Everything whose turn it is; false if it is nobody's.
bool ToldInOrder::collect(std::vector<Told>& told, JobList& jobs) {
    auto const before = next_;
    while (!open_.empty() && open_.front()) {
        auto& ended = *open_.front();
        std::move(ended.told.begin(), ended.told.end(), std::back_inserter(told));
        if (ended.job) jobs.push(*ended.job);
        open_.pop_front();
        ++next_;
    }
    return next_ != before;
}

}  // namespace horenso
