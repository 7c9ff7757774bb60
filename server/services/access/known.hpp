#pragma once
#include <string>
#include <string_view>

#include "platform/store/tx.hpp"
#include "services/access/devices.hpp"
#include "services/access/places.hpp"
#include "services/access/sessions.hpp"

/// The rows of devices, for the files of this folder.
namespace horenso::access {

/// The cookie that names a device stays in the browser when the session ends. A device that nobody used for so long is forgotten. Browsers keep no cookie longer (RFC 6265bis §5.5).
inline constexpr std::chrono::hours device_life{24 * 400};

using DeviceToken = Cookie<DeviceId>;

/// From a row of device_id, name, class, owner_id, registered_at, last_used_at, network, approved_at, lost_at.
KnownDevice known_of(Rows const& row);
/// The device that the cookie names; nullopt if there is none such, or the secret isn't its own.
std::optional<KnownDevice> device_with(Tx& tx, std::string_view cookie);
std::optional<KnownDevice> find_known(Tx& tx, OrgId org, DeviceId device);

/// Who arrives in which browser, and what it is said to be.
struct Arriving {
    OrgId org;
    PersonId person;
    Arrival const& arrival;
    FindDeviceRules const& rules;
    Instant now;
};
/// What somebody arrives on: a device that is known, or a new one.
struct Registered {
    KnownDevice device;
    std::optional<std::string> cookie = {};  ///< to be set, if it is new
    Place place = {};
};
/// 403 `access.device_lost` for one that is lost; 403 `access.not_from_here` by the table of clause 3.4. A device of the
/// office is what it is said to be where the office is; from elsewhere an administrator agrees first.
Result<Registered> register_device(Tx& tx, IdSource& ids, Arriving const& arriving);

/// It was used now, there. False for one that is lost; after a true nobody reports it lost unseen in this transaction.
bool touch_device(Tx& tx, OrgId org, DeviceId device, NetworkClass network, Instant now);
/// What a device is from now on.
struct ClassSaid {
    OrgId org;
    DeviceId device;
    DeviceClass kind;
    PersonId person;  ///< whose it is, unless many use it
    bool is_approved;
};
void set_class(Tx& tx, ClassSaid const& said, Instant now);
/// Whether a device may be taken for what it is said to be, whenever that is said: the office's where the office is, a
/// private one where clause 3.6 doesn't ask first.
bool is_believed(DeviceClass said, NetworkClass network, DeviceRules const& rules);
/// Which rule applies: a device that nobody agreed to yet is treated like a private one.
DeviceClass trusted_class(DeviceClass said, bool is_approved);

/// The one that the viewer's session is on.
DeviceId device_under(Tx& tx, Viewer const& viewer);
/// The device's row, locked until the end of the transaction: who is signing in there is in, or waits and finds what
/// becomes of it. For whatever ends sessions there, or must not outlive them.
void lock_device(Tx& tx, OrgId org, DeviceId device);
/// Whether the viewer's session is still there, in this transaction.
bool is_signed_in(Tx& tx, Viewer const& viewer);

/// Ends all sessions on a device, or only one person's; gives how many there were.
std::int64_t end_sessions_on(Tx& tx, OrgId org, DeviceId device,
                             std::optional<PersonId> person = {});
void forget_device(Tx& tx, OrgId org, DeviceId device);
/// Devices that nobody used for `device_life`, but for lost ones; at most `most`.
std::int64_t sweep_devices(Tx& tx, Instant now, int most);

/// Whether the cookie names a device that is lost; that it showed up is noted once.
bool is_lost(Tx& tx, std::string_view cookie);
void note_shown_up(Tx& tx, std::string_view cookie, Instant now);

/// Tells these people's screens that their devices are others.
void tell_devices(Tx& tx, OrgId org, std::vector<PersonId> people);

/// What a browser calls itself, in a few words: "iPhone Safari". From User-Agent, which nobody has to say the truth in.
std::string browser_name(std::string_view user_agent);

}  // namespace horenso::access
