#include "services/access/places.hpp"

#include <algorithm>
#include <set>

#include "platform/text/limits.hpp"
#include "services/access/addresses.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"

namespace horenso::access {
namespace {

using enum DeviceClass;

constexpr std::size_t most_networks = 200;
constexpr text::Limits longest_name{.graphemes = 50, .bytes = 400};

/// Clause 3.4: a device of the office may do everything there, and all but administration elsewhere; a private one may
/// read and write.
constexpr Allowance preset[] = {
    {.device = office, .network = NetworkClass::office},
    {.device = office, .network = NetworkClass::elsewhere, .administration = false},
    {.device = shared, .network = NetworkClass::office},
    {.device = shared, .network = NetworkClass::elsewhere, .administration = false},
    {.device = personal,
     .network = NetworkClass::office,
     .download = false,
     .administration = false},
    {.device = personal,
     .network = NetworkClass::elsewhere,
     .download = false,
     .administration = false},
};

constexpr Sql select_networks{R"(
    SELECT name, addresses, class, site FROM access_network
     WHERE org_id = $1
     ORDER BY name, addresses)"};
constexpr Sql select_any_network{"SELECT 1 FROM access_network WHERE org_id = $1 LIMIT 1"};
constexpr Sql delete_networks{"DELETE FROM access_network WHERE org_id = $1"};
constexpr Sql insert_network{R"(
    INSERT INTO access_network (org_id, name, addresses, class, site) VALUES ($1, $2, $3, $4, $5))"};
constexpr Sql select_allowances{R"(
    SELECT device, network, sign_in, download, administration
      FROM access_allowance WHERE org_id = $1)"};
constexpr Sql delete_allowances{"DELETE FROM access_allowance WHERE org_id = $1"};
constexpr Sql insert_allowance{R"(
    INSERT INTO access_allowance (org_id, device, network, sign_in, download, administration)
    VALUES ($1, $2, $3, $4, $5, $6))"};

bool is_same_cell(Allowance const& a, Allowance const& b) {
    return a.device == b.device && a.network == b.network;
}

bool has_networks(Tx& tx, OrgId org) { return tx.query(select_any_network, org).next(); }

std::vector<Network> read_networks(Tx& tx, OrgId org) {
    std::vector<Network> networks;
    auto row = tx.query(select_networks, org);
    while (row.next())
        networks.push_back({row.get<std::string>(0), row.get<std::string>(1),
                            network_of_word(row.get<std::string_view>(2)),
                            row.get<std::string>(3)});
    return networks;
}

Places read_places(Tx& tx, OrgId org) {
    Places places{.networks = read_networks(tx, org),
                  .allowances = {std::begin(preset), std::end(preset)}};
    auto row = tx.query(select_allowances, org);
    while (row.next()) {
        Allowance const kept{device_of(row.get<std::string_view>(0)),
                             network_of_word(row.get<std::string_view>(1)), row.get<int>(2) != 0,
                             row.get<int>(3) != 0, row.get<int>(4) != 0};
        for (auto& cell : places.allowances)
            if (is_same_cell(cell, kept)) cell = kept;
    }
    return places;
}

/// The narrowest network that holds the address says where it is; null if none does.
Network const* network_in(std::vector<Network> const& networks, std::string_view address) {
    auto const asked = Addresses::parse(address);
    Network const* found = nullptr;
    int narrowest = -1;
    for (auto const& network : networks) {
        auto const range = Addresses::parse(network.addresses);
        if (!asked || !range || range->prefix() <= narrowest || !range->contain(*asked)) continue;
        narrowest = range->prefix();
        found = &network;
    }
    return found;
}

/// Where `address` is by `places`, and what a device may do there.
Place placed(Places const& places, DeviceClass device, std::string_view address) {
    if (places.networks.empty()) return {};
    auto const* const network = network_in(places.networks, address);
    Place place{.network = network ? network->kind : NetworkClass::elsewhere};
    for (auto const& cell : places.allowances)
        if (cell.device == device && cell.network == place.network) place.allowed = cell;
    return place;
}

Problem::Field bad(std::string_view list, std::size_t at, char const* part, char const* code) {
    return {.path = std::string{list} + '[' + std::to_string(at) + "]." + part, .code = code};
}

bool is_bad_site(std::string const& site) {
    return !site.empty() &&
           (text::what_is_wrong(site, longest_name) || site.find('\n') != site.npos);
}

std::vector<Problem::Field> bad_networks(std::vector<Network>& networks) {
    std::vector<Problem::Field> fields;
    std::set<std::string> known;
    for (std::size_t at = 0; at < networks.size(); ++at) {
        auto& network = networks[at];
        auto const addresses = Addresses::parse(network.addresses);
        if (text::what_is_wrong(network.name, longest_name) ||
            network.name.find('\n') != network.name.npos)
            fields.push_back(bad("networks", at, "name", "access.bad_network_name"));
        if (!addresses) {
            fields.push_back(bad("networks", at, "addresses", "access.bad_addresses"));
            continue;
        }
        network.addresses = addresses->text();
        if (network.kind != NetworkClass::office) network.site.clear();
        if (is_bad_site(network.site))
            fields.push_back(bad("networks", at, "site", "access.bad_site"));
        if (!known.insert(network.addresses).second)
            fields.push_back(bad("networks", at, "addresses", "access.addresses_twice"));
    }
    return fields;
}

bool is_whole(std::vector<Allowance> const& allowances) {
    return allowances.size() == std::size(preset) &&
           std::all_of(std::begin(preset), std::end(preset), [&](Allowance const& cell) {
               return std::any_of(allowances.begin(), allowances.end(),
                                  [&](auto const& said) { return is_same_cell(said, cell); });
           });
}

std::optional<Problem> refuse(Places& places) {
    if (places.networks.size() > most_networks)
        return Problem{.status = 422,
                       .code = "access.too_many_networks",
                       .arguments = {{"limit", std::to_string(most_networks)}}};
    if (auto fields = bad_networks(places.networks); !fields.empty())
        return Problem{.status = 422, .code = "access.bad_networks", .fields = std::move(fields)};
    if (!is_whole(places.allowances))
        return Problem{.status = 422, .code = "access.bad_allowances"};
    return std::nullopt;
}

}  // namespace

std::string_view word_of(DeviceClass device) {
    switch (device) {
        case office: return "office";
        case shared: return "shared";
        case personal: break;
    }
    return "own";
}

DeviceClass device_of(std::string_view word) {
    if (word == "shared") return shared;
    return word == "office" ? DeviceClass::office : personal;
}

std::string_view word_of(NetworkClass network) {
    return network == NetworkClass::elsewhere ? "elsewhere" : "office";
}

NetworkClass network_of_word(std::string_view word) {
    return word == "office" ? NetworkClass::office : NetworkClass::elsewhere;
}

DeviceRules rules_by(FindDeviceRules const& find, Tx& tx, OrgId org) {
    return find ? find(tx, org) : DeviceRules{};
}

// The guideline is asked only where it may say something: this stands on the way of every request.
Place place_of(Tx& tx, OrgId org, FindDeviceRules const& rules, DeviceClass device,
               std::string_view address) {
    if (!has_networks(tx, org) || !rules_by(rules, tx, org).limits_places) return {};
    return placed(read_places(tx, org), device, address);
}

std::string site_of(Tx& tx, OrgId org, std::string_view address) {
    auto const networks = read_networks(tx, org);
    auto const* const network = network_in(networks, address);
    return network ? network->site : std::string{};
}

Task<Result<PlaceRules::Seen>> PlaceRules::places(Viewer const& viewer, std::string address) const {
    auto read = [&](Tx& tx) -> Result<Seen> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        Seen seen{.places = read_places(tx, permit->org())};
        seen.here = placed(seen.places, viewer.device, address).network;
        seen.hold =
            rules_by(needs_.rules, tx, viewer.org).limits_places && !seen.places.networks.empty();
        return seen;
    };
    co_return co_await needs_.store.read(read);
}

