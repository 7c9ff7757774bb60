#include "services/access/sightings.hpp"

#include <algorithm>
#include <set>

namespace horenso::access {
namespace {

/// How often browsers must have come back to a session that another one had used meanwhile.
constexpr int returns_of_a_copy = 2;

std::optional<Doubtful> in_two_places(std::vector<Sighting> const& sightings) {
    auto const& newest = sightings.back();
    if (newest.site.empty()) return std::nullopt;
    auto const other = std::find_if(sightings.rbegin(), sightings.rend(), [&](auto const& one) {
        return !one.site.empty() && one.site != newest.site && newest.at <= one.at + same_time;
    });
    if (other == sightings.rend()) return std::nullopt;
    bool const is_one_session = other->session == newest.session;
    return Doubtful{is_one_session ? Doubtful::Kind::copied : Doubtful::Kind::places, *other,
                    newest};
}

std::optional<Doubtful> taking_turns(std::vector<Sighting> const& sightings) {
    auto const& newest = sightings.back();
    std::set<std::string> known;
    Sighting const* last = nullptr;
    Sighting const* other = nullptr;
    int returns = 0;
    bool returned = false;
    for (auto const& one : sightings) {
        bool const counts = one.session == newest.session && !one.client.empty() &&
                            newest.at <= one.at + sighting_life;
        if (!counts) continue;
        bool const is_change = last && last->client != one.client;
        returned = is_change && known.contains(one.client);
        if (is_change) other = last;
        if (returned) ++returns;
        known.insert(one.client);
        last = &one;
    }
    if (!returned || returns < returns_of_a_copy) return std::nullopt;
    return Doubtful{Doubtful::Kind::copied, *other, newest};
}

}  // namespace

std::optional<Doubtful> cannot_be_one(std::vector<Sighting> const& sightings) {
    if (sightings.empty()) return std::nullopt;
    if (auto const places = in_two_places(sightings)) return places;
    return taking_turns(sightings);
}

}  // namespace horenso::access
