#include "platform/store/postgres_archive.hpp"

#include <unistd.h>

#include <memory>

#include "platform/base/log.hpp"
#include "platform/store/new_file.hpp"
#include "platform/store/outside_program.hpp"
#include "platform/store/postgres_connection.hpp"

namespace horenso::postgres {
namespace {

constexpr char const* things_of_people = R"(
    SELECT COUNT(*)
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
)";

constexpr char const* not_valid = R"(
    SELECT string_agg(what, '; ')
      FROM (SELECT 'index ' || indexrelid::regclass AS what FROM pg_index WHERE NOT indisvalid
             UNION ALL
            SELECT 'constraint ' || conname FROM pg_constraint WHERE NOT convalidated) AS found
)";

// Reads each row whole, also what is kept beside it, so that a page that can't be read is met.
constexpr char const* read_everything = R"(
    DO $$
    DECLARE one RECORD; size BIGINT;
    BEGIN
        FOR one IN SELECT c.oid::regclass AS name
                     FROM pg_class c
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind = 'r'
                      AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
        LOOP
            EXECUTE 'SELECT SUM(LENGTH(t::TEXT)) FROM ' || one.name || ' AS t' INTO size;
        END LOOP;
    END $$
)";

struct Way {
    std::vector<std::string> environment;
    std::string database;
};

bool is_set_by(std::string_view entry, std::vector<std::string> const& ours) {
    auto const name = entry.substr(0, entry.find('=') + 1);
    for (auto const& one : ours)
        if (one.starts_with(name)) return true;
    return false;
}

/// The connection string as libpq's environment variables, beside the program's own.
Way way_to(std::string const& url) {
    std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> const options{
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree};
    if (!options) throw DatabaseError{"postgres: the connection string can't be read"};
    Way way;
    for (auto const* option = options.get(); option->keyword; ++option) {
        if (!option->val) continue;
        if (std::string_view{option->keyword} == "dbname") way.database = option->val;
        if (option->envvar)
            way.environment.push_back(std::string{option->envvar} + '=' + option->val);
    }
    way.environment.emplace_back("PGAPPNAME=horenso");
    for (auto const* const* entry = environ; entry && *entry; ++entry)
        if (!is_set_by(*entry, way.environment)) way.environment.emplace_back(*entry);
    return way;
}

std::vector<std::string> own_environment() {
    std::vector<std::string> all;
    for (auto const* const* entry = environ; entry && *entry; ++entry) all.emplace_back(*entry);
    return all;
}

Problem not_installed() { return {.status = 503, .code = "store.no_pg_dump"}; }

Result<Done> must_end_well(ProgramEnd const& end, std::string const& program) {
    if (!end.was_found) return not_installed();
    if (end.code == 0) return Done{};
    if (end.said.find("No space left on device") != end.said.npos)
        return Problem{.status = 507, .code = "store.no_room_for_copy"};
    log::error("store.pg_dump_failed",
               {{"program", program}, {"code", std::to_string(end.code)}, {"said", end.said}});
    return Problem{.status = 500,
                   .code = "store.pg_dump_failed",
                   .arguments = {{"program", program}, {"said", end.said}}};
}

}  // namespace

Result<Done> copy_database(std::string const& url, std::filesystem::path const& target,
                           StopFlag const& stop) {
    make_new_file(target);
    auto const way = way_to(url);
    auto const end = run_program({"pg_dump", "--format=custom", "--compress=1", "--no-owner",
                                  "--no-privileges", "--no-password", "--file=" + target.string()},
                                 way.environment, stop);
    if (stop) return Problem{.status = 503, .code = "store.copy_stopped"};
    auto ended = must_end_well(end, "pg_dump");
    if (!ended) return ended;
    sync_new_file(target);
    return Done{};
}

Result<Done> restore_database(std::string const& url, std::filesystem::path const& archive) {
    if (Connection{url}.ask(things_of_people) != "0")
        return Problem{.status = 409, .code = "store.database_not_empty"};
    auto const way = way_to(url);
    StopFlag const never{false};
    auto const end = run_program(
        {"pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges",
         "--no-password", "--dbname=" + way.database, archive.string()},
        way.environment, never);
    return must_end_well(end, "pg_restore");
}

Result<std::string> fault_of_archive(std::filesystem::path const& archive) {
    StopFlag const never{false};
    auto const end =
        run_program({"pg_restore", "--file=/dev/null", archive.string()}, own_environment(), never);
    if (!end.was_found) return not_installed();
    return end.code == 0 ? std::string{} : "pg_restore: " + end.said;
}

std::vector<std::string> faults_of(std::string const& url) {
    Connection connection{url};
    connection.execute("SET statement_timeout = 0");
    std::vector<std::string> faults;
    if (auto const found = connection.ask(not_valid); !found.empty())
        faults.push_back("not valid: " + found);
    try {
        connection.execute(read_everything);
    } catch (DatabaseError const& error) {
        faults.emplace_back(error.what());
    }
    return faults;
}

}  // namespace horenso::postgres
