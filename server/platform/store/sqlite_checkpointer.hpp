#pragma once
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "platform/store/disk_health.hpp"
#include "platform/store/sqlite_connection.hpp"

namespace horenso::sqlite {

/// The thread that copies the bulk of the WAL into the database, so that commits don't wait for it.
/// Alone it never catches up with a busy writer; the writer finishes what remains (`Writer`).
class Checkpointer {
public:
    Checkpointer(std::filesystem::path const& file, char const* vfs, DiskHealth& health);
    ~Checkpointer();

    /// The WAL has grown to `pages`. From the writer, after each commit.
    void wal_is(int pages);

private:
    void run();
    void copy();

    Connection connection_;
    DiskHealth& health_;
    std::mutex mutex_;
    std::condition_variable something_;
    int pages_ = 0;
    int begun_at_ = 0;  // pages when the last copy began
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace horenso::sqlite
