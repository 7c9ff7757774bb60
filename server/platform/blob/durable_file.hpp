#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Files that are on disk when a call returns. Every failure but a full disk throws std::system_error.
namespace horenso::blob {

/// Makes a file of these bytes and fsyncs it; false if the disk is full (what was written may be left).
bool write_whole(std::filesystem::path const& path, std::string_view bytes);

/// The file's bytes; nothing if it isn't there.
std::optional<std::string> read_whole(std::filesystem::path const& path);

/// Fsyncs a file or a folder.
void sync(std::filesystem::path const& path);

}  // namespace horenso::blob
