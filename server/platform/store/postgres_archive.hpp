#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/store/whole_store.hpp"

/// Whole databases by PostgreSQL's own programs. The password reaches them by their environment (or a
/// PGPASSFILE), never by their words, which everybody on the machine can read.
namespace horenso::postgres {

/// As `WholeStore::copy_to`: pg_dump in its own format, all of it one snapshot.
Result<Done> copy_database(std::string const& url, std::filesystem::path const& target,
                           StopFlag const& stop);

/// Fills the empty database behind `url` by pg_restore, whole or not at all. Problems: 409
/// `store.database_not_empty`, 503 `store.no_pg_dump`, 500 `store.pg_dump_failed`. Throws DatabaseError.
Result<Done> restore_database(std::string const& url, std::filesystem::path const& archive);

/// Reads an archive to its end. Empty: it can be read; else what pg_restore said.
Result<std::string> fault_of_archive(std::filesystem::path const& archive);

/// As `WholeStore::faults`.
std::vector<std::string> faults_of(std::string const& url);

}  // namespace horenso::postgres