Result<Done> PlaceRules::write(Tx& tx, Viewer const& viewer, Places const& places,
                               std::string_view address) const {
    auto const permit = directory::require<Permission::sign_in>(tx, viewer);
    if (!permit) return permit.problem();
    auto const allowed = placed(places, viewer.device, address).allowed;
    if (!allowed.sign_in || !allowed.administration)
        return Problem{.status = 409, .code = "access.locks_out", .clause = "3.4"};
    auto const org = permit->org();
    tx.run(delete_networks, org);
    for (auto const& network : places.networks)
        tx.run(insert_network, org, network.name, network.addresses, word_of(network.kind),
               network.site);
    tx.run(delete_allowances, org);
    for (auto const& cell : places.allowances)
        tx.run(insert_allowance, org, word_of(cell.device), word_of(cell.network),
               std::int64_t{cell.sign_in}, std::int64_t{cell.download},
               std::int64_t{cell.administration});
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::places_set,
                   .subject = subject_of(org),
                   .details = audit::Details{}.number(
                       "networks", static_cast<std::int64_t>(places.networks.size()))});
    return Done{};
}

Task<Result<Done>> PlaceRules::set(Viewer const& viewer, Places places, std::string address) {
    if (auto refused = refuse(places)) co_return *std::move(refused);
    auto write_them = [&](Tx& tx) { return write(tx, viewer, places, address); };
    co_return co_await needs_.store.write(write_them);
}

}  // namespace horenso::access
