#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::access {

using DeviceId = Id<struct DeviceTag>;
using LossId = Id<struct LossTag>;

/// A browser in which somebody signed in.
struct KnownDevice {
    DeviceId id;
    std::string name;
    DeviceClass kind = DeviceClass::personal;
    std::optional<PersonId> owner;  ///< nobody: many use it
    Instant registered_at;
    Instant last_used_at;  ///< to the hour; of a shared one to the minute
    NetworkClass network = NetworkClass::office;
    bool is_approved = true;
    std::optional<Instant> lost_at = {};
    bool is_here = false;       ///< the asker sits at it
    bool is_signed_in = false;  ///< whom the list is about
};

/// Something that could be seen on a device.
struct Seen {
    std::string kind;  ///< room, direct, people
    std::string name;
    std::int64_t count = 0;
    friend bool operator==(Seen const&, Seen const&) = default;
};
/// What somebody can see now, for the report of a loss.
using CouldSee = std::function<std::vector<Seen>(Tx&, OrgId, PersonId)>;

/// 紛失: a device that was reported lost or stolen (clause 3.7).
struct Loss {
    LossId id;
    PersonId person;
    std::string device;
    std::optional<PersonId> reported_by;  ///< nobody: by the number of a wallet card
    Instant reported_at;
    Instant last_used_at;
    NetworkClass network = NetworkClass::office;
    std::int64_t sessions = 0;  ///< that ended
    std::optional<Instant> showed_up_at;
    std::optional<Instant> found_at;
    std::vector<Seen> seen = {};
};

/// What a report of a loss ended.
struct Lost {
    std::int64_t devices = 0;
    std::int64_t sessions = 0;
};

/// The devices that people sign in on, and what happens when one is lost (clauses 3.6, 3.7). A device that isn't yours
/// and one that isn't there give the same Problem: 404 `access.no_such_device`.
class Devices {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        CouldSee could_see = {};
    };
    explicit Devices(Needs needs) : needs_(std::move(needs)) {}

    /// The viewer's own, and shared ones where the viewer is signed in; the last used first.
    Task<std::vector<KnownDevice>> mine(Viewer const& viewer) const;
    /// 1 to 50 characters, else 422 `access.bad_device_name`.
    Task<Result<Done>> rename(Viewer const& viewer, DeviceId device, std::string name);
    /// Signs the viewer out there, and forgets the device if it is the viewer's and not lost.
    Task<Result<Done>> end(Viewer const& viewer, DeviceId device);
    /// Signs the viewer out everywhere but here.
    Task<Result<Done>> end_others(Viewer const& viewer);

    /// A device is lost: its sessions end on every node, and when it next shows up it is told to forget everything. The
    /// person and whoever is permitted `sign_in` are told. Without a device: all private ones of the person, which anybody may
    /// report for a colleague, three times in 24 hours: 409 `access.too_many_losses`; a certain one, its owner and whoever is
    /// permitted it. Passkeys made there are deleted if the person says so, or who is permitted `sign_in` and reaches
    /// them; else they let nobody in until it is found. 404 `directory.no_such_person`.
    Task<Result<Lost>> report_loss(Viewer const& viewer, PersonId person,
                                   std::optional<DeviceId> device);
    /// The same as the person's own word, for whoever has the number of their wallet card, as typed. It is good once. 401
    /// `access.bad_wallet_number`, 429 `access.wait`.
    Task<Result<Lost>> report_by_number(std::string number, std::string address);
    /// The viewer's; for whoever is permitted `sign_in` all. Open ones first, then the newest; 200 at most.
    Task<std::vector<Loss>> losses(Viewer const& viewer) const;
    /// It is there again: it may be registered anew. Its owner or whoever is permitted `sign_in` and reaches them; 404 `access.no_such_loss`.
    Task<Result<Done>> found(Viewer const& viewer, LossId loss);
    /// A number to report one's devices by; shown once, as ABCD-EFGH-JKMN-PQRS-TUVW. An earlier one dies.
    Task<Result<std::string>> make_wallet_card(Viewer const& viewer);

    /// These are for whoever is permitted `sign_in`, 403; the last two for those who reach the owner.
    Task<Result<std::vector<KnownDevice>>> of(Viewer const& viewer, PersonId person) const;
    /// Those that wait for a yes first, then what was registered in the last 30 days.
    Task<Result<std::vector<KnownDevice>>> fresh(Viewer const& viewer) const;
    Task<Result<Done>> approve(Viewer const& viewer, DeviceId device);
    /// Ends every session there and forgets it; 409 `access.device_is_lost`.
    Task<Result<Done>> remove(Viewer const& viewer, DeviceId device);

private:
    struct Reported;
    Lost lose(Tx& tx, Reported const& reported) const;
    Needs needs_;
};

}  // namespace horenso::access
