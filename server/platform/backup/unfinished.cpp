#include "platform/backup/unfinished.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>

#include "platform/base/log.hpp"
#include "platform/blob/durable_file.hpp"

namespace horenso::backup {
namespace {

constexpr std::string_view mark = ".unfinished-";

/// Held while somebody works in the folder; the system lets go of it when the process ends.
int lock(std::filesystem::path const& folder) {
    auto const file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0 || flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    close(file);
    return -1;
}

bool is_of_before(std::filesystem::path const& path) {
    std::error_code error;
    auto const changed = std::filesystem::last_write_time(path, error);
    auto const now = std::filesystem::file_time_type::clock::now();
    return !error && now - changed > std::chrono::minutes{1};  // a new one may not be locked yet
}

void take_away_left(std::filesystem::path const& place) {
    for (auto const& entry : std::filesystem::directory_iterator{place}) {
        if (!entry.path().filename().string().starts_with(mark) || !is_of_before(entry.path()))
            continue;
        auto const mine = lock(entry.path());
        if (mine < 0) continue;  // somebody is at it
        std::error_code error;
        std::filesystem::remove_all(entry.path(), error);
        close(mine);
        log::warning("backup.unfinished_removed", {{"folder", entry.path().string()}});
    }
}

}  // namespace

Unfinished::Unfinished(std::filesystem::path place, std::string const& name)
    : place_(std::move(place)), name_(name) {
    if (std::filesystem::create_directories(place_))
        std::filesystem::permissions(place_, std::filesystem::perms::owner_all);
    take_away_left(place_);
    for (int i = 2;; ++i) {
        path_ = place_ / (std::string{mark} + name_);
        if (!std::filesystem::exists(place_ / name_) && std::filesystem::create_directory(path_))
            break;
        name_ = name + '-' + std::to_string(i);
    }
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all);
    lock_ = lock(path_);
}

Unfinished::~Unfinished() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    if (lock_ >= 0) close(lock_);
}

// A folder that isn't empty is never renamed over.
std::filesystem::path Unfinished::finish() {
    auto const whole = place_ / name_;
    std::filesystem::rename(path_, whole);
    path_.clear();
    blob::sync(place_);
    return whole;
}

}  // namespace horenso::backup
