#include "platform/store/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace horenso {
namespace {

void sync(std::filesystem::path const& path, int flags) {
    auto const file = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    auto const synced = file >= 0 && fsync(file) == 0;
    auto const why = errno;
    if (file >= 0) close(file);
    if (!synced) throw std::system_error{why, std::generic_category(), path.string()};
}

}  // namespace

void make_new_file(std::filesystem::path const& path) {
    auto const file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error{errno, std::generic_category(), path.string()};
    close(file);
}

void sync_new_file(std::filesystem::path const& path) {
    sync(path, 0);
    sync(path.has_parent_path() ? path.parent_path() : ".", O_DIRECTORY);
}

}  // namespace horenso
