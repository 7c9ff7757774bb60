// What is kept of somebody for getting in, and how it ends (clause 3.9).
#include "services/access/access.hpp"
#include "services/access/pins.hpp"
#include "services/access/sessions.hpp"
#include "services/access/sign_in_rules.hpp"

namespace horenso::access {
namespace {

constexpr Sql delete_password{"DELETE FROM access_password WHERE org_id = $1 AND person_id = $2"};
constexpr Sql delete_card{"DELETE FROM access_card WHERE org_id = $1 AND person_id = $2"};
constexpr Sql delete_settings{"DELETE FROM access_settings WHERE org_id = $1 AND person_id = $2"};
constexpr Sql delete_devices{"DELETE FROM access_device WHERE org_id = $1 AND owner_id = $2"};
constexpr Sql delete_wallet_card{
    "DELETE FROM access_wallet_card WHERE org_id = $1 AND person_id = $2"};

}  // namespace

std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person) {
    auto const sessions = end_other_sessions(tx, org, person, SessionId{});
    return {
        {"sessions", sessions},
        {"passwords", tx.run(delete_password, org, person) + erase_first_password(tx, org, person)},
        {"cards", tx.run(delete_card, org, person)},
        {"devices", tx.run(delete_devices, org, person)},
        {"wallet_cards", tx.run(delete_wallet_card, org, person)},
        {"passkeys", erase_passkeys(tx, org, person)},
        {"second_factors", erase_second_factor(tx, org, person)},
        {"pins", erase_pin(tx, org, person)},
        {"doubts", erase_doubts(tx, org, person)},
        {"settings", tx.run(delete_settings, org, person)}};
}

}  // namespace horenso::access
