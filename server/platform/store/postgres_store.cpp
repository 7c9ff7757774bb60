#include <chrono>
#include <list>
#include <thread>

#include "platform/store/migrate.hpp"
#include "platform/store/open.hpp"
#include "platform/store/postgres_archive.hpp"
#include "platform/store/postgres_worker.hpp"
#include "platform/store/waiting.hpp"

namespace horenso {
namespace postgres {
namespace {

// How long the end waits for a server that doesn't answer.
constexpr std::chrono::seconds patience{2};

// Nodes that start together migrate one after the other. The number is any that nobody else uses.
constexpr char const* lock_schema = "SELECT pg_advisory_xact_lock(7166104211)";

void migrate_in_one(PostgresOptions const& options, std::span<Migration const> migrations) {
    Connection connection{options.url};
    PostgresTx tx{connection};
    StopFlag const never{false};
    auto copy = [&](std::filesystem::path const& target) {
        return copy_database(options.url, target, never);
    };
    auto before = [&](std::string const& step) {
        if (options.before_migrating) options.before_migrating(tx, step, copy);
    };
    connection.execute(
        "BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = "
        "0");
    connection.execute(lock_schema);
    auto execute = [&](std::string const& text) { connection.execute(text.c_str()); };
    migrate(tx, migrations, execute, before);
    connection.execute("COMMIT");
}

class PostgresStore final : public WholeStore {
public:
    PostgresStore(PostgresOptions const& options, std::span<Migration const> migrations)
        : url_(options.url), queue_(options.queue_limit) {
        migrate_in_one(options, migrations);
        for (int i = 0; i < options.connections; ++i)
            workers_.emplace_back(options.url, queue_, order_);
    }
    ~PostgresStore() override {
        queue_.close();
        auto const latest = std::chrono::steady_clock::now() + patience;
        for (auto& worker : workers_) {
            while (!worker.is_over() && std::chrono::steady_clock::now() < latest)
                std::this_thread::sleep_for(std::chrono::milliseconds{2});
            worker.cut();
        }
    }

    void listen(Listener listener) override { listener_ = std::move(listener); }
    Dialect dialect() const override { return Dialect::postgres; }

    Result<Done> copy_to(std::filesystem::path const& target, StopFlag const& stop) override {
        return copy_database(url_, target, stop);
    }
    std::vector<std::string> faults(StopFlag const&) override { return faults_of(url_); }

private:
    Task<std::optional<Problem>> perform(Mode mode, Work& work) override {
        auto const how = mode == Mode::read ? Job::Mode::read : Job::Mode::write;
        return pass_through(queue_, how, work);
    }

    std::string url_;
    JobQueue queue_;
    Listener listener_;
    ToldInOrder order_{listener_};
    std::list<Worker> workers_;
};

}  // namespace
}  // namespace postgres

std::unique_ptr<WholeStore> open_postgres(PostgresOptions const& options,
                                          std::span<Migration const> migrations) {
    return std::make_unique<postgres::PostgresStore>(options, migrations);
}

}  // namespace horenso
