#pragma once
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <utility>

#include "platform/base/problem.hpp"
#include "platform/store/tx.hpp"

namespace horenso {

/// What a job does in its transaction; true: keep, false: roll back.
using Work = std::function<bool(Tx&)>;

/// A function on its way through a database thread, and what came of it. Lives in the frame of the
/// coroutine that waits for it; in at most one queue or list at a time.
struct Job {
    enum class Mode { read, write };

    Job(Mode how, Work& what) : mode(how), work(what) {}
    Job(Job const&) = delete;

    Mode mode;
    Work& work;
    std::optional<Problem> refused = {};  ///< the store's own refusal: 503, 507
    std::exception_ptr error = {};
    Job* next = nullptr;
};

/// Jobs in the order they came, linked through themselves: no allocation.
class JobList {
public:
    JobList() = default;
    JobList(JobList&& other) noexcept { *this = std::move(other); }
    JobList& operator=(JobList&& other) noexcept {
        first_ = std::exchange(other.first_, nullptr);
        last_ = std::exchange(other.last_, nullptr);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    bool empty() const { return !first_; }
    std::size_t size() const { return size_; }
    Job* first() const { return first_; }

    void push(Job& job) {
        job.next = nullptr;
        (first_ ? last_->next : first_) = &job;
        last_ = &job;
        ++size_;
    }
    Job& pop() {
        Job& job = *first_;
        first_ = job.next;
        --size_;
        job.next = nullptr;
        return job;
    }

private:
    Job* first_ = nullptr;
    Job* last_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace horenso
