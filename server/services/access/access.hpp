#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/devices.hpp"
#include "services/access/displays.hpp"
#include "services/access/door.hpp"
#include "services/access/doubts.hpp"
#include "services/access/passkeys.hpp"
#include "services/access/pins.hpp"
#include "services/access/places.hpp"
#include "services/access/proof.hpp"
#include "services/access/second_factor.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"

namespace horenso::crypto {
class Hasher;
}
namespace horenso::jobs {
class Jobs;
struct Job;
}  // namespace horenso::jobs
namespace horenso::net {
class Loops;
}

namespace horenso::access {

/// How the app looks and types for a person, on every device.
struct Settings {
    std::string text_size = "medium";  ///< small, medium, large, extra_large
    std::string theme = "system";      ///< system, light, dark
    std::string enter_key = "ask";     ///< ask, newline, send
    friend bool operator==(Settings const&, Settings const&) = default;
};

/// Who is signed in, as the app needs it at start.
struct SessionView {
    directory::Org org;
    directory::Person person;
    std::int64_t access_version = 0;
    Settings settings;
    bool has_password = false;
    bool may_change_password = true;  ///< clause 7.2
    bool has_passkey = false;
    bool has_second_factor = false;
    bool owes_second = false;  ///< and doesn't administrate until then
    std::optional<Instant> password_over_at = {};
    bool has_pin = false;
    bool is_by_pin = false;  ///< so it may do less
    DeviceClass device = DeviceClass::personal;
    bool may_download = true;  ///< clause 3.4
    bool may_administer = true;
    directory::Permissions permissions = {};  ///< by their role and sets, wherever they are
};

/// Where somebody signs in.
struct Arrival {
    std::string address;
    DeviceClass device = DeviceClass::personal;  ///< what it is said to be
    std::string cookie = {};                     ///< by which the device is known; empty: it is new
    std::string browser = {};                    ///< User-Agent
};

/// A session just opened. The cookies' values are kept nowhere.
struct SignedIn {
    std::string token;
    SessionView view;
    std::optional<std::string> device = {};  ///< of a device that was not known
};

/// A request that asks who it is from.
struct Knock {
    std::string token;  ///< the session's cookie
    Use use = Use::person;
    std::string address = {};
    std::string device = {};  ///< the device's cookie
};

/// Tells that a session (0: all of the person's) is over.
using Ended = std::function<void(OrgId, PersonId, SessionId)>;

/// A sign-in card: its code is shown once and kept as a hash.
struct Card {
    directory::Person person;
    std::string code;  ///< ABCD-EFGH-JKMN-PQRS-TUVW
    Instant expires_at;
};

Settings find_settings(Tx& tx, OrgId org, PersonId person);

/// A person's own things as a stream, for /sync.
live::Source source();

struct KnownLogin;
enum class WhichPassword;

/// Signing in and out, and what a person decides about the own account (clauses 3.3, 7.1, 7.2).
/// Failed tries wait longer and longer, by what is tried and where from (429 `access.wait`); nobody is
/// ever locked out elsewhere.
class Access {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        crypto::Hasher& hasher;
        int loops = 1;  ///< how many loops keep a cache of sessions
        FindDeviceRules rules = {};
        /// Whether people of an organisation may change a password that they have (clause 7.2). If not said, they may.
        std::function<bool(Tx&, OrgId)> may_change_password = {};
    };
    explicit Access(Needs needs);
    ~Access();

    /// `code` as typed: width, case, spaces and hyphens don't matter. It is good once.
    /// 401 `access.bad_code`, whether it never was, is over or is used.
    /// Refused, it stays good: 403 `access.device_lost` on a device that is lost (clause 3.7), `access.not_from_here`
    /// where clause 3.4 says so.
    Task<Result<SignedIn>> sign_in_by_code(std::string code, Arrival arrival);
    /// 401 `access.bad_password`, whether the ID or the password is wrong. On a device where the person was before,
    /// wrong tries from elsewhere don't count. Who has a second factor gives it along: 401 `access.second_needed` if
    /// `second` is empty, 401 `access.bad_second`. Whose password is over (clause 7.2), or is a first one by the
    /// guideline's pattern (7.1), gives the next one along: 401 `access.password_over`, `access.first_password`.
    Task<Result<SignedIn>> sign_in_by_password(std::string login, std::string password,
                                               Arrival arrival, std::string second = {},
                                               std::string next = {});

    /// Whose session the cookie names; 401 `access.signed_out`, 503 `access.blind`. Remembered for some
    /// seconds on the loop; forgotten on every loop when the session ends. Notes the use from time to time.
    /// 401 `access.device_lost` tells the browser of a lost device to forget everything (clause 3.7); 403
    /// `access.device_waits` (clause 3.6) and `access.not_from_here` (clause 3.4) but for whoever leaves.
    Task<Result<Viewer>> identify(Knock knock);
    void forget(OrgId org, PersonId person, SessionId session);  ///< on this loop; session 0: all

    /// Where other nodes end sessions too: from now on looks every 300 ms whose access has ended, so that
    /// it is dead here within a second, and as long as it can't look, nobody is let in. Looks once before
    /// it returns; throws if it can't. On loop 0, before anybody is served.
    struct Watch {
        Store& store;  ///< of its own, so that requests can't keep it waiting
        net::Loops& loops;
        Ended ended;  ///< called on loop 0 for whatever ended
    };
    Task<> watch(Watch watch);
    /// False if the last look is more than a second old. From any thread.
    bool is_current() const;

