#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/folder.hpp"
#include "kit/postgres_database.hpp"
#include "platform/base/embedded.hpp"
#include "platform/store/open.hpp"

namespace horenso::kit {

/// An SQLite file with the schema of `migrations`, migrated once in each program.
inline std::filesystem::path migrated_file(std::vector<Migration> const& migrations) {
    static TemporaryFolder const folder;
    std::string all;
    for (auto const& step : migrations)
        all += step.folder + std::to_string(step.number) + step.sqlite;
    auto const model = folder.path() / std::to_string(std::hash<std::string>{}(all));
    if (!std::filesystem::exists(model))
        open_sqlite({.file = model, .ballast_bytes = 0}, migrations);
    return model;
}

/// A fresh database with the schema of `migrations`; gone when this goes.
class Database {
public:
    /// `connections`: to PostgreSQL; each costs a test some twenty milliseconds.
    Database(Dialect dialect, std::vector<Migration> migrations, int connections = 2)
        : dialect_(dialect), migrations_(std::move(migrations)), connections_(connections) {
        if (dialect == Dialect::postgres)
            postgres_.emplace(migrations_);
        else
            std::filesystem::copy_file(migrated_file(migrations_), file());
    }

    /// Opens it; once at a time.
    std::unique_ptr<WholeStore> open() const { return open_with(migrations_); }

    /// Opens it as another version of the program would.
    std::unique_ptr<WholeStore> open_with(std::vector<Migration> const& migrations) const {
        if (postgres_)
            return open_postgres({.url = postgres_->url(), .connections = connections_},
                                 migrations);
        return open_sqlite({.file = file(), .ballast_bytes = 0}, migrations);
    }

    /// Where SQLite keeps it.
    std::filesystem::path file() const { return folder_.path() / "horenso.db"; }
    /// How PostgreSQL is reached.
    std::string url() const { return postgres_->url(); }

    Dialect dialect() const { return dialect_; }

private:
    Dialect dialect_;
    std::vector<Migration> migrations_;
    int connections_;
    TemporaryFolder folder_;
    std::optional<PostgresDatabase> postgres_;
};

/// The fixture of tests that run on SQLite and on PostgreSQL, with the schema of the whole program.
/// The PostgreSQL half needs HORENSO_TEST_PG, and fails without it unless PG=skip is written out. A
/// fixture with a SetUp of its own calls this one first and returns if `IsSkipped()`.
///
///     class TalkPost : public kit::OnBothDatabases { … };
///     INSTANTIATE_TEST_SUITE_P(Databases, TalkPost, kit::both_databases, kit::database_name);
///     TEST_P(TalkPost, GivenMember_When…_Then…) { … store() … told() … }
class OnBothDatabases : public testing::TestWithParam<Dialect> {
protected:
    void SetUp() override {
        if (GetParam() == Dialect::postgres) {
            auto const* choice = std::getenv("PG");
            if (choice && std::string_view{choice} == "skip") GTEST_SKIP() << "PG=skip";
            ASSERT_FALSE(postgres_server().empty())
                << "HORENSO_TEST_PG is not set: see tests/kit/postgres.sh, or set PG=skip";
        }
        database_ = std::make_unique<Database>(GetParam(), migrations(), connections());
        reopen();
    }
    void TearDown() override {
        store_.reset();
        database_.reset();
    }

    virtual std::vector<Migration> migrations() const { return find_migrations(embedded::files()); }

    /// How many transactions there are at once.
    virtual int connections() const { return 2; }

    WholeStore& store() { return *store_; }
    Database const& database() const { return *database_; }

    void close() { store_.reset(); }

    /// Closes the store and opens it again, as a restart does. What was told stays recorded.
    void reopen() {
        store_.reset();
        store_ = database_->open();
        store_->listen([this](std::vector<Told>&& told) {
            std::lock_guard lock(mutex_);
            for (auto& one : told) told_.push_back(std::move(one));
        });
    }

    /// Everything told so far, in order. What a finished `write` told is in it.
    std::vector<Told> told() {
        std::lock_guard lock(mutex_);
        return told_;
    }

private:
    std::unique_ptr<Database> database_;
    std::mutex mutex_;
    std::vector<Told> told_;
    std::unique_ptr<WholeStore> store_;
};

inline auto const both_databases = testing::Values(Dialect::sqlite, Dialect::postgres);

inline std::string database_name(testing::TestParamInfo<Dialect> const& info) {
    return info.param == Dialect::sqlite ? "Sqlite" : "Postgres";
}

}  // namespace horenso::kit
