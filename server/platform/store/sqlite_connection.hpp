#pragma once
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <unordered_map>

#include "platform/store/database_error.hpp"
#include "platform/store/sqlite_statement.hpp"

namespace horenso::sqlite {

/// The worst that SQLite has answered since `forget_trouble`.
enum class Trouble {
    none,
    failed,  ///< a statement failed; the file is well
    full,    ///< no room; nothing was half-written
    broken,  ///< reading, writing or syncing failed: what is on disk is no longer known
};

/// A connection and its prepared statements. Used by one thread at a time.
class Connection {
public:
    enum class Use {
        writer,        ///< the one that writes, and checkpoints when it closes
        reader,        ///< can't write
        checkpointer,  ///< copies the WAL back, nothing else
        copier,        ///< writes another file from one state of this one
    };

    /// `vfs` null: the system's own files. Throws DatabaseError.
    Connection(std::filesystem::path const& file, Use use, char const* vfs = nullptr);

    /// A statement that nobody is using, prepared once for each literal.
    Statement& statement(char const* literal);

    /// Runs one literal that gives no rows.
    void run(char const* literal) { statement(literal).run({}); }

    /// Runs a text of several statements.
    void execute(std::string const& script);

    bool in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }
    void roll_back() noexcept;

    struct Checkpoint {
        int result = SQLITE_OK;
        int wal_pages = 0;
        int copied = 0;
        bool complete() const { return result == SQLITE_OK && copied == wal_pages; }
    };
    /// Throws DatabaseError, but not when somebody else is at it or still reads (SQLITE_BUSY).
    Checkpoint checkpoint(int how);

    Trouble trouble() const { return trouble_; }
    void forget_trouble() { trouble_ = Trouble::none; }

    /// Whether a statement that may change something was started since `forget_changes`.
    bool changed() const { return changed_; }
    void forget_changes() { changed_ = false; }
    void note_change() { changed_ = true; }

    /// After a failure that leaves the disk unknown: closing must not write any more.
    void close_without_checkpoint();

    /// Notes how bad `result` is and throws it.
    [[noreturn]] void fail(int result);

    sqlite3* handle() const { return db_.get(); }

private:
    void configure(Use use);

    struct Close {
        void operator()(sqlite3* db) const noexcept { sqlite3_close(db); }
    };
    std::unique_ptr<sqlite3, Close> db_;
    std::unordered_map<char const*, std::unique_ptr<Statement>> statements_;  // by address
    Trouble trouble_ = Trouble::none;
    bool changed_ = false;
};

}  // namespace horenso::sqlite
