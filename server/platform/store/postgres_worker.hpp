#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "platform/store/job_queue.hpp"
#include "platform/store/postgres_tx.hpp"
#include "platform/store/told_in_order.hpp"

namespace horenso::postgres {

/// A thread with a connection of its own, which runs one job after the other.
class Worker {
public:
    Worker(std::string url, JobQueue& queue, ToldInOrder& order);
    /// The queue must be closed; what is inside is still run and answered.
    ~Worker();

private:
    /// How a job's transaction ended; an error is in the job.
    enum class End {
        settled,  ///< committed, rolled back as it asked, or failed for good
        again,    ///< certainly rolled back, worth another run
    };

    void run();
    void run_job(Job& job);
    End attempt(Job& job);
    End finish(Job& job, PostgresTx& tx);
    End rolled_back(Job& job);
    void connect();
    void pause(int attempt);

    std::string url_;
    JobQueue& queue_;
    ToldInOrder& order_;
    std::optional<ToldInOrder::Ticket> ticket_;  // of the running job
    std::vector<Told> told_;                     // by the running job, once it is committed
    std::unique_ptr<Connection> connection_;
    std::chrono::steady_clock::time_point next_connect_;
    std::chrono::milliseconds connect_pause_{0};
    std::minstd_rand random_;
    std::thread thread_;
};

}  // namespace horenso::postgres
