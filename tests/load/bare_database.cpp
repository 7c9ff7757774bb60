#include "load/bare_database.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

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

/// From the files the product makes its tables from.
void BareDatabase::migrate(fs::path const& server) {
    std::vector<fs::path> steps;
    for (auto const& entry : fs::recursive_directory_iterator(server)) {
        auto const name = entry.path().filename().string();
        auto const folder = entry.path().parent_path().filename();
        if (folder == "migrations" && name.ends_with(".sql") && !name.ends_with(".postgres.sql")) {
            steps.push_back(entry.path());
        }
    }
    std::sort(steps.begin(), steps.end(), [](auto const& a, auto const& b) {
        return std::pair{a.filename(), a} < std::pair{b.filename(), b};
    });
    for (auto const& step : steps) {
        std::ifstream file(step);
        run(std::string(std::istreambuf_iterator<char>(file), {}));
    }
}

}  // namespace horenso::load
