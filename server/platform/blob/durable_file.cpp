#include "platform/blob/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace horenso::blob {
namespace {

[[noreturn]] void fail(char const* what, std::filesystem::path const& path) {
    throw std::system_error{errno, std::generic_category(), what + (' ' + path.string())};
}

class File {
public:
    File(std::filesystem::path const& path, int flags)
        : path_(path), file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(File const&) = delete;

    bool is_open() const { return file_ >= 0; }

    std::size_t size() const {
        struct stat status {};
        if (::fstat(file_, &status) != 0) fail("stat", path_);
        return static_cast<std::size_t>(status.st_size);
    }
    /// False if the disk is full.
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const wrote = ::write(file_, bytes.data(), bytes.size());
            if (wrote < 0 && (errno == ENOSPC || errno == EDQUOT)) return false;
            if (wrote < 0 && errno != EINTR) fail("write", path_);
            if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
        return true;
    }
    std::string read() const {
        std::string bytes(size(), '\0');
        std::size_t have = 0;
        while (have < bytes.size()) {
            auto const got = ::read(file_, bytes.data() + have, bytes.size() - have);
            if (got < 0 && errno != EINTR) fail("read", path_);
            if (got == 0) break;
            if (got > 0) have += static_cast<std::size_t>(got);
        }
        bytes.resize(have);
        return bytes;
    }
    void sync() const {
        if (::fsync(file_) != 0) fail("fsync", path_);
    }

private:
    std::filesystem::path const& path_;
    int file_;
};

}  // namespace

bool write_whole(std::filesystem::path const& path, std::string_view bytes) {
    File const file{path, O_WRONLY | O_CREAT | O_EXCL};
    if (!file.is_open() && (errno == ENOSPC || errno == EDQUOT)) return false;
    if (!file.is_open()) fail("create", path);
    if (!file.write(bytes)) return false;
    file.sync();
    return true;
}

std::optional<std::string> read_whole(std::filesystem::path const& path) {
    File const file{path, O_RDONLY};
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    if (!file.is_open()) fail("open", path);
    return file.read();
}

void sync(std::filesystem::path const& path) {
    File const file{path, O_RDONLY};
    if (!file.is_open()) fail("open", path);
    file.sync();
}

}  // namespace horenso::blob
