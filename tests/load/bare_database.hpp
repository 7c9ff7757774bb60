#pragma once
#include <sqlite3.h>

#include <filesystem>
#include <string>

namespace horenso::load {

/// SQLite with the product's own settings and schema, and nothing around it.
class BareDatabase {
public:
    /// `server`: the sources, whose migrations make the tables.
    BareDatabase(std::filesystem::path const& file, std::filesystem::path const& server);
    ~BareDatabase();
    BareDatabase(BareDatabase const&) = delete;

    void run(std::string const& sql);
    sqlite3_stmt* prepare(char const* sql);
    /// Throws what SQLite says if `code` is an error.
    void check(int code) const;

private:
    void migrate(std::filesystem::path const& server);
    sqlite3* handle_ = nullptr;
};

}  // namespace horenso::load
