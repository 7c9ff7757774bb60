#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/door.hpp"
#include "services/access/proof.hpp"
#include "services/directory/directory.hpp"

namespace horenso::access {

/// What somebody may know of the own second step.
struct SecondFactorView {
    std::optional<Instant> since = {};  ///< nothing: there is none
    std::int64_t recovery_codes = 0;    ///< that are still good
};

/// Codes of an app on a phone (RFC 6238) behind the password, and ten codes on paper for when the phone is gone. Cards
/// and passkeys want none: the one was handed over, the other is two factors in itself. Who lost both gets a card.
class SecondFactor {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        Access& access;
    };
    explicit SecondFactor(Needs needs) : needs_(needs) {}

    Task<SecondFactorView> view(Viewer const& viewer);

    /// A new secret for the app, in base32; not asked for before `confirm`. Only for whoever has just signed in, or
    /// gives a proof: 403 `access.sign_in_again`. 409 `access.second_there`; 409 `access.second_without_password`.
    Task<Result<std::string>> begin(Viewer const& viewer, Proof proof);
    /// The app shows the right code: from now on it is asked. Gives ten recovery codes, which are shown once. 422
    /// `access.bad_second_code`.
    Task<Result<std::vector<std::string>>> confirm(Viewer const& viewer, std::string code);
    /// Ten others; those of before are good no more. 404 `access.no_second`.
    Task<Result<std::vector<std::string>>> renew_codes(Viewer const& viewer, Proof proof);
    /// The password alone is enough again. Only for whoever has just signed in.
    Task<Result<Done>> end(Viewer const& viewer);

private:
    Needs needs_;
};

/// Whether the password alone doesn't let this person in.
bool has_second_factor(Tx& tx, OrgId org, PersonId person);
/// Uses a code of the app or of the paper up; false if it is none that is good now.
bool use_second_factor(Tx& tx, OrgId org, PersonId person, std::string_view typed, Instant now);
std::int64_t erase_second_factor(Tx& tx, OrgId org, PersonId person);

/// The second factor's routes (api/factors.yaml).
void add_routes(net::Router& router, Door const& door, SecondFactor& second);

}  // namespace horenso::access
