#pragma once
#include <optional>
#include <string>

#include "services/access/access.hpp"

namespace horenso::access {

/// Who `person` is, as the app needs it at start; nothing if there is no such person.
std::optional<SessionView> find_view(Tx& tx, OrgId org, PersonId person);
/// What is kept of a password; empty: there is none.
std::string password_hash_of(Tx& tx, OrgId org, PersonId person);
/// Whether that is still what is kept. After a true nobody changes it unseen in this transaction.
bool is_still_password(Tx& tx, OrgId org, PersonId person, std::string const& hash);

/// As the wire says it (api/access.yaml).
std::string view_json(SessionView const& view);
std::string settings_json(Settings const& settings);

}  // namespace horenso::access
