#pragma once
#include <filesystem>
#include <string>

namespace horenso::backup {

/// The folder in which a backup is being made, beside where it will stand. It is taken away with all
/// that is in it unless `finish` is reached; what a crash left is taken away by the next one.
class Unfinished {
public:
    /// In `place`, which is made if it isn't there, for a backup called `name` (or `name-2` … where
    /// that is taken). Only the owner may enter. Throws std::system_error.
    Unfinished(std::filesystem::path place, std::string const& name);
    ~Unfinished();
    Unfinished(Unfinished const&) = delete;

    std::filesystem::path const& path() const { return path_; }

    /// Gives it its name, and makes sure of that on disk. Nothing must be missing in it any more.
    std::filesystem::path finish();

private:
    std::filesystem::path place_;
    std::string name_;
    std::filesystem::path path_;
    int lock_ = -1;
};

}  // namespace horenso::backup
