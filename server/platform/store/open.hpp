#pragma once
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

#include "platform/store/migration.hpp"
#include "platform/store/store.hpp"

namespace horenso {

/// The data was written by a newer Horenso; this one refuses to touch it.
struct NewerData : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct SqliteOptions {
    std::filesystem::path file;    ///< `<data>/horenso.db`
    int readers = 2;               ///< reading threads with a connection each
    std::size_t queue_limit = 10'000;  ///< waiting writes (and, apart, reads) before 503
};

/// Opens (or makes) the database, repairs what a crash left (research notes in docs/adr), migrates.
/// Ends the process on a failed write or fsync while running: see docs/adr.
std::unique_ptr<Store> open_sqlite(SqliteOptions const& options, std::span<Migration const> migrations);

struct PostgresOptions {
    std::string url;               ///< libpq connection string or URL
    int connections = 8;
    std::size_t queue_limit = 10'000;
};

/// Connects and migrates under a lock; a second node waits. Throws when it can't connect.
std::unique_ptr<Store> open_postgres(PostgresOptions const& options, std::span<Migration const> migrations);

}  // namespace horenso
