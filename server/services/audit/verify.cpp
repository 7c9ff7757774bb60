#include <limits>
#include <stdexcept>

#include "services/audit/audit.hpp"
#include "services/audit/row.hpp"

namespace horenso::audit {
namespace {

constexpr std::int64_t page_rows = 200;

constexpr Sql select_page{R"(
    SELECT org_id, seq, at, actor, person_id, session_id, action, subject, subject_id, details,
           previous, hash
      FROM audit_entry
     WHERE org_id = $1 AND seq >= $2
     ORDER BY seq
     LIMIT $3)"};

constexpr Sql select_head{R"(
    SELECT seq, hash FROM audit_head WHERE org_id = $1)"};

// From one organisation to the next along the keys: the rows between are not read.
constexpr Sql next_organisation{R"(
    SELECT MIN(org_id)
      FROM (SELECT MIN(org_id) AS org_id FROM audit_entry WHERE org_id >= $1
            UNION ALL
            SELECT MIN(org_id) FROM audit_head WHERE org_id >= $1) AS next)"};

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();
constexpr OrgId nobody{0};

Row row_of(Rows const& rows) {
    Row row;
    row.org = rows.get<OrgId>(0);
    row.seq = rows.get<std::int64_t>(1);
    row.at = rows.get<Instant>(2);
    row.actor = rows.get<std::string>(3);
    row.person = rows.get<std::int64_t>(4);
    row.session = rows.get<std::int64_t>(5);
    row.action = rows.get<std::string>(6);
    row.subject = rows.get<std::string>(7);
    row.subject_id = rows.get<std::int64_t>(8);
    row.details = rows.get<std::string>(9);
    row.previous = rows.get<crypto::Digest>(10);
    row.hash = rows.get<crypto::Digest>(11);
    return row;
}

/// SQLite puts what is no number after all numbers: then nothing more comes.
std::optional<OrgId> organisation_from(Tx& tx, std::int64_t from) {
    try {
        auto row = tx.query(next_organisation, from);
        return row.next() ? row.get<std::optional<OrgId>>(0) : std::nullopt;
    } catch (std::logic_error const&) {
        return nobody;
    }
}

/// How far a chain was walked. A value: a page that has to be read again starts from the same one.
struct Walk {
    explicit Walk(OrgId org) : chain{.org = org, .head = genesis(org)} {}

    Chain chain;
    std::int64_t from = lowest;  ///< also below the first place nothing may stand
    bool over = false;

    std::int64_t expected() const { return chain.entries + 1; }
    void stop(Break::Kind kind, std::int64_t seq) {
        chain.broken = Break{kind, seq};
        over = true;
    }
    void look_at(Row const& row);
    void look_at_head(Tx& tx);
    void read_page(Tx& tx);
};

void Walk::look_at(Row const& row) {
    if (row.seq > expected()) return stop(Break::Kind::hole, expected());
    if (row.seq < expected()) return stop(Break::Kind::order, row.seq);
    if (hash_of(row) != row.hash) return stop(Break::Kind::hash, row.seq);
    if (row.previous != chain.head) return stop(Break::Kind::order, row.seq);
    chain.entries = row.seq;
    chain.head = row.hash;
    from = row.seq + 1;
}

/// An organisation older than its chain has a head without rows.
void Walk::look_at_head(Tx& tx) {
    over = true;
    auto head = tx.query(select_head, chain.org);
    if (!head.next()) return stop(Break::Kind::head, expected());
    auto const seq = head.get<std::int64_t>(0);
    if (seq > chain.entries) return stop(Break::Kind::head, expected());
    if (seq < chain.entries) return stop(Break::Kind::head, chain.entries);
    if (seq != 0 && head.get<crypto::Digest>(1) != chain.head)
        return stop(Break::Kind::head, chain.entries);
}

/// Rows and head are of one state, so that what is added meanwhile is no difference.
void Walk::read_page(Tx& tx) {
    try {
        std::int64_t count = 0;
        auto rows = tx.query(select_page, chain.org, from, page_rows);
        for (; !over && rows.next(); ++count) look_at(row_of(rows));
        if (!over && count < page_rows) look_at_head(tx);
    } catch (std::logic_error const&) {  // a column holds what the program never puts there
        stop(Break::Kind::unreadable, expected());
    }
}

}  // namespace

std::string_view name_of(Break::Kind kind) {
    switch (kind) {
        case Break::Kind::hash: return "hash";
        case Break::Kind::hole: return "hole";
        case Break::Kind::order: return "order";
        case Break::Kind::head: return "head";
        case Break::Kind::unreadable: return "unreadable";
    }
    return {};
}

Task<std::vector<OrgId>> Audit::organisations() {
    auto read = [](Tx& tx) {
        std::vector<OrgId> found;
        for (auto from = lowest;;) {
            auto const next = organisation_from(tx, from);
            if (!next) return found;
            found.push_back(*next);
            if (*next == nobody || next->value == highest) return found;
            from = next->value + 1;
        }
    };
    co_return co_await store_.read(read);
}

Task<Chain> Audit::verify(OrgId org) {
    Walk walk{org};
    auto page = [&walk](Tx& tx) {
        auto next = walk;
        next.read_page(tx);
        return next;
    };
    while (!walk.over) walk = co_await store_.read(page);
    co_return walk.chain;
}

}  // namespace horenso::audit
