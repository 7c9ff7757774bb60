#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"

namespace horenso::access {
namespace {

struct NetworkBody {
    std::string name;
    std::string addresses;
    std::string kind;
    std::optional<std::string> site;
};
BOOST_DESCRIBE_STRUCT(NetworkBody, (), (name, addresses, kind, site))

struct AllowanceBody {
    std::string device;
    std::string network;
    bool sign_in = false;
    bool download = false;
    bool administration = false;
};
BOOST_DESCRIBE_STRUCT(AllowanceBody, (), (device, network, sign_in, download, administration))

struct PlacesBody {
    std::vector<NetworkBody> networks;
    std::vector<AllowanceBody> allowances;
};
BOOST_DESCRIBE_STRUCT(PlacesBody, (), (networks, allowances))

std::string places_json(PlaceRules::Seen const& seen, std::string_view address) {
    json::Writer out;
    out.open_object().key("networks").open_array();
    for (auto const& network : seen.places.networks) {
        out.open_object()
            .field("name", network.name)
            .field("addresses", network.addresses)
            .field("kind", word_of(network.kind));
        if (!network.site.empty()) out.field("site", network.site);
        out.close_object();
    }
    out.close_array().key("allowances").open_array();
    for (auto const& cell : seen.places.allowances)
        out.open_object()
            .field("device", word_of(cell.device))
            .field("network", word_of(cell.network))
            .field("sign_in", cell.sign_in)
            .field("download", cell.download)
            .field("administration", cell.administration)
            .close_object();
    out.close_array()
        .field("address", address)
        .field("here", word_of(seen.here))
        .field("holds", seen.hold)
        .close_object();
    return out.take();
}

/// A word that is none of those there are names its field.
Result<Places> places_said(PlacesBody const& body) {
    Places places;
    std::vector<Problem::Field> bad;
    auto const field = [&](char const* list, std::size_t at, char const* part) {
        bad.push_back({.path = std::string{list} + '[' + std::to_string(at) + "]." + part,
                       .code = "access.unknown_word"});
    };
    for (auto const& said : body.networks) {
        auto const kind = network_of_word(said.kind);
        if (word_of(kind) != said.kind) field("networks", places.networks.size(), "kind");
        places.networks.push_back({said.name, said.addresses, kind, said.site.value_or("")});
    }
    for (auto const& said : body.allowances) {
        auto const device = device_of(said.device);
        auto const network = network_of_word(said.network);
        auto const at = places.allowances.size();
        if (word_of(device) != said.device) field("allowances", at, "device");
        if (word_of(network) != said.network) field("allowances", at, "network");
        places.allowances.push_back(
            {device, network, said.sign_in, said.download, said.administration});
    }
    if (bad.empty()) return places;
    return Problem{.status = 422, .code = "json.bad_fields", .fields = std::move(bad)};
}

Task<Result<net::Reply>> get_places(PlaceRules& rules, Viewer const& viewer,
                                    net::Request& request) {
    auto const seen = co_await rules.places(viewer, request.remote);
    if (!seen) co_return seen.problem();
    co_return net::ok(places_json(*seen, request.remote));
}

Task<Result<net::Reply>> set_places(PlaceRules& rules, Viewer const& viewer,
                                    net::Request& request) {
    auto body = request.json<PlacesBody>();
    if (!body) co_return body.problem();
    auto places = places_said(*body);
    if (!places) co_return places.problem();
    auto done = co_await rules.set(viewer, *std::move(places), request.remote);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, Door const& door, PlaceRules& rules) {
    using enum net::Method;
    auto administrator =
        [&](Task<Result<net::Reply>> (*answer)(PlaceRules&, Viewer const&, net::Request&)) {
            return door.member(
                [&rules, answer](Viewer const& v, net::Request& r) { return answer(rules, v, r); });
        };
    router.add({get, "/api/v1/access/places", "permission sign_in", administrator(get_places)});
    router.add({put, "/api/v1/access/places", "permission sign_in", administrator(set_places)});
}

}  // namespace horenso::access
