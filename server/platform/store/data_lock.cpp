#include "platform/store/data_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace horenso::sqlite {
namespace {

std::string owner_of(int file) {
    std::array<char, 32> said{};
    auto const size = pread(file, said.data(), said.size(), 0);
    return size > 0 ? std::string(said.data(), static_cast<std::size_t>(size)) : "unknown";
}

}  // namespace

DataLock::DataLock(std::filesystem::path const& database) {
    auto const path = database.string() + ".lock";
    file_ = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (file_ < 0) throw std::system_error{errno, std::generic_category(), path};
    if (flock(file_, LOCK_EX | LOCK_NB) != 0) {
        auto const owner = owner_of(file_);
        close(file_);
        throw DataInUse{database.string() + " is in use by process " + owner};
    }
    auto const me = std::to_string(getpid());
    // The number is for people only; on a full disk the lock holds without it.
    if (ftruncate(file_, 0) == 0 && pwrite(file_, me.data(), me.size(), 0) < 0) errno = 0;
}

DataLock::~DataLock() { close(file_); }

}  // namespace horenso::sqlite
