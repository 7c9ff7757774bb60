#pragma once
#include <string>
#include <vector>

#include "kit/databases.hpp"
#include "kit/together.hpp"
#include "kit/wait_for.hpp"
#include "platform/store/database_error.hpp"

/// What the store's own tests share: a table of notes, and functions that use it.
namespace horenso::test_table {

constexpr OrgId org{1};
constexpr Stream notes{org, "notes", 7};

constexpr Sql insert_note{"INSERT INTO note (org_id, id, body) VALUES ($1, $2, $3)"};
constexpr Sql count_notes{"SELECT COUNT(*) FROM note WHERE org_id = $1"};
constexpr Sql find_note{"SELECT body FROM note WHERE org_id = $1 AND id = $2"};

inline std::vector<Migration> schema() {
    std::string const text =
        "CREATE TABLE note (org_id BIGINT NOT NULL, id BIGINT NOT NULL, body TEXT,"
        " PRIMARY KEY (org_id, id))";
    auto steps = find_migrations(embedded::files());
    std::erase_if(steps, [](auto const& step) { return step.folder != "platform/store"; });
    steps.push_back({"features/note", 1, "note", text, text});
    return steps;
}

/// Keeps a note and tells it.
inline Result<Done> keep(Tx& tx, std::int64_t id, std::string_view body) {
    auto version = tx.advance(notes);
    tx.run(insert_note, org, id, body);
    tx.tell({.stream = notes, .version = version, .json = std::to_string(id)});
    return Done{};
}

inline std::int64_t count(Tx& tx) {
    auto rows = tx.query(count_notes, org);
    rows.next();
    return rows.get<std::int64_t>(0);
}

inline std::int64_t count(Store& store) {
    return kit::wait_for(store.read([](Tx& tx) { return count(tx); }));
}

class StoreTest : public kit::OnBothDatabases {
protected:
    std::vector<Migration> migrations() const override { return schema(); }
};

}  // namespace horenso::test_table
