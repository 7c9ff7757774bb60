#include "platform/store/sqlite_connection.hpp"

#include <algorithm>
#include <cerrno>
#include <string>

namespace horenso::sqlite {
namespace {

bool is_want_of_room(int system_error) {
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

// SQLite calls a failed write FULL when the system said ENOSPC, but not for a quota or a limit, nor
// when the shared index can't grow. In all of these nothing counts as written.
Trouble how_bad(int result, int system_error) {
    switch (result) {
        case SQLITE_FULL:
        case SQLITE_IOERR_SHMSIZE: return Trouble::full;
        case SQLITE_IOERR_WRITE:
            return is_want_of_room(system_error) ? Trouble::full : Trouble::broken;
        case SQLITE_IOERR_NOMEM: return Trouble::failed;
        default: return (result & 0xff) == SQLITE_IOERR ? Trouble::broken : Trouble::failed;
    }
}

bool is_taken(int result) {
    return result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY ||
           result == SQLITE_CONSTRAINT_ROWID;
}

}  // namespace

Connection::Connection(std::filesystem::path const& file, Use use, char const* vfs) {
    sqlite3* db = nullptr;
    auto flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (use == Use::writer) flags |= SQLITE_OPEN_CREATE;
    auto result = sqlite3_open_v2(file.c_str(), &db, flags, vfs);
    db_.reset(db);
    if (result != SQLITE_OK) fail(result);
    configure(use);
}

void Connection::configure(Use use) {
    sqlite3_busy_timeout(db_.get(), 5000);  // only other programs ever make us wait
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"
        "PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
    if (use == Use::writer) return execute("PRAGMA cache_size = -16000;");
    close_without_checkpoint();
    if (use == Use::reader) execute("PRAGMA query_only = ON;");
}

Statement& Connection::statement(char const* literal) {
    auto* kept = &statements_[literal];
    while (*kept && (*kept)->busy()) kept = &(*kept)->twin();
    if (!*kept) *kept = std::make_unique<Statement>(*this, literal);
    return **kept;
}

void Connection::execute(std::string const& script) {
    auto result = sqlite3_exec(db_.get(), script.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
}

void Connection::roll_back() noexcept {
    if (in_transaction()) sqlite3_exec(db_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Connection::Checkpoint Connection::checkpoint(int how) {
    Checkpoint done;
    done.result = sqlite3_wal_checkpoint_v2(db_.get(), nullptr, how, &done.wal_pages, &done.copied);
    if (done.result != SQLITE_OK && (done.result & 0xff) != SQLITE_BUSY) fail(done.result);
    return done;
}

void Connection::close_without_checkpoint() {
    sqlite3_db_config(db_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Connection::fail(int result) {
    auto bad = how_bad(result, db_ ? sqlite3_system_errno(db_.get()) : 0);
    trouble_ = std::max(trouble_, bad);
    std::string said = "sqlite: " + std::string{db_ ? sqlite3_errmsg(db_.get()) : "no memory"} +
                       " (" + std::to_string(result) + ")";
    if (is_taken(result)) throw AlreadyThere{said};
    throw DatabaseError{said};
}

}  // namespace horenso::sqlite
