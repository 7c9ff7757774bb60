#include "services/policy/edition.hpp"

#include <algorithm>

#include "platform/crypto/token.hpp"

namespace horenso::policy {
namespace {

constexpr std::size_t key_bytes = 32;

// Asked at start, before anybody is signed in, for all organisations.
constexpr Sql select_without{R"(
    SELECT o.org_id
      FROM directory_org o
      LEFT JOIN policy_guideline g ON g.org_id = o.org_id
     WHERE g.org_id IS NULL)"};

constexpr Sql insert_guideline{R"(
    INSERT INTO policy_guideline (org_id, preset, ack_key) VALUES ($1, $2, $3))"};

constexpr Sql select_preset{"SELECT preset FROM policy_guideline WHERE org_id = $1"};
constexpr Sql select_key{"SELECT ack_key FROM policy_guideline WHERE org_id = $1"};

constexpr Sql insert_edition{R"(
    INSERT INTO policy_edition (org_id, edition, note, effective_on, published_by, published_at)
    VALUES ($1, $2, $3, $4, $5, $6))"};

constexpr Sql insert_text{R"(
    INSERT INTO policy_edition_clause (org_id, edition, clause_id, place, title, text)
    VALUES ($1, $2, $3, $4, $5, $6))"};

constexpr Sql select_newest{R"(
    SELECT edition, note, effective_on, published_by, published_at
      FROM policy_edition
     WHERE org_id = $1
     ORDER BY edition DESC
     LIMIT 1)"};

constexpr Sql select_edition{R"(
    SELECT edition, note, effective_on, published_by, published_at
      FROM policy_edition
     WHERE org_id = $1 AND edition = $2)"};

constexpr Sql select_after{R"(
    SELECT edition, note, effective_on, published_by, published_at
      FROM policy_edition
     WHERE org_id = $1 AND edition > $2
     ORDER BY edition)"};

constexpr Sql select_texts{R"(
    SELECT clause_id, title, text
      FROM policy_edition_clause
     WHERE org_id = $1 AND edition = $2
     ORDER BY place)"};

constexpr Sql select_drafts{R"(
    SELECT clause_id, title, text, removed FROM policy_draft WHERE org_id = $1 ORDER BY clause_id)"};

constexpr Sql upsert_draft{R"(
    INSERT INTO policy_draft (org_id, clause_id, title, text, removed) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, clause_id)
    DO UPDATE SET title = excluded.title, text = excluded.text, removed = excluded.removed)"};

constexpr Sql delete_draft{"DELETE FROM policy_draft WHERE org_id = $1 AND clause_id = $2"};
constexpr Sql delete_drafts{"DELETE FROM policy_draft WHERE org_id = $1"};

constexpr Sql select_accepted{R"(
    SELECT COALESCE(MAX(edition), 0) FROM policy_acceptance WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql select_first_accepted{R"(
    SELECT MIN(accepted_at) FROM policy_acceptance WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql insert_acceptance{R"(
    INSERT INTO policy_acceptance (org_id, person_id, edition, accepted_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, person_id, edition) DO NOTHING)"};

Edition edition_of(Rows const& row) {
    return {row.get<std::int64_t>(0), row.get<std::string>(1), row.get<std::string>(2),
            row.get<PersonId>(3), row.get<Instant>(4)};
}

void insert(Tx& tx, OrgId org, Edition const& edition, std::vector<ClauseText> const& texts) {
    tx.run(insert_edition, org, edition.number, edition.note, edition.effective_on,
           edition.published_by, edition.published_at);
    std::int64_t place = 0;
    for (auto const& one : texts)
        tx.run(insert_text, org, edition.number, one.id, ++place, one.title, one.text);
}

}  // namespace

std::vector<OrgId> without_guideline(Tx& tx) {
    std::vector<OrgId> orgs;
    auto row = tx.query(select_without);
    while (row.next()) orgs.push_back(row.get<OrgId>(0));
    return orgs;
}

void make_guideline(Tx& tx, OrgId org, Preset const& preset, Instant now) {
    auto const key = crypto::random_bytes(key_bytes);
    tx.run(insert_guideline, org, preset.id, std::as_bytes(std::span{key}));
    std::vector<ClauseText> texts;
    for (auto const& section : preset.sections)
        for (auto const& clause : section.clauses)
            texts.push_back({clause.id, clause.title, clause.text});
    insert(tx, org, {1, "", preset.effective_on, PersonId{}, now}, texts);
}

std::optional<std::string> preset_of(Tx& tx, OrgId org) {
    auto row = tx.query(select_preset, org);
    if (!row.next()) return std::nullopt;
    return row.get<std::string>(0);
}

std::string acknowledgement_key(Tx& tx, OrgId org) {
    auto row = tx.query(select_key, org);
    if (!row.next()) throw std::logic_error{"policy: no guideline"};
    auto const key = row.get<Bytes>(0);
    return {reinterpret_cast<char const*>(key.data()), key.size()};
}

Edition current_edition(Tx& tx, OrgId org) {
    auto row = tx.query(select_newest, org);
    return row.next() ? edition_of(row) : Edition{};
}

std::optional<Edition> find_edition(Tx& tx, OrgId org, std::int64_t number) {
    auto row = tx.query(select_edition, org, number);
    if (!row.next()) return std::nullopt;
    return edition_of(row);
}

std::vector<Edition> editions_after(Tx& tx, OrgId org, std::int64_t number) {
    std::vector<Edition> editions;
    auto row = tx.query(select_after, org, number);
    while (row.next()) editions.push_back(edition_of(row));
    return editions;
}

std::vector<ClauseText> texts_of(Tx& tx, OrgId org, std::int64_t edition) {
    std::vector<ClauseText> texts;
    auto row = tx.query(select_texts, org, edition);
    while (row.next())
        texts.push_back(
            {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
    return texts;
}

std::vector<DraftText> drafts(Tx& tx, OrgId org) {
    std::vector<DraftText> all;
    auto row = tx.query(select_drafts, org);
    while (row.next())
        all.push_back({{row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)},
                       row.get<std::int64_t>(3) != 0});
    return all;
}

void write_draft(Tx& tx, OrgId org, DraftText const& draft) {
    tx.run(upsert_draft, org, draft.words.id, draft.words.title, draft.words.text,
           draft.removed ? 1 : 0);
}

void erase_draft(Tx& tx, OrgId org, std::string const& clause) {
    tx.run(delete_draft, org, clause);
}

Edition publish(Tx& tx, Viewer const& by, std::string note, std::string effective_on, Instant now) {
    auto const before = current_edition(tx, by.org);
    auto texts = texts_of(tx, by.org, before.number);
    for (auto const& draft : drafts(tx, by.org)) {
        auto const same = [&](ClauseText const& one) { return one.id == draft.words.id; };
        if (draft.removed)
            std::erase_if(texts, same);
        else if (auto const old = std::ranges::find_if(texts, same); old != texts.end())
            *old = draft.words;
        else
            texts.push_back(draft.words);
    }
    tx.run(delete_drafts, by.org);
    Edition const edition{before.number + 1, std::move(note), std::move(effective_on), by.person,
                          now};
    insert(tx, by.org, edition, texts);
    return edition;
}

std::int64_t accepted_edition(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_accepted, org, person);
    return row.next() ? row.get<std::int64_t>(0) : 0;
}

std::optional<Instant> first_accepted(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_first_accepted, org, person);
    return row.next() ? row.get<std::optional<Instant>>(0) : std::nullopt;
}

void accept_edition(Tx& tx, Viewer const& viewer, std::int64_t edition, Instant now) {
    tx.run(insert_acceptance, viewer.org, viewer.person, edition, now);
}

}  // namespace horenso::policy
