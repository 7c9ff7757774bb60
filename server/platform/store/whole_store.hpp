#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "platform/store/store.hpp"

namespace horenso {

/// Set by whoever no longer wants to wait; looked at many times a second.
using StopFlag = std::atomic<bool>;

/// The database as a whole: to copy and to look through while writes go on. These calls take as long as
/// the data is large, on the caller's own thread, which must not be a loop. Any thread may call them.
class WholeStore : public Store {
public:
    /// Writes everything into `target`, a file that isn't there: one consistent state, with every write
    /// in it that was answered before the call. On disk when it returns, the folder's entry too. SQLite:
    /// a database file; PostgreSQL: an archive of pg_dump. Problems: 507 `store.no_room_for_copy`, 503
    /// `store.no_pg_dump` and `store.copy_stopped`, 500 `store.pg_dump_failed` with what it said. Throws
    /// DatabaseError. After a failure `target` may be left, worth nothing.
    virtual Result<Done> copy_to(std::filesystem::path const& target, StopFlag const& stop) = 0;

    /// What is wrong with the database itself, a line each; empty if nothing was found. SQLite: its
    /// integrity check and foreign keys. PostgreSQL: every row of every table is read, and no index or
    /// constraint may be marked as not valid.
    virtual std::vector<std::string> faults(StopFlag const& stop) = 0;
};

/// Makes a copy as `WholeStore::copy_to` does.
using CopyDatabase = std::function<Result<Done>(std::filesystem::path const& target)>;

/// Called once before data that is there gets a new schema: with the transaction that will do it (for
/// looking), the newest step to be made ("features/talk/2") and a way to copy the data as they are. What
/// it throws leaves everything unchanged and ends the opening.
using BeforeMigrating =
    std::function<void(Tx& tx, std::string const& step, CopyDatabase const& copy)>;

}  // namespace horenso
