#pragma once
#include <filesystem>
#include <thread>
#include <vector>

#include "platform/store/disk_health.hpp"
#include "platform/store/disk_space.hpp"
#include "platform/store/job_queue.hpp"
#include "platform/store/sqlite_checkpointer.hpp"
#include "platform/store/sqlite_tx.hpp"
#include "platform/store/store.hpp"

namespace horenso::sqlite {

/// The one thread that writes. What waits when it is free becomes one transaction with one fsync; then
/// the listener gets all that was told, in order, and all are answered.
///
/// The functions of a batch run without savepoints as long as none that changed something has to be
/// rolled back, which is rare; if one has to, the whole batch is rolled back and run again, each in its
/// savepoint. A function that was refused before it changed anything needs neither.
class Writer {
public:
    Writer(Connection& connection, JobQueue& queue, DiskSpace& space, DiskHealth& health,
           Checkpointer& checkpointer, Store::Listener const& listener);
    /// Closes the queue; what is inside is still written and answered.
    ~Writer();

private:
    enum class Guard { none, savepoints };

    void run();
    void write(JobList& jobs);
    bool attempt(JobList& jobs, Guard guard);
    bool run_one(Job& job, Guard guard);
    void commit();
    void tell();
    void fail_all(JobList& jobs, std::exception_ptr error);
    void finish_checkpoint();

    Connection& connection_;
    JobQueue& queue_;
    DiskSpace& space_;
    DiskHealth& health_;
    Checkpointer& checkpointer_;
    Store::Listener const& listener_;
    SqliteTx tx_;
    std::vector<Told> told_;  // by the batch
    int wal_pages_ = 0;
    int next_finish_ = 0;  // wal pages at which the writer checkpoints itself
    std::thread thread_;
};

}  // namespace horenso::sqlite
