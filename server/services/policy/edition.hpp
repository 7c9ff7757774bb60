#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/store/store.hpp"
#include "services/directory/ids.hpp"
#include "services/policy/preset.hpp"

namespace horenso::policy {

/// The words of a clause in an edition.
struct ClauseText {
    std::string id;
    std::string title;
    std::string text;
    friend bool operator==(ClauseText const&, ClauseText const&) = default;
};

struct Edition {
    std::int64_t number = 0;
    std::string note;
    std::string effective_on;  ///< "2026-04-01"
    PersonId published_by;     ///< nobody: it was made from the preset
    Instant published_at;
};

/// What the next edition will say of a clause.
struct DraftText {
    ClauseText words;
    bool removed = false;
};

/// Ids of clauses that an organisation adds begin so.
inline constexpr char const* own_prefix = "own.";

/// Organisations that have none yet.
std::vector<OrgId> without_guideline(Tx& tx);
/// Makes the first edition, and the key for acknowledgements, of an organisation that has none.
void make_guideline(Tx& tx, OrgId org, Preset const& preset, Instant now);
/// The id of the preset that the guideline was made from; nullopt if there is none yet.
std::optional<std::string> preset_of(Tx& tx, OrgId org);
std::string acknowledgement_key(Tx& tx, OrgId org);

Edition current_edition(Tx& tx, OrgId org);
std::optional<Edition> find_edition(Tx& tx, OrgId org, std::int64_t number);
/// Newer ones, the oldest first.
std::vector<Edition> editions_after(Tx& tx, OrgId org, std::int64_t number);
/// In the order of the guideline, the organisation's own clauses at the end.
std::vector<ClauseText> texts_of(Tx& tx, OrgId org, std::int64_t edition);

std::vector<DraftText> drafts(Tx& tx, OrgId org);
void write_draft(Tx& tx, OrgId org, DraftText const& draft);
void erase_draft(Tx& tx, OrgId org, std::string const& clause);
/// Makes the next edition of the current one and the drafts, which are gone then.
Edition publish(Tx& tx, Viewer const& by, std::string note, std::string effective_on, Instant now);

/// The newest edition that this person accepted; 0 for none.
std::int64_t accepted_edition(Tx& tx, OrgId org, PersonId person);
/// When this person accepted an edition for the first time.
std::optional<Instant> first_accepted(Tx& tx, OrgId org, PersonId person);
void accept_edition(Tx& tx, Viewer const& viewer, std::int64_t edition, Instant now);

}  // namespace horenso::policy
