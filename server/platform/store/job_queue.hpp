#pragma once
#include <condition_variable>
#include <cstddef>
#include <mutex>

#include "platform/store/job.hpp"

namespace horenso {

/// Jobs on their way from the loops to the database threads, first in, first out. Bounded.
class JobQueue {
public:
    explicit JobQueue(std::size_t limit) : limit_(limit) {}

    /// False if the queue is full or closed; the job is then not in it.
    bool put(Job& job);

    /// Waits for jobs and takes at most `most`, leaving their part to `among - 1` other takers.
    /// Empty: the queue is closed and everything was taken.
    JobList take(std::size_t most, std::size_t among = 1);

    /// Nothing more comes in; what is inside is still taken.
    void close();

private:
    std::size_t const limit_;
    std::mutex mutex_;
    std::condition_variable something_;
    JobList waiting_;
    std::size_t takers_waiting_ = 0;
    bool closed_ = false;
};

}  // namespace horenso
