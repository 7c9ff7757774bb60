#pragma once
#include <filesystem>
#include <list>
#include <thread>

#include "platform/store/disk_health.hpp"
#include "platform/store/job_queue.hpp"
#include "platform/store/sqlite_tx.hpp"

namespace horenso::sqlite {

/// The threads that read, with a connection each that can't write.
class Readers {
public:
    Readers(std::filesystem::path const& file, char const* vfs, int count, JobQueue& queue,
            DiskHealth& health);
    /// Closes the queue; what is inside is still answered.
    ~Readers();

private:
    void run(Connection& connection);
    void read(Connection& connection, JobList& jobs);

    JobQueue& queue_;
    DiskHealth& health_;
    std::list<Connection> connections_;
    std::list<std::thread> threads_;
};

}  // namespace horenso::sqlite
