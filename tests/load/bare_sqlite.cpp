// The limit for durable posts: a loop around SQLite that writes the rows the product writes per post
// (the room's counter, the message, its index), in the product's own schema, 64 posts a commit. No
// server, no queue, no checks.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <random>
#include <string>

#include "load/bare_database.hpp"
#include "load/clock.hpp"
#include "load/payload.hpp"

namespace {

namespace fs = std::filesystem;
using horenso::load::BareDatabase;
using horenso::load::now_ns;

constexpr int posts_per_commit = 64;
constexpr sqlite3_int64 org = 1;
constexpr sqlite3_int64 first_id = 0x0199'0000'0000'0000;  ///< as long as real ids

constexpr char const* take_place = R"(
    INSERT INTO stream_head (org_id, kind, id, version, seq)
    VALUES (?1, 'room', ?2, 1, 1)
        ON CONFLICT (org_id, kind, id)
        DO UPDATE SET version = stream_head.version + 1, seq = stream_head.seq + 1
    RETURNING version, seq)";

constexpr char const* insert_message = R"(
    INSERT INTO talk_message
           (org_id, room_id, seq, version, author_id, body, client_key, draft_hash, posted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))";

class Poster {
public:
    explicit Poster(BareDatabase& database)
        : database_(database),
          place_(database.prepare(take_place)),
          message_(database.prepare(insert_message)) {}
    ~Poster() {
        sqlite3_finalize(place_);
        sqlite3_finalize(message_);
    }
    Poster(Poster const&) = delete;

    /// As many clients as posts in a commit, each in a room of its own.
    void post(int client) {
        auto const room = first_id + client;
        sqlite3_bind_int64(place_, 1, org);
        sqlite3_bind_int64(place_, 2, room);
        database_.check(sqlite3_step(place_));
        auto const version = sqlite3_column_int64(place_, 0);
        auto const seq = sqlite3_column_int64(place_, 1);
        sqlite3_reset(place_);

        std::uint64_t const key[2] = {random_(), random_()};
        sqlite3_bind_int64(message_, 1, org);
        sqlite3_bind_int64(message_, 2, room);
        sqlite3_bind_int64(message_, 3, seq);
        sqlite3_bind_int64(message_, 4, version);
        sqlite3_bind_int64(message_, 5, first_id + 1000 + client);
        sqlite3_bind_text(message_, 6, body_.data(), static_cast<int>(body_.size()), SQLITE_STATIC);
        sqlite3_bind_blob(message_, 7, key, sizeof key, SQLITE_STATIC);
        sqlite3_bind_int64(message_, 8, static_cast<sqlite3_int64>(random_()));
        sqlite3_bind_int64(message_, 9, now_ns() / 1'000'000);
        database_.check(sqlite3_step(message_));
        sqlite3_reset(message_);
    }

private:
    BareDatabase& database_;
    sqlite3_stmt* place_;
    sqlite3_stmt* message_;
    std::string body_ = horenso::load::make_payload();
    std::mt19937_64 random_{std::random_device{}()};
};

void measure(fs::path const& file, double seconds, fs::path const& server) {
    BareDatabase database(file, server);
    Poster poster(database);
    auto const begun = now_ns();
    auto const end = begun + static_cast<std::int64_t>(seconds * 1e9);
    std::uint64_t posts = 0;
    for (; now_ns() < end; posts += posts_per_commit) {
        database.run("BEGIN IMMEDIATE");
        for (int client = 0; client < posts_per_commit; ++client) poster.post(client);
        database.run("COMMIT");
    }
    auto const taken = static_cast<double>(now_ns() - begun) / 1e9;
    std::printf("{\"posts\":%llu,\"posts_per_second\":%.1f,\"sqlite\":\"%s\"}\n",
                static_cast<unsigned long long>(posts), static_cast<double>(posts) / taken,
                sqlite3_libversion());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fprintf(stderr, "usage: load_bare_sqlite FILE SECONDS SERVER_SOURCES\n");
        return 2;
    }
    try {
        measure(argv[1], std::atof(argv[2]), argv[3]);
        return 0;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "load_bare_sqlite: %s\n", error.what());
        return 1;
    }
}
