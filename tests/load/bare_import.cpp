// The limit for a staff import: the rows that the product writes for each person (a place for the
// department, the person), in its own schema, all in one transaction. No sheet, no checks, no audit.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

#include "load/bare_database.hpp"
#include "load/clock.hpp"

namespace {

using horenso::load::BareDatabase;
using horenso::load::now_ns;

constexpr sqlite3_int64 first_id = 0x0199'0000'0000'0000;  ///< as long as real ids

constexpr char const* add_department = R"(
    INSERT INTO directory_department (org_id, name, parent, place)
    VALUES (1, ?1, '', 1)
        ON CONFLICT (org_id, name) DO NOTHING)";

constexpr char const* add_person = R"(
    INSERT INTO directory_person
           (org_id, person_id, login, name, kana, sort_key, department, position, employment,
            extension, hired_on, role, posts, telephone, duties, access_version, version)
    VALUES (1, ?1, ?2, ?3, 'ケイソク ハナコ', 'ケイソクハナコ', '総務課', '職員', '正職員',
            '', '2020-04-01', 'member', '', '', '', 1, 1))";

void bind(sqlite3_stmt* statement, int place, std::string_view text) {
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
}

void measure(std::filesystem::path const& file, int rows, std::filesystem::path const& server) {
    BareDatabase database(file, server);
    auto* const department = database.prepare(add_department);
    auto* const person = database.prepare(add_person);
    auto const begun = now_ns();
    database.run("BEGIN IMMEDIATE");
    for (int n = 1; n <= rows; ++n) {
        auto const number = std::to_string(n);
        bind(department, 1, "総務課");
        database.check(sqlite3_step(department));
        sqlite3_reset(department);
        sqlite3_bind_int64(person, 1, first_id + n);
        bind(person, 2, "load" + number + "@office");
        bind(person, 3, "計測 花" + number + "子");
        database.check(sqlite3_step(person));
        sqlite3_reset(person);
    }
    database.run("COMMIT");
    auto const seconds = static_cast<double>(now_ns() - begun) / 1e9;
    sqlite3_finalize(department);
    sqlite3_finalize(person);
    std::printf("{\"rows\":%d,\"seconds\":%.6f,\"rows_per_second\":%.1f}\n", rows, seconds,
                rows / seconds);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: load_bare_import FILE ROWS SERVER_SOURCES\n");
        return 2;
    }
    try {
        measure(argv[1], std::atoi(argv[2]), argv[3]);
        return 0;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "load_bare_import: %s\n", error.what());
        return 1;
    }
}
