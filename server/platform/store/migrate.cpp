#include "platform/store/migrate.hpp"

#include <openssl/sha.h>

#include <array>
#include <map>
#include <utility>

#include "platform/base/log.hpp"
#include "platform/store/open.hpp"

namespace horenso {
namespace {

constexpr char const* make_table = R"(
    CREATE TABLE IF NOT EXISTS schema_migration (
        folder TEXT   NOT NULL,
        number BIGINT NOT NULL,
        name   TEXT   NOT NULL,
        sha256 TEXT   NOT NULL,
        PRIMARY KEY (folder, number)
    )
)";

constexpr Sql list_made{R"(
    SELECT folder, number, sha256 FROM schema_migration
)"};

constexpr Sql note_made{R"(
    INSERT INTO schema_migration (folder, number, name, sha256) VALUES ($1, $2, $3, $4)
)"};

using Key = std::pair<std::string, int>;

std::string label(Key const& key) { return key.first + "/" + std::to_string(key.second); }

std::string sha256(std::string const& text) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<unsigned char const*>(text.data()), text.size(), digest.data());
    std::string hex;
    for (auto byte : digest) hex += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
    return hex;
}

std::map<Key, std::string> made_before(Tx& tx) {
    std::map<Key, std::string> made;
    auto rows = tx.query(list_made);
    while (rows.next())
        made[{rows.get<std::string>(0), rows.get<int>(1)}] = rows.get<std::string>(2);
    return made;
}

}  // namespace

void migrate(Tx& tx, std::span<Migration const> migrations,
             std::function<void(std::string const&)> const& execute) {
    execute(make_table);
    auto made = made_before(tx);
    for (auto const& step : migrations) {
        auto const& text = tx.dialect() == Dialect::sqlite ? step.sqlite : step.postgres;
        auto const key = Key{step.folder, step.number};
        auto const hash = sha256(text);
        if (auto found = made.find(key); found != made.end()) {
            if (found->second != hash)
                throw std::runtime_error{"migration " + label(key) +
                                         " was changed after its release"};
            made.erase(found);
            continue;
        }
        log::info("store.migrating", {{"step", label(key)}});
        execute(text);
        tx.run(note_made, step.folder, step.number, step.name, hash);
    }
    if (made.empty()) return;
    throw NewerData{"the data was written by a newer version: it has " +
                    label(made.begin()->first)};
}

}  // namespace horenso
