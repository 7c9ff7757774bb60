#pragma once
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "platform/base/pool.hpp"
#include "platform/crypto/token.hpp"

namespace horenso {

/// Files in the data folder, beside the database: each is named by the SHA-256 of what is in it, so the
/// same bytes lie there once and a flipped bit is found. What `put` answered is on disk. A row that
/// names a blob is written after the blob, and deleted before it.
///
/// Layout: `<folder>/ab/ab34…` (64 digits), `<folder>/new/` for files that are being written; what a
/// crash left there is removed at the start.
class BlobStore {
public:
    using Name = crypto::Digest;

    /// Makes the folder if it isn't there. One BlobStore a folder.
    explicit BlobStore(std::filesystem::path folder);

    /// Keeps `bytes`: written, fsynced, renamed, the folders fsynced. 507 `blob.disk_full` if there is
    /// no room; throws on any other failure of the disk.
    Task<Result<Name>> put(std::string bytes);

    /// Reads a blob whole; nothing if it isn't there. Throws BlobDamaged if it isn't what was kept.
    Task<Result<std::optional<std::string>>> read(Name name);

    /// Removes a blob; false if it wasn't there.
    Task<Result<bool>> remove(Name name);

private:
    std::filesystem::path folder_;
    Pool pool_{{}, "blob.busy"};
};

/// The bytes on disk are not those that were kept.
struct BlobDamaged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace horenso
