#pragma once
#include <filesystem>

namespace horenso {

/// Makes an empty file that only its owner may open, so that what is written into it is never open to
/// others. Throws std::system_error, also if it is there already.
void make_new_file(std::filesystem::path const& path);

/// Makes sure that the file and its entry in its folder are on disk. Throws std::system_error.
void sync_new_file(std::filesystem::path const& path);

}  // namespace horenso
