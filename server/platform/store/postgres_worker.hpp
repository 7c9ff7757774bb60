#pragma once
#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
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

    /// The queue is closed and empty, and the thread has nothing more to do. From any thread.
    bool is_over() const { return over_; }
    /// Cuts the line: what waits there for a silent server fails, and so does all that is still to be
    /// run. From any thread.
    void cut();

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
    void replace_line(std::unique_ptr<Connection> by);
    void pause(int attempt);

    std::string url_;
    JobQueue& queue_;
    ToldInOrder& order_;
    std::optional<ToldInOrder::Ticket> ticket_;  // of the running job
    std::vector<Told> told_;                     // by the running job, once it is committed
    std::mutex line_;                            // held while `connection_` changes, and to cut it
    std::unique_ptr<Connection> connection_;
    std::atomic<bool> cut_ = false;
    std::atomic<bool> over_ = false;
    std::chrono::steady_clock::time_point next_connect_;
    std::chrono::milliseconds connect_pause_{0};
    std::minstd_rand random_;
    std::thread thread_;
};

}  // namespace horenso::postgres
