#pragma once
#include <libpq-fe.h>

#include <cstdlib>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

#include "platform/store/open.hpp"

namespace horenso::kit {

/// The server that tests/kit/postgres.sh started: a libpq connection string in HORENSO_TEST_PG.
inline std::string postgres_server() {
    auto const* server = std::getenv("HORENSO_TEST_PG");
    return server ? server : "";
}

/// A connection to the server's own database, for making and dropping others. One serves a whole program.
class PostgresServer {
public:
    static PostgresServer& of_program() {
        static PostgresServer server;
        return server;
    }

    /// Runs a statement; gives the number of rows.
    int run(std::string const& sql) {
        std::unique_ptr<PGresult, void (*)(PGresult*)> result{
            PQexec(connection_.get(), sql.c_str()), PQclear};
        auto const status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            throw std::runtime_error{sql + ": " + PQresultErrorMessage(result.get())};
        return PQntuples(result.get());
    }

    bool has(std::string const& database) {
        return run("SELECT 1 FROM pg_database WHERE datname = '" + database + "'") > 0;
    }

private:
    PostgresServer() : connection_(PQconnectdb(postgres_server().c_str()), PQfinish) {
        if (PQstatus(connection_.get()) != CONNECTION_OK)
            throw std::runtime_error{PQerrorMessage(connection_.get())};
        PQsetNoticeProcessor(
            connection_.get(), [](void*, char const*) {}, nullptr);
    }

    std::unique_ptr<PGconn, void (*)(PGconn*)> connection_;
};

/// A fresh database on the test server, dropped when this goes. Copied from one that was migrated
/// once per schema: 20 ms instead of the migrations' time; by way of the log it would be 80.
class PostgresDatabase {
public:
    explicit PostgresDatabase(std::vector<Migration> const& migrations)
        : name_("test_" + std::to_string(getpid()) + "_" + std::to_string(++made())) {
        auto const model = migrated(migrations);
        server_.run("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        server_.run("CREATE DATABASE " + name_ + " TEMPLATE " + model + " STRATEGY FILE_COPY");
    }
    ~PostgresDatabase() {
        try {
            server_.run("DROP DATABASE " + name_ + " WITH (FORCE)");
        } catch (std::exception const&) {
            // the server goes away with all of them
        }
    }
    PostgresDatabase(PostgresDatabase const&) = delete;

    std::string url() const { return postgres_server() + " dbname=" + name_; }

private:
    static int& made() {
        static int count = 0;
        return count;
    }

    std::string migrated(std::vector<Migration> const& migrations) {
        std::string all;
        for (auto const& step : migrations)
            all += step.folder + std::to_string(step.number) + step.postgres;
        auto const model = "model_" + std::to_string(std::hash<std::string>{}(all));
        server_.run("SELECT pg_advisory_lock(1)");  // other test programs make it too
        if (!server_.has(model)) {
            server_.run("DROP DATABASE IF EXISTS " + model + "_new");
            server_.run("CREATE DATABASE " + model + "_new");
            open_postgres(
                {.url = postgres_server() + " dbname=" + model + "_new", .connections = 1},
                migrations);
            server_.run("ALTER DATABASE " + model + "_new RENAME TO " + model);
        }
        server_.run("SELECT pg_advisory_unlock(1)");
        return model;
    }

    PostgresServer& server_ = PostgresServer::of_program();
    std::string name_;
};

/// A database with nothing in it, dropped when this goes.
class EmptyPostgresDatabase {
public:
    EmptyPostgresDatabase() : name_("empty_" + std::to_string(getpid())) {
        server_.run("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
        server_.run("CREATE DATABASE " + name_ + " STRATEGY WAL_LOG");
    }
    ~EmptyPostgresDatabase() {
        try {
            server_.run("DROP DATABASE " + name_ + " WITH (FORCE)");
        } catch (std::exception const&) {
            // the server goes away with all of them
        }
    }
    EmptyPostgresDatabase(EmptyPostgresDatabase const&) = delete;

    std::string url() const { return postgres_server() + " dbname=" + name_; }

private:
    PostgresServer& server_ = PostgresServer::of_program();
    std::string name_;
};

}  // namespace horenso::kit
