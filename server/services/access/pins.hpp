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

namespace horenso::crypto {
class Hasher;
}

namespace horenso::access {

struct Arrival;
struct SignedIn;

/// What somebody may know of the own PIN.
struct PinView {
    struct Place {
        std::string device;
        Instant over_at;
        bool is_closed = false;
    };
    /// Wrong tries closed the way somewhere, and the person has not said yet that they know.
    struct Closing {
        std::string device;
        Instant at;
    };
    std::optional<Instant> since = {};  ///< nothing: there is none
    std::vector<Place> places = {};     ///< where it is good, the last used first
    std::optional<Closing> closing = {};
};

/// Somebody who can take a device over by PIN.
struct Colleague {
    directory::Person person;
    bool is_closed = false;  ///< after wrong tries, until the next full sign-in
};

/// Somebody who takes a device over.
struct TakeOver {
    PersonId person;
    std::string pin;
    std::string former = {};  ///< the cookie of the session that ends with it
};

/// 交代する (clause 3.3): a PIN of six digits, good only on shared devices on which its owner signed in in full in the
/// last days. It opens a session that may do less than any other: no administration, and nothing that wants a fresh
/// sign-in. Five wrong ones in a row close the way for that person on that device; the full ways in are never touched.
class Pins {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        crypto::Hasher& hasher;
        Access& access;
    };
    explicit Pins(Needs needs) : needs_(needs) {}

    Task<PinView> view(Viewer const& viewer);
    /// Only for whoever has just signed in in full, or gives a proof: 403 `access.sign_in_again`. 422
    /// `access.no_pin`, `access.guessable_pin`.
    Task<Result<Done>> set(Viewer const& viewer, std::string pin, Proof proof);
    /// The viewer has none from now on; nothing happens if there was none.
    Task<Result<Done>> remove(Viewer const& viewer);
    /// The viewer knows that wrong tries closed the way.
    Task<Result<Done>> know(Viewer const& viewer);

    /// Who can take over the device of `arrival`, in kana order. Nobody if it isn't shared, or isn't known here.
    Task<std::vector<Colleague>> colleagues(Arrival const& arrival);
    /// Opens the person's session, and ends the former one in the same transaction. 401 `access.bad_pin`, whether the
    /// PIN is wrong, or there is none, or it isn't good here; 403 `access.pin_closed`.
    Task<Result<SignedIn>> take_over(TakeOver wish, Arrival arrival);

private:
    struct Candidate;
    Candidate look_up(Tx& tx, TakeOver const& wish, Arrival const& arrival) const;
    Result<bool> note_wrong(Tx& tx, Candidate const& candidate) const;
    Result<SignedIn> open(Tx& tx, Candidate const& candidate, std::string const& former,
                          Arrival const& arrival) const;
    Needs needs_;
};

bool has_pin(Tx& tx, OrgId org, PersonId person);
std::int64_t erase_pin(Tx& tx, OrgId org, PersonId person);

/// The routes of api/pins.yaml.
void add_routes(net::Router& router, Door const& door, Pins& pins);

}  // namespace horenso::access
