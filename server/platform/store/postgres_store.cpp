#include <list>

#include "platform/store/migrate.hpp"
#include "platform/store/open.hpp"
#include "platform/store/postgres_worker.hpp"
#include "platform/store/waiting.hpp"

namespace horenso {
namespace postgres {
namespace {

// Nodes that start together migrate one after the other. The number is any that nobody else uses.
constexpr char const* lock_schema = "SELECT pg_advisory_xact_lock(7166104211)";

void migrate_in_one(std::string const& url, std::span<Migration const> migrations) {
    Connection connection{url};
    PostgresTx tx{connection};
    connection.execute("BEGIN; SET LOCAL statement_timeout = 0");
    connection.execute(lock_schema);
    migrate(tx, migrations, [&](std::string const& text) { connection.execute(text.c_str()); });
    connection.execute("COMMIT");
}

class PostgresStore final : public Store {
public:
    PostgresStore(PostgresOptions const& options, std::span<Migration const> migrations)
        : queue_(options.queue_limit) {
        migrate_in_one(options.url, migrations);
        for (int i = 0; i < options.connections; ++i)
            workers_.emplace_back(options.url, queue_, order_);
    }
    ~PostgresStore() override { queue_.close(); }

    void listen(Listener listener) override { listener_ = std::move(listener); }
    Dialect dialect() const override { return Dialect::postgres; }

private:
    Task<std::optional<Problem>> perform(Mode mode, Work& work) override {
        auto const how = mode == Mode::read ? Job::Mode::read : Job::Mode::write;
        return pass_through(queue_, how, work);
    }

    JobQueue queue_;
    Listener listener_;
    ToldInOrder order_{listener_};
    std::list<Worker> workers_;
};

}  // namespace
}  // namespace postgres

std::unique_ptr<Store> open_postgres(PostgresOptions const& options,
                                     std::span<Migration const> migrations) {
    return std::make_unique<postgres::PostgresStore>(options, migrations);
}

}  // namespace horenso
