#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

/// Which use can't be one person's (clause 3.3): a pure rule over what somebody did in the last minutes.
namespace horenso::access {

/// That somebody did something: in which session, with what browser, where. What it was is not noted.
struct Sighting {
    SessionId session;
    std::string client = {};  ///< `browser_name`
    std::string site = {};    ///< 拠点; empty: nowhere in particular
    Instant at;
    friend bool operator==(Sighting const&, Sighting const&) = default;
};

/// Two sightings that can't be of one person.
struct Doubtful {
    enum class Kind {
        places,  ///< two sessions in two places that exclude each other
        copied,  ///< one session in two browsers that take turns, or in two such places
    };
    Kind kind = Kind::places;
    Sighting first, second;  ///< in the order in which they were
};

/// How near in time two places exclude each other.
inline constexpr std::chrono::minutes same_time{1};
/// How long a sighting is worth anything.
inline constexpr std::chrono::minutes sighting_life{3};

/// Whether the newest of one person's sightings, which stand in order, makes them doubtful. A desk PC and a telephone
/// together never do, nor a device that goes to another network, nor a browser that calls itself otherwise once and
/// back: only two exclusive places within a minute, or two browsers in one session that each come back.
std::optional<Doubtful> cannot_be_one(std::vector<Sighting> const& sightings);

}  // namespace horenso::access
