#include "platform/store/disk_space.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "platform/base/log.hpp"

namespace horenso::sqlite {

DiskSpace::DiskSpace(std::filesystem::path const& database, std::uintmax_t minimum,
                     std::uintmax_t ballast, Measure measure)
    : folder_(database.parent_path()),
      ballast_file_(database.string() + ".ballast"),
      minimum_(minimum),
      ballast_(ballast),
      measure_(std::move(measure)) {
    std::error_code error;
    has_ballast_ = std::filesystem::file_size(ballast_file_, error) == ballast_ && !error;
    if (measure_(folder_) < ballast_) gave_out();
}

bool DiskSpace::enough() {
    auto const available = measure_(folder_);
    if (available < minimum_) return false;
    if (!has_ballast_ && ballast_ > 0 && available - minimum_ >= 2 * ballast_) restore_ballast();
    return true;
}

void DiskSpace::gave_out() {
    if (!has_ballast_) return;
    std::error_code error;
    std::filesystem::remove(ballast_file_, error);
    has_ballast_ = false;
    log::warning("store.ballast_released");
}

void DiskSpace::restore_ballast() {
    auto const file = open(ballast_file_.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return;
    has_ballast_ = posix_fallocate(file, 0, static_cast<off_t>(ballast_)) == 0;
    close(file);
    std::error_code error;
    if (!has_ballast_) std::filesystem::remove(ballast_file_, error);
}

}  // namespace horenso::sqlite
