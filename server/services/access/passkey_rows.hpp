#pragma once
#include "platform/webauthn/webauthn.hpp"
#include "services/access/passkeys.hpp"

namespace horenso::access {

/// Whose a handle is: "<organisation>-<person>".
struct Holder {
    OrgId org;
    PersonId person;
};
std::optional<Holder> read_handle(std::string_view handle);

/// What is kept to check a signature with.
struct KeptKey {
    PasskeyId id;
    webauthn::Algorithm algorithm;
    std::string public_key;
};
std::optional<KeptKey> find_passkey(Tx& tx, Holder const& holder, std::string_view credential_id,
                                    std::string_view rp_id);
/// Notes its use. False if it is gone, if it was made on a device that is lost now, or if its counter did not grow, as
/// that of a copy; one that doesn't count stays at 0.
bool use_passkey(Tx& tx, OrgId org, PasskeyId passkey, std::uint32_t counter, Instant now);

/// The viewer's, made on the device that they sit at. False if somebody has this credential already.
bool insert_passkey(Tx& tx, Viewer const& viewer, Passkey const& passkey,
                    webauthn::NewCredential const& credential);
std::vector<Passkey> passkeys_of(Tx& tx, OrgId org, PersonId person);
std::vector<std::string> credentials_of(Tx& tx, OrgId org, PersonId person, std::string_view rp_id);
std::int64_t count_passkeys(Tx& tx, OrgId org, PersonId person);
/// False if this person has no such passkey.
bool rename_passkey(Tx& tx, OrgId org, PersonId person, PasskeyId passkey, std::string_view name);
bool delete_passkey(Tx& tx, OrgId org, PersonId person, PasskeyId passkey);

}  // namespace horenso::access
