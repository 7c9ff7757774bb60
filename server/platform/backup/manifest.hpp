#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/store/tx.hpp"
#include "platform/time/clock.hpp"

/// Backups: folders that hold the whole of an installation, and say what is in them.
namespace horenso::backup {

/// The moment a backup began, and how far the data had come by then: every write that was answered
/// before it is in the backup; later ones may be.
struct Mark {
    Instant at;
    std::int64_t streams = 0;  ///< that there were
    std::int64_t changes = 0;  ///< their versions, added up
    std::int64_t bytes = 0;    ///< what the database took on disk
};
Mark mark_of(Tx& tx, Instant at);

/// The steps of the schema that were made: "features/talk/1".
std::vector<std::string> schema_of(Tx& tx);

/// What a backup says of itself: `backup.json`, written last. A folder without one is no backup.
struct Manifest {
    struct File {
        std::string path;  ///< in the folder
        std::uint64_t bytes = 0;
        std::string blake2b;  ///< 64 hexadecimal digits
    };

    std::string program;  ///< its version
    Dialect database = Dialect::sqlite;
    Mark mark;
    std::vector<std::string> schema;
    std::vector<File> files;  ///< the database's first

    std::string const& database_file() const { return files.front().path; }
    std::uint64_t bytes() const;
};

constexpr char const* manifest_name = "backup.json";

/// As it is written: JSON whose last member is the BLAKE2b of all that stands before it.
std::string manifest_text(Manifest const& manifest);

/// Reads it back. Problems (422): `backup.not_a_backup`, `backup.damaged`, `backup.newer`.
Result<Manifest> read_manifest(std::filesystem::path const& folder);

/// "2026-11-23T10:20:30Z"
std::string utc_text(Instant at);

}  // namespace horenso::backup
