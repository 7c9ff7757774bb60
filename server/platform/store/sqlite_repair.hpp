#pragma once
#include <filesystem>

#include "platform/store/sqlite_connection.hpp"

namespace horenso::sqlite {

/// Repairs what a failed write or a crash may have left between what the page cache shows and what is
/// on disk, before anything is acknowledged (docs/adr/0009-repair-at-start.md). Only the sole owner of
/// the file may call these: `forget_cached` first, then open, then `fold_wal`.
void forget_cached(std::filesystem::path const& database);

/// Copies the whole WAL into the database and makes sure that an empty WAL is on disk. On a full disk
/// it only makes sure that the WAL is. Throws DatabaseError.
void fold_wal(Connection& writer, std::filesystem::path const& database);

}  // namespace horenso::sqlite
