#pragma once
#include <cstdint>
#include <vector>

#include "platform/store/tx.hpp"
#include "services/access/devices.hpp"

/// Where a PIN is good: on shared devices on which its owner signed in in full, until the end of the third day after.
namespace horenso::access {

/// So many wrong ones in a row close the way by PIN, for that person on that device.
inline constexpr std::int64_t most_pin_tries = 5;
inline constexpr int pin_days = 3;

struct PinPlace {
    DeviceId device;
    PersonId person;
    Instant signed_in_at;
    std::int64_t tries = 0;

    bool is_closed() const { return tries >= most_pin_tries; }
    /// The first moment at which it is good no more.
    Instant over_at() const;
};

/// Somebody signed in in full there. Opens the way again, if wrong tries had closed it.
void add_pin_place(Tx& tx, OrgId org, DeviceId device, PersonId person, Instant now);
/// Those that are good at `now`.
std::vector<PinPlace> pin_places_on(Tx& tx, OrgId org, DeviceId device, Instant now);
std::vector<PinPlace> pin_places_of(Tx& tx, OrgId org, PersonId person, Instant now);

/// Counts a try before it is made, so that tries at the same time count too. False if it may not be made: the way is
/// closed, or was never open.
bool begin_pin_try(Tx& tx, PinPlace const& place, OrgId org, Instant now);
/// It was right. False if the way has ended meanwhile.
bool pin_was_right(Tx& tx, PinPlace const& place, OrgId org, Instant now);
/// Whether the way is closed now.
bool is_pin_closed(Tx& tx, PinPlace const& place, OrgId org);

/// From now on a PIN is good nowhere, or nowhere but on `but`, until the next full sign-in there: what was trusted is
/// not what it was.
void end_pin_places(Tx& tx, OrgId org, PersonId person, DeviceId but = {});
void end_pin_places_on(Tx& tx, OrgId org, DeviceId device);
void end_pin_place(Tx& tx, OrgId org, DeviceId device, PersonId person);
/// Those whose time is over; at most `most`.
std::int64_t sweep_pin_places(Tx& tx, Instant now, int most);

}  // namespace horenso::access
