#include "platform/store/faulty_files.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <new>

#include "kit/folder.hpp"

namespace horenso::sqlite {
namespace {

// SQLite gives each open file szOsFile bytes: ours first, the real one behind it.
struct File {
    sqlite3_file base;
    FaultyFiles* owner;
    std::string* path;
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
FaultyFiles& owner(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->owner; }
std::string const& path(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->path; }

int close_file(sqlite3_file* file) {
    auto result = real(file)->pMethods->xClose(real(file));
    delete reinterpret_cast<File*>(file)->path;
    return result;
}
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    if (auto bad = owner(file).meet(FaultyFiles::Operation::read)) return bad;
    return real(file)->pMethods->xRead(real(file), to, size, offset);
}
int write_file(sqlite3_file* file, void const* from, int size, sqlite3_int64 offset) {
    if (auto bad = owner(file).meet(FaultyFiles::Operation::write)) return bad;
    owner(file).before_write(path(file), offset, size);
    return real(file)->pMethods->xWrite(real(file), from, size, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    owner(file).before_write(path(file), size, 1 << 30);
    return real(file)->pMethods->xTruncate(real(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
    if (auto bad = owner(file).meet(FaultyFiles::Operation::sync)) return bad;
    auto result = real(file)->pMethods->xSync(real(file), flags);
    if (result == SQLITE_OK) owner(file).synced(path(file));
    return result;
}

// What is only handed on.
int file_size(sqlite3_file* f, sqlite3_int64* size) {
    return real(f)->pMethods->xFileSize(real(f), size);
}
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) {
    return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int what, void* with) {
    return real(f)->pMethods->xFileControl(real(f), what, with);
}
int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** at) {
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
}
int shm_lock(sqlite3_file* f, int from, int count, int flags) {
    return real(f)->pMethods->xShmLock(real(f), from, count, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

sqlite3_io_methods const methods{2,           close_file, read_file, write_file, truncate_file,
                                 sync_file,   file_size,  lock,      unlock,     check_lock,
                                 control,     sector,     traits,    shm_map,    shm_lock,
                                 shm_barrier, shm_unmap,  nullptr,   nullptr};

int open_file(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* out) {
    auto* files = static_cast<FaultyFiles*>(vfs->pAppData);
    auto* system = sqlite3_vfs_find(nullptr);
    file->pMethods = nullptr;
    auto result = system->xOpen(system, name, real(file), flags, out);
    if (result != SQLITE_OK) return result;
    new (file) File{{&methods}, files, new std::string{name ? name : ""}};
    return SQLITE_OK;
}

}  // namespace

FaultyFiles::FaultyFiles() {
    static std::atomic<int> made = 0;
    name_ = "faulty" + std::to_string(++made);
    vfs_ = *sqlite3_vfs_find(nullptr);
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.szOsFile += static_cast<int>(sizeof(File));
    vfs_.xOpen = open_file;
    // The rest of these work on the system's own vfs alone.
    vfs_.xDelete = [](sqlite3_vfs*, char const* name, int sync) {
        auto* system = sqlite3_vfs_find(nullptr);
        return system->xDelete(system, name, sync);
    };
    sqlite3_vfs_register(&vfs_, 0);
}

FaultyFiles::~FaultyFiles() { sqlite3_vfs_unregister(&vfs_); }

void FaultyFiles::fail(Operation operation, int nth, int result) {
    std::lock_guard lock(mutex_);
    which_ = operation;
    in_ = nth;
    result_ = result;
    for_ever_ = false;
    has_failed_ = false;
}

void FaultyFiles::fail_from(Operation operation, int nth, int result) {
    fail(operation, nth, result);
    std::lock_guard lock(mutex_);
    for_ever_ = true;
}

void FaultyFiles::heal() {
    std::lock_guard lock(mutex_);
    in_ = 0;
}

int FaultyFiles::meet(Operation operation) {
    ++counts_[index(operation)];
    std::lock_guard lock(mutex_);
    if (operation != which_ || in_ == 0 || --in_ > 0) return SQLITE_OK;
    if (for_ever_) in_ = 1;
    has_failed_ = true;
    return result_;
}

void FaultyFiles::before_write(std::string const& path, sqlite3_int64 offset, int size) {
    std::error_code error;
    auto const there = static_cast<sqlite3_int64>(std::filesystem::file_size(path, error));
    if (error) return;  // a temporary file
    std::string bytes(static_cast<std::size_t>(std::max<sqlite3_int64>(
                          0, std::min<sqlite3_int64>(size, there - offset))),
                      '\0');
    std::ifstream file{path, std::ios::binary};
    file.seekg(offset);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::lock_guard lock(mutex_);
    unsynced_[path].push_back({offset, std::move(bytes), there});
}

void FaultyFiles::synced(std::string const& path) {
    std::lock_guard lock(mutex_);
    unsynced_.erase(path);
}

void FaultyFiles::cut_power() {
    std::lock_guard lock(mutex_);
    for (auto& [path, writes] : unsynced_) {
        auto const file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (file < 0) continue;  // removed since
        for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
            auto const done = pwrite(file, write->bytes.data(), write->bytes.size(), write->offset);
            EXPECT_EQ(done, static_cast<ssize_t>(write->bytes.size()));
            EXPECT_EQ(ftruncate(file, write->file_size), 0);
        }
        close(file);
    }
    unsynced_.clear();
}

namespace {

sqlite3* opened(std::string const& file, char const* vfs) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs),
              SQLITE_OK);
    return db;
}

int run(sqlite3* db, char const* sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr); }

TEST(FaultyFiles, GivenSyncsSwitchedOff_WhenThePowerIsCut_ThenTheLastCommitIsGone) {
    for (auto [level, kept] :
         {std::pair{"PRAGMA synchronous = NORMAL", 1}, std::pair{"PRAGMA synchronous = FULL", 2}}) {
        kit::TemporaryFolder folder;
        auto const file = (folder.path() / "x.db").string();
        FaultyFiles files;
        auto* db = opened(file, files.vfs());
        EXPECT_EQ(run(db,
                      "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1);"
                      "PRAGMA wal_checkpoint(TRUNCATE)"),
                  SQLITE_OK);
        run(db, level);
        EXPECT_EQ(run(db, "INSERT INTO t VALUES (2)"), SQLITE_OK);
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        sqlite3_close(db);
        files.cut_power();
        db = opened(file, nullptr);
        int rows = 0;
        auto count = [](void* to, int, char** values, char**) {
            *static_cast<int*>(to) = std::atoi(values[0]);
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(db, "SELECT COUNT(*) FROM t", count, &rows, nullptr), SQLITE_OK);
        EXPECT_EQ(rows, kept) << level;
        sqlite3_close(db);
    }
}

}  // namespace
}  // namespace horenso::sqlite
