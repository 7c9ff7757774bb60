#include "platform/store/sqlite_repair.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "platform/base/log.hpp"

namespace horenso::sqlite {
namespace {

// After a failed fsync Linux marks the pages clean: they read as if they had been written. Dropped,
// they read as what the disk has.
void drop_pages(std::string const& path) {
    auto const file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;  // not there yet
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

void sync(std::string const& path, int flags) {
    auto const file = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    if (file < 0 && errno == ENOENT) return;
    auto const synced = file >= 0 && fsync(file) == 0;
    if (file >= 0) close(file);
    if (!synced) throw DatabaseError{"sqlite: can't sync " + path};
}

}  // namespace

void forget_cached(std::filesystem::path const& database) {
    drop_pages(database.string());
    drop_pages(database.string() + "-wal");
    std::filesystem::remove(database.string() + "-shm");
}

void fold_wal(Connection& writer, std::filesystem::path const& database) {
    try {
        auto done = writer.checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
        if (done.result != SQLITE_OK)
            throw DatabaseError{"sqlite: the WAL is held by somebody else"};
    } catch (DatabaseError const& error) {
        if (writer.trouble() != Trouble::full) throw;
        log::warning("store.wal_not_folded", {{"why", error.what()}});  // it stays, and is synced
    }
    sync(database.string() + "-wal", 0);
    sync(database.parent_path().empty() ? "." : database.parent_path().string(), O_DIRECTORY);
}

}  // namespace horenso::sqlite
