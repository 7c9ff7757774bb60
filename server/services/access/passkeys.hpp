#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/door.hpp"
#include "services/access/proof.hpp"
#include "services/directory/directory.hpp"

namespace horenso {
using PasskeyId = Id<struct PasskeyTag>;
}

namespace horenso::access {

struct Arrival;
struct SignedIn;

/// Under which name the browser that asks knows this server. Passkeys are bound to it for ever.
struct RelyingParty {
    std::string origin;  ///< "https://horenso.example.jp:8443"
    std::string rp_id;   ///< "horenso.example.jp"

    /// nullopt where there can be no passkeys: an address is no name, and plain HTTP is good for `localhost` only.
    static std::optional<RelyingParty> of(std::string_view origin);
};

/// One of a person's passkeys, without anything that could be used.
struct Passkey {
    PasskeyId id;
    std::string name;
    Instant created_at;
    std::optional<Instant> used_at = {};
    std::string rp_id;
};

/// What a browser needs to make one.
struct PasskeyOffer {
    std::string challenge;
    std::string handle;  ///< of the person, for the device to keep
    directory::Org org;
    directory::Person person;
    std::vector<std::string> present;  ///< credential ids: a device makes one only
};

/// What a browser brings: bytes, not base64.
struct NewPasskey {
    std::string name;
    std::string client_data;
    std::string attestation;
};
struct SignedByPasskey {
    std::string credential_id;
    std::string handle;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};

/// Signing in with a finger, a face or the PIN of one's own device (docs/adr/0017-passkeys.md). Nothing that others do
/// wrong delays it: there is nothing to guess.
class Passkeys {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        Access& access;
    };
    explicit Passkeys(Needs needs) : needs_(needs) {}

    /// Only for whoever has just signed in, or gives a proof: 403 `access.sign_in_again`; 409
    /// `access.too_many_passkeys`. The challenge is good for five minutes and one answer.
    Task<Result<PasskeyOffer>> offer(Viewer const& viewer, RelyingParty const& place, Proof proof);
    /// 401 `access.challenge_over`, 422 `access.passkey_not_made`, 409 `access.passkey_there`.
    Task<Result<Passkey>> add(Viewer const& viewer, RelyingParty const& place, NewPasskey passkey);

    /// The viewer's own. Those of another name of the server too: they can be deleted, but not used here.
    Task<std::vector<Passkey>> list(Viewer const& viewer);
    /// 404 `access.no_such_passkey`, also if it is another's; 403 `access.pin_is_not_enough` to remove one after taking
    /// over by PIN.
    Task<Result<Done>> rename(Viewer const& viewer, PasskeyId passkey, std::string name);
    Task<Result<Done>> remove(Viewer const& viewer, PasskeyId passkey);

    /// What somebody who isn't signed in has to sign.
    Task<Result<std::string>> challenge(std::string_view address);
    /// 401 `access.challenge_over`; 401 `access.bad_passkey`, whatever is wrong: it is deleted, of somebody who
    /// retired, made on a device that is lost and not found, copied (its counter went back), or the signature is no good.
    Task<Result<SignedIn>> sign_in(RelyingParty const& place, SignedByPasskey signed_by,
                                   Arrival arrival);

private:
    Needs needs_;
};

std::int64_t erase_passkeys(Tx& tx, OrgId org, PersonId person);
/// Whether somebody has one.
bool has_passkey(Tx& tx, OrgId org, PersonId person);

/// The passkeys' routes (api/factors.yaml).
void add_routes(net::Router& router, Door const& door, Passkeys& passkeys);

}  // namespace horenso::access