    /// From now on looks every few seconds which sessions on shared devices are over, and calls `ended` for
    /// each on loop 0, so that no screen stays open by its socket alone. Deletes nothing (see `sweep`).
    void watch_shared(net::Loops& loops, Ended ended,
                      std::chrono::milliseconds period = std::chrono::seconds{5});

    Task<Result<SessionView>> session(Viewer const& viewer);
    Task<Result<Done>> sign_out(Viewer const& viewer);
    /// Says that this session is on a shared device, or on one's own after all; the latter only to whoever
    /// has just signed in (403 `access.device_later`), because somebody else may sit there by now. The
    /// other loops know after some seconds.
    Task<Result<Done>> set_device(Viewer const& viewer, DeviceClass device);

    /// One that can't be guessed (password_rules.hpp), else 422. Ends the person's other sessions. `current` is asked
    /// if there is one, 403 `access.bad_current_password`, but of whoever has just come in by a card. 403
    /// `access.password_stays` where passwords aren't changed; 403 `access.sign_in_again` if it would be the first
    /// beside a passkey, and whoever sits there signed in long ago.
    Task<Result<Done>> set_password(Viewer const& viewer, std::optional<std::string> current,
                                    std::string password);
    Task<Result<Settings>> set_settings(Viewer const& viewer, Settings settings);

    /// Makes a one-time code for a person; an earlier one dies. Whoever is permitted `sign_in`, for those in their reach; 403.
    /// Only for whoever has just signed in, or gives a proof: 403 as `require_recent` says.
    Task<Result<Card>> issue_card(Viewer const& viewer, PersonId person, Proof proof = {});
    /// The same, for whoever runs the server.
    Task<Result<Card>> issue_card_of(OrgId org, PersonId person);

private:
    friend class Passkeys;  // another way in
    friend class SecondFactor;
    friend class Pins;
    friend class SignInRuleBook;
    Result<SignedIn> open_session(Tx& tx, OrgId org, PersonId person, Arrival const& arrival,
                                  audit::Word by) const;
    struct LetIn;
    Result<LetIn> let_in(Tx& tx, Knock const& knock, Instant now) const;
    Task<> note_shown_up(std::string const& device) const;
    bool may_change_password(Tx& tx, OrgId org) const;
    Task<Result<Done>> pass_second(OrgId org, PersonId person, std::string typed);
    Task<Result<WhichPassword>> match(KnownLogin const& known, std::string const& typed);
    Task<Result<std::string>> choose_next(KnownLogin const& known, WhichPassword which,
                                          std::string next);
    Result<SignedIn> open_with_next(Tx& tx, KnownLogin const& known, std::string const& hash,
                                    Arrival const& arrival) const;
    /// For what opens doors for later: whoever has just come in, or gives the password, and behind it the code of the
    /// second factor, if there is one. Then the session is as if it had just been opened by the password. 403
    /// `access.sign_in_again`, `access.bad_current_password`, `access.second_needed`, `access.bad_second`.
    Task<Result<Done>> require_recent(Viewer const& viewer, Proof proof);
    Task<Result<Done>> check_proof(Viewer const& viewer, Proof proof, std::string const& hash);
    Task<Result<Done>> check_current_password(Viewer const& viewer, std::string typed,
                                              std::string const& hash);
    Result<Done> keep_password(Tx& tx, Viewer const& viewer, std::string const& before,
                               std::string const& hash) const;
    /// Ends the person's other sessions; gives how many there were.
    std::int64_t write_password(Tx& tx, Viewer const& viewer, std::string const& hash) const;
    void record_password(Tx& tx, Viewer const& viewer, std::int64_t ended, Instant now) const;
    Card write_card(Tx& tx, OrgId org, directory::Person const& person,
                    audit::Actor const& actor) const;

    Needs needs_;
    class Cache;
    std::unique_ptr<Cache> cache_;
    class Revocations;
    std::unique_ptr<Revocations> revocations_;  ///< none if this is the only node
    class SharedWatch;
    std::unique_ptr<SharedWatch> shared_;
};

/// Somebody's leave is another (clause B5): what is over today ends now, what begins later then.
void leave_changed(Tx& tx, OrgId org, PersonId person, Instant now);

/// Somebody may do more from now on: a card that was made for them before lets nobody in any more, for who made it may not
/// have been allowed to make one now (clause 3.1).
void drop_card(Tx& tx, OrgId org, PersonId person);

/// Ends and deletes all that somebody has for getting in (clause 3.9).
std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person);

/// Deletes some sessions, cards and devices whose time is over; true if there may be more.
bool sweep(Tx& tx, Instant now);

/// The jobs of this folder: `access.leave`, when a leave begins; `access.sweep`, every night at three. It deletes nothing in a night that doesn't
/// follow the one before by the same clock, because that clock may have gone years ahead.
void add_jobs(jobs::Jobs& jobs, Clock const& clock);

/// The routes of this folder (api/access.yaml, and the card of api/directory.yaml).
void add_routes(net::Router& router, Door const& door, Access& access);
/// The routes of api/devices.yaml and api/places.yaml.
void add_routes(net::Router& router, Door const& door, Devices& devices);
void add_routes(net::Router& router, Door const& door, PlaceRules& places);

}  // namespace horenso::access
