#include "platform/store/sqlite_copy.hpp"

#include <array>

#include "platform/store/new_file.hpp"
#include "platform/store/sqlite_connection.hpp"

namespace horenso::sqlite {
namespace {

constexpr int steps_between_looks = 20'000;  // of SQLite's machine: some milliseconds

void heed(Connection& connection, StopFlag const& stop) {
    auto look = [](void* flag) { return static_cast<StopFlag const*>(flag)->load() ? 1 : 0; };
    sqlite3_progress_handler(connection.handle(), steps_between_looks, look,
                             const_cast<StopFlag*>(&stop));
}

std::string text_of(Statement const& statement, int column) {
    return statement.is_null(column) ? "" : std::string{statement.text(column)};
}

void add_integrity(Connection& connection, std::vector<std::string>& faults) {
    auto& rows = connection.statement("PRAGMA integrity_check");
    rows.start({});
    while (rows.next())
        if (auto const said = text_of(rows, 0); said != "ok") faults.push_back(said);
    rows.finish();
}

void add_foreign_keys(Connection& connection, std::vector<std::string>& faults) {
    auto& rows = connection.statement("PRAGMA foreign_key_check");
    rows.start({});
    while (rows.next())
        faults.push_back("a row of " + text_of(rows, 0) + " names none of " + text_of(rows, 2));
    rows.finish();
}

}  // namespace

Result<Done> copy_database(std::filesystem::path const& database, char const* vfs,
                           std::filesystem::path const& target, StopFlag const& stop) {
    make_new_file(target);
    Connection connection{database, Connection::Use::copier, vfs};
    heed(connection, stop);
    auto const name = target.string();
    std::array const where{Value{name}};
    try {
        connection.statement("VACUUM INTO $1").run(where);
    } catch (DatabaseError const&) {
        if (stop) return Problem{.status = 503, .code = "store.copy_stopped"};
        if (connection.trouble() == Trouble::full)
            return Problem{.status = 507, .code = "store.no_room_for_copy"};
        throw;
    }
    sync_new_file(target);
    return Done{};
}

std::vector<std::string> faults_of(std::filesystem::path const& database, char const* vfs,
                                   StopFlag const& stop) {
    Connection connection{database, Connection::Use::reader, vfs};
    heed(connection, stop);
    std::vector<std::string> faults;
    try {
        add_integrity(connection, faults);
        add_foreign_keys(connection, faults);
    } catch (DatabaseError const& error) {
        faults.emplace_back(error.what());
    }
    return faults;
}

}  // namespace horenso::sqlite
