#include "platform/backup/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "platform/blob/durable_file.hpp"
#include "platform/crypto/blake2b.hpp"

namespace horenso::backup {
namespace {

constexpr std::size_t piece = 256 * 1024;

class Descriptor {
public:
    Descriptor(std::filesystem::path const& path, int flags)
        : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (number_ < 0) fail();
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(Descriptor const&) = delete;

    /// The next piece; empty at the end.
    std::string_view read(std::string& room) const {
        for (;;) {
            auto const got = ::read(number_, room.data(), room.size());
            if (got >= 0) return {room.data(), static_cast<std::size_t>(got)};
            if (errno != EINTR) fail();
        }
    }
    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const wrote = ::write(number_, bytes.data(), bytes.size());
            if (wrote < 0 && errno != EINTR) fail();
            if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    void sync() const {
        if (::fsync(number_) != 0) fail();
    }

private:
    [[noreturn]] void fail() const {
        throw std::system_error{errno, std::generic_category(), path_.string()};
    }
    std::filesystem::path path_;
    int number_;
};

}  // namespace

Manifest::File described(std::filesystem::path const& folder, std::string path) {
    Descriptor const file{folder / path, O_RDONLY};
    std::string room(piece, '\0');
    crypto::Blake2b digest;
    Manifest::File said{std::move(path), 0, ""};
    for (auto bytes = file.read(room); !bytes.empty(); bytes = file.read(room)) {
        digest.add(bytes);
        said.bytes += bytes.size();
    }
    said.blake2b = crypto::hex(digest.finish());
    return said;
}

std::string copy_durably(std::filesystem::path const& from, std::filesystem::path const& to) {
    Descriptor const source{from, O_RDONLY};
    Descriptor const target{to, O_WRONLY | O_CREAT | O_EXCL};
    std::string room(piece, '\0');
    crypto::Blake2b digest;
    for (auto bytes = source.read(room); !bytes.empty(); bytes = source.read(room)) {
        digest.add(bytes);
        target.write(bytes);
    }
    target.sync();
    return crypto::hex(digest.finish());
}

void sync_folders(std::filesystem::path const& folder) {
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_directory()) blob::sync(entry.path());
    blob::sync(folder);
}

bool is_free(std::filesystem::path const& folder) {
    return !std::filesystem::exists(folder) || std::filesystem::is_empty(folder);
}

bool is_want_of_room(std::error_code const& error) {
    return error == std::errc::no_space_on_device || error.value() == EDQUOT;
}

}  // namespace horenso::backup
