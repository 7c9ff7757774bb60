#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

/// From where, and on which devices, what may be done (clause 3.4). It only ever narrows what somebody may do by their
/// role.
namespace horenso::access {

/// Addresses that belong together, and whether that is the office.
struct Network {
    std::string name;
    std::string addresses;  ///< CIDR, RFC 4632 §3.1 or RFC 4291 §2.3: "192.0.2.0/24"
    NetworkClass kind = NetworkClass::office;
    /// 拠点: whoever does something here does nothing at another one within the same minute (clause 3.3). Empty: nothing
    /// is said of that; only of the office's networks.
    std::string site = {};
    friend bool operator==(Network const&, Network const&) = default;
};

/// What a device of a class may do on a network of a class.
struct Allowance {
    DeviceClass device = DeviceClass::personal;
    NetworkClass network = NetworkClass::elsewhere;
    bool sign_in = true;
    bool download = true;
    bool administration = true;
    friend bool operator==(Allowance const&, Allowance const&) = default;
};

struct Places {
    std::vector<Network> networks = {};
    std::vector<Allowance> allowances = {};  ///< one for each device and network
};

/// What the guideline says of devices; `policy` knows.
struct DeviceRules {
    bool limits_places = false;  ///< clause 3.4
    bool asks_first =
        false;  ///< clause 3.6: an administrator agrees before a private device is let in
};
using FindDeviceRules = std::function<DeviceRules(Tx&, OrgId)>;
DeviceRules rules_by(FindDeviceRules const& find, Tx& tx, OrgId org);  ///< none if nobody says any

/// As kept and as on the wire: own, office, shared; office, elsewhere.
std::string_view word_of(DeviceClass device);
DeviceClass device_of(std::string_view word);
std::string_view word_of(NetworkClass network);
NetworkClass network_of_word(std::string_view word);

/// Where a request comes from, and what may be done there. Where the clause is off, or no network is named, every
/// network is the office's and everything is allowed: nobody could say otherwise what the office is.
struct Place {
    NetworkClass network = NetworkClass::office;
    Allowance allowed = {};
};
Place place_of(Tx& tx, OrgId org, FindDeviceRules const& rules, DeviceClass device,
               std::string_view address);
/// At which exclusive site an address is; empty: at none.
std::string site_of(Tx& tx, OrgId org, std::string_view address);

/// What administrators say of networks and devices.
class PlaceRules {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        FindDeviceRules rules = {};
    };
    explicit PlaceRules(Needs needs) : needs_(std::move(needs)) {}

    struct Seen {
        Places places = {};
        NetworkClass here = NetworkClass::office;
        bool hold = false;
    };
    /// Whoever is permitted `sign_in`, 403. `address`: the asker's.
    Task<Result<Seen>> places(Viewer const& viewer, std::string address) const;
    /// From now on. 422 `access.bad_networks` names each that is no network or stands there twice; 422
    /// `access.bad_allowances`; 409 `access.locks_out` if the asker could not set it again from here.
    Task<Result<Done>> set(Viewer const& viewer, Places places, std::string address);

private:
    Result<Done> write(Tx& tx, Viewer const& viewer, Places const& places,
                       std::string_view address) const;
    Needs needs_;
};

}  // namespace horenso::access
