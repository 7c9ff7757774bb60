#pragma once
#include <filesystem>

#include "platform/backup/manifest.hpp"

namespace horenso::backup {

/// Reads every byte of a backup and compares it with the manifest. Problems (422): those of
/// `read_manifest`; `backup.damaged` names every file that is missing or changed. Files that the
/// manifest doesn't name are nobody's, and are left alone.
Result<Manifest> check(std::filesystem::path const& folder);

}  // namespace horenso::backup
