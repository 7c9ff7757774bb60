#include "platform/store/sqlite_store.hpp"

#include "platform/store/data_lock.hpp"
#include "platform/store/migrate.hpp"
#include "platform/store/sqlite_copy.hpp"
#include "platform/store/sqlite_readers.hpp"
#include "platform/store/sqlite_repair.hpp"
#include "platform/store/sqlite_writer.hpp"
#include "platform/store/waiting.hpp"

static_assert(SQLITE_VERSION_NUMBER >= 3051003, "older SQLite can corrupt a WAL being reset");

namespace horenso::sqlite {
namespace {

// The first to look at the file: repairs before the connection is open.
std::unique_ptr<Connection> open_repaired(std::filesystem::path const& file, char const* vfs) {
    forget_cached(file);
    auto writer = std::make_unique<Connection>(file, Connection::Use::writer, vfs);
    fold_wal(*writer, file);
    return writer;
}

void migrate_in_one(Connection& writer, std::span<Migration const> migrations,
                    SqliteOptions const& options, char const* vfs) {
    SqliteTx tx{writer};
    StopFlag const never{false};
    auto copy = [&](std::filesystem::path const& target) {
        return copy_database(options.file, vfs, target, never);
    };
    auto before = [&](std::string const& step) {
        if (options.before_migrating) options.before_migrating(tx, step, copy);
    };
    auto execute = [&](std::string const& text) { writer.execute(text); };
    writer.run("BEGIN IMMEDIATE");
    try {
        migrate(tx, migrations, execute, before);
        writer.run("COMMIT");
    } catch (...) {
        writer.roll_back();
        throw;
    }
}

class SqliteStore final : public WholeStore {
public:
    SqliteStore(SqliteOptions const& options, std::span<Migration const> migrations,
                Outside outside)
        : outside_(std::move(outside)),
          file_(options.file),
          lock_(options.file),
          space_(options.file, options.min_free_bytes, options.ballast_bytes, outside_.free_bytes),
          writing_(open_repaired(options.file, outside_.vfs)),
          writes_(options.queue_limit),
          reads_(options.queue_limit) {
        auto const* vfs = outside_.vfs;
        migrate_in_one(*writing_, migrations, options, vfs);
        checkpointer_ = std::make_unique<Checkpointer>(options.file, vfs, health_);
        readers_ = std::make_unique<Readers>(options.file, vfs, options.readers, reads_, health_);
        writer_ = std::make_unique<Writer>(*writing_, writes_, space_, health_, *checkpointer_,
                                           listener_);
    }

    void listen(Listener listener) override { listener_ = std::move(listener); }
    Dialect dialect() const override { return Dialect::sqlite; }

    Result<Done> copy_to(std::filesystem::path const& target, StopFlag const& stop) override {
        return copy_database(file_, outside_.vfs, target, stop);
    }
    std::vector<std::string> faults(StopFlag const& stop) override {
        return faults_of(file_, outside_.vfs, stop);
    }

private:
    Task<std::optional<Problem>> perform(Mode mode, Work& work) override {
        if (mode == Mode::read) return pass_through(reads_, Job::Mode::read, work);
        return pass_through(writes_, Job::Mode::write, work);
    }

    Outside outside_;
    std::filesystem::path file_;
    DataLock lock_;
    DiskHealth health_{outside_};
    DiskSpace space_;
    std::unique_ptr<Connection> writing_;  // closed last: that folds the WAL
    JobQueue writes_;
    JobQueue reads_;
    Listener listener_;
    std::unique_ptr<Checkpointer> checkpointer_;
    std::unique_ptr<Readers> readers_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace

std::unique_ptr<WholeStore> open(SqliteOptions const& options,
                                 std::span<Migration const> migrations, Outside outside) {
    return std::make_unique<SqliteStore>(options, migrations, std::move(outside));
}

}  // namespace horenso::sqlite

namespace horenso {

std::unique_ptr<WholeStore> open_sqlite(SqliteOptions const& options,
                                        std::span<Migration const> migrations) {
    return sqlite::open(options, migrations, sqlite::real_outside());
}

}  // namespace horenso
