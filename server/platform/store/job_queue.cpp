#include "platform/store/job_queue.hpp"

#include <algorithm>

namespace horenso {

bool JobQueue::put(Job& job) {
    bool wake = false;
    {
        std::lock_guard lock(mutex_);
        if (closed_ || waiting_.size() >= limit_) return false;
        waiting_.push(job);
        wake = takers_waiting_ > 0;  // a busy taker looks by itself: no system call
    }
    if (wake) something_.notify_one();
    return true;
}

JobList JobQueue::take(std::size_t most, std::size_t among) {
    std::unique_lock lock(mutex_);
    ++takers_waiting_;
    something_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    --takers_waiting_;
    auto share = std::min(most, (waiting_.size() + among - 1) / among);
    if (share == waiting_.size()) return std::move(waiting_);
    JobList taken;
    while (taken.size() < share) taken.push(waiting_.pop());
    return taken;
}

void JobQueue::close() {
    {
        std::lock_guard lock(mutex_);
        closed_ = true;
    }
    something_.notify_all();
}

}  // namespace horenso
