#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>

namespace horenso::sqlite {

/// The gate before the end of the disk. Below `minimum` free bytes no write begins, so that what
/// runs can finish and an administrator can sign in. A ballast file beside the database is given up
/// when the disk is full all the same (other programs fill disks too), so that the WAL can be folded
/// and the program can start; it comes back with the space.
class DiskSpace {
public:
    using Measure = std::function<std::uintmax_t(std::filesystem::path const& folder)>;

    DiskSpace(std::filesystem::path const& database, std::uintmax_t minimum, std::uintmax_t ballast,
              Measure measure);

    /// Whether a write may begin. One `statvfs`; restores the ballast when there is plenty again.
    bool enough();

    /// Somebody met the end of the disk.
    void gave_out();

    std::filesystem::path const& ballast_file() const { return ballast_file_; }

private:
    void restore_ballast();

    std::filesystem::path folder_;
    std::filesystem::path ballast_file_;
    std::uintmax_t minimum_;
    std::uintmax_t ballast_;
    Measure measure_;
    bool has_ballast_ = false;
};

}  // namespace horenso::sqlite
