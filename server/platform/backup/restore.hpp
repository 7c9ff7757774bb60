#pragma once
#include <filesystem>
#include <string>

#include "platform/backup/manifest.hpp"

namespace horenso::backup {

/// Where a backup is brought back to.
struct Target {
    std::filesystem::path data;  ///< the data folder: not there yet, or empty
    std::string database;        ///< PostgreSQL's connection string; empty: SQLite
};

/// Checks every byte of the backup in `folder`, then brings it back: the blobs, then the database, so
/// that a restore which was cut off never looks whole. Nothing that is there is touched. Problems: those
/// of `check`; 409 `backup.target_not_empty` and `store.database_not_empty`; 422 `backup.of_postgres`,
/// `backup.of_sqlite`; 507 `backup.no_room`. Throws std::system_error, DatabaseError.
Result<Manifest> restore(std::filesystem::path const& folder, Target const& target);

}  // namespace horenso::backup
