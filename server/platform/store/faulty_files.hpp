#pragma once
#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace horenso::sqlite {

/// A way to files for SQLite that can have a bad day: an operation fails, or the power goes. For tests.
class FaultyFiles {
public:
    FaultyFiles();
    ~FaultyFiles();
    FaultyFiles(FaultyFiles const&) = delete;

    /// The name to open databases with.
    char const* vfs() const { return name_.c_str(); }

    enum class Operation { read, write, sync };

    /// The `nth` operation of this kind from now on fails with `result` (an SQLite code), once.
    void fail(Operation operation, int nth, int result);

    /// As `fail`, and all after it too, until `heal`.
    void fail_from(Operation operation, int nth, int result);
    void heal();

    /// Operations of this kind so far.
    int count(Operation operation) const { return counts_[index(operation)]; }

    /// Whether a failure that was asked for has happened.
    bool has_failed() const { return has_failed_; }

    /// Puts files back to what the last sync of each confirmed, as a power cut may leave them. Call it
    /// when nothing is open any more.
    void cut_power();

    /// For the VFS functions: what this operation should answer; SQLITE_OK: go on.
    int meet(Operation operation);
    void before_write(std::string const& path, sqlite3_int64 offset, int size);
    void synced(std::string const& path);

private:
    static std::size_t index(Operation operation) { return static_cast<std::size_t>(operation); }

    struct Before {
        sqlite3_int64 offset;
        std::string bytes;
        sqlite3_int64 file_size;
    };
    std::string name_;
    sqlite3_vfs vfs_{};
    std::atomic<int> counts_[3] = {};
    std::mutex mutex_;
    Operation which_ = Operation::write;
    int in_ = 0;  // operations until the failure; 0: none asked for
    int result_ = SQLITE_OK;
    bool for_ever_ = false;
    std::atomic<bool> has_failed_ = false;
    std::map<std::string, std::vector<Before>> unsynced_;
};

}  // namespace horenso::sqlite
