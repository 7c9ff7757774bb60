#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

#include "platform/store/data_lock.hpp"
#include "platform/store/migration.hpp"
#include "platform/store/whole_store.hpp"

namespace horenso {

/// The data was written by a newer Horenso; this one refuses to touch it.
struct NewerData : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct SqliteOptions {
    std::filesystem::path file;                ///< `<data>/horenso.db`
    int readers = 2;                           ///< reading threads with a connection each
    std::size_t queue_limit = 2'000;           ///< waiting writes (and, apart, reads) before 503
    std::uintmax_t min_free_bytes = 64 << 20;  ///< with less on the disk, writes are refused (507)
    std::uintmax_t ballast_bytes = 16 << 20;  ///< kept beside the database for a full disk; 0: none
    BeforeMigrating before_migrating = {};
};

/// Opens (or makes) the database, repairs what a crash left, migrates. Throws DataInUse if another
/// process has it, NewerData, DatabaseError. Destroy it before the loops whose coroutines use it: it
/// answers everything that waits first. While it runs, a failed read, write or fsync ends the process
/// (docs/adr/0008-store.md, 0009-repair-at-start.md).
std::unique_ptr<WholeStore> open_sqlite(SqliteOptions const& options,
                                        std::span<Migration const> migrations);

struct PostgresOptions {
    std::string url;  ///< libpq connection string or URL
    int connections = 8;
    std::size_t queue_limit = 2'000;
    BeforeMigrating before_migrating = {};
};

/// Connects and migrates under a lock; a second node waits. Throws when it can't connect.
std::unique_ptr<WholeStore> open_postgres(PostgresOptions const& options,
                                          std::span<Migration const> migrations);

}  // namespace horenso
