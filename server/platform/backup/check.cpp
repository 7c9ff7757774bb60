#include "platform/backup/check.hpp"

#include <system_error>

#include "platform/backup/files.hpp"

namespace horenso::backup {
namespace {

/// Why a file isn't what it was; empty if it is.
std::string fault_of(std::filesystem::path const& folder, Manifest::File const& file) {
    try {
        auto const now = described(folder, file.path);
        auto const same = now.bytes == file.bytes && now.blake2b == file.blake2b;
        return same ? "" : "backup.file_changed";
    } catch (std::system_error const& error) {
        auto const gone = error.code() == std::errc::no_such_file_or_directory;
        return gone ? "backup.file_missing" : "backup.file_unreadable";
    }
}

}  // namespace

Result<Manifest> check(std::filesystem::path const& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest) return manifest;
    Problem damaged{.status = 422, .code = "backup.damaged"};
    for (auto const& file : manifest->files)
        if (auto const why = fault_of(folder, file); !why.empty())
            damaged.fields.push_back({file.path, why});
    if (!damaged.fields.empty()) return damaged;
    return manifest;
}

}  // namespace horenso::backup
