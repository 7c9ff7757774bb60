#include "platform/store/migrate.hpp"

#include <openssl/sha.h>

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

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

std::string const& text_for(Tx const& tx, Migration const& step) {
    return tx.dialect() == Dialect::sqlite ? step.sqlite : step.postgres;
}

/// Those that are still to be made.
std::vector<Migration const*> missing(Tx const& tx, std::span<Migration const> migrations,
                                      std::map<Key, std::string> made) {
    std::vector<Migration const*> steps;
    for (auto const& step : migrations) {
        auto const found = made.find({step.folder, step.number});
        if (found == made.end()) {
            steps.push_back(&step);
            continue;
        }
        if (found->second != sha256(text_for(tx, step)))
            throw std::runtime_error{"migration " + label(found->first) +
                                     " was changed after its release"};
        made.erase(found);
    }
    if (made.empty()) return steps;
    throw NewerData{"the data was written by a newer version: it has " +
                    label(made.begin()->first)};
}

}  // namespace

void migrate(Tx& tx, std::span<Migration const> migrations,
             std::function<void(std::string const&)> const& execute,
             std::function<void(std::string const& step)> const& before) {
    execute(make_table);
    auto const made = made_before(tx);
    auto const steps = missing(tx, migrations, made);
    auto label_of = [](Migration const& step) { return label({step.folder, step.number}); };
    if (!made.empty() && !steps.empty()) before(label_of(*steps.back()));
    for (auto const* step : steps) {
        auto const& text = text_for(tx, *step);
        log::info("store.migrating", {{"step", label_of(*step)}});
        execute(text);
        tx.run(note_made, step->folder, step->number, step->name, sha256(text));
    }
}

}  // namespace horenso
