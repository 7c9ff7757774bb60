#pragma once
#include <filesystem>
#include <string>

#include "platform/backup/manifest.hpp"
#include "platform/store/whole_store.hpp"

/// Files of any size, a piece at a time. Failures throw std::system_error.
namespace horenso::backup {

/// Size and digest of `folder / path`.
Manifest::File described(std::filesystem::path const& folder, std::string path);

/// Copies a file into a new one that only its owner may open, fsynced. Gives the digest of what was
/// read and written.
std::string copy_durably(std::filesystem::path const& from, std::filesystem::path const& to);

/// Fsyncs `folder` and every folder in it.
void sync_folders(std::filesystem::path const& folder);

/// Whether nothing is there, or an empty folder.
bool is_free(std::filesystem::path const& folder);

/// Whether an error says that a disk is full.
bool is_want_of_room(std::error_code const& error);

}  // namespace horenso::backup
