#include "load/bare_database.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <vector>

#include "platform/store/migration.hpp"

namespace horenso::load {

namespace fs = std::filesystem;

BareDatabase::BareDatabase(fs::path const& file, fs::path const& server) {
    check(sqlite3_open(file.c_str(), &handle_));
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    migrate(server);
}

BareDatabase::~BareDatabase() { sqlite3_close(handle_); }

void BareDatabase::run(std::string const& sql) {
    check(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

sqlite3_stmt* BareDatabase::prepare(char const* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
}

void BareDatabase::check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(handle_));
}

/// From the files the product makes its tables from, in its order.
void BareDatabase::migrate(fs::path const& server) {
    std::map<std::string, std::string> texts;
    for (auto const& entry : fs::recursive_directory_iterator(server)) {
        if (entry.path().parent_path().filename() != "migrations") continue;
        std::ifstream file(entry.path());
        texts[fs::relative(entry.path(), server)] = {std::istreambuf_iterator<char>(file), {}};
    }
    std::vector<embedded::File> files;
    for (auto const& [path, text] : texts) files.push_back({path, text});
    for (auto const& step : find_migrations(files)) run(step.sqlite);
}

}  // namespace horenso::load
