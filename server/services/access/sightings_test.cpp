// Which use can't be one person's: normal days first.
#include "services/access/sightings.hpp"

#include <gtest/gtest.h>

namespace horenso::access {
namespace {

constexpr Instant morning{1'795'476'600'000};
constexpr SessionId desk{1}, phone{2};
constexpr char const* pc = "Windows Chrome";
constexpr char const* mobile = "iPhone Safari";
constexpr char const* pad = "iPad Safari";
constexpr char const* pad_as_desktop = "Mac Safari";

/// After so many seconds of the morning.
Sighting seen(SessionId session, char const* client, char const* site, int seconds) {
    return {session, client, site, morning + std::chrono::seconds{seconds}};
}

struct Day {
    char const* name;
    std::vector<Sighting> sightings;
    std::optional<Doubtful::Kind> expected = {};
};

using enum Doubtful::Kind;

Day const days[] = {
    {"nothing", {}},
    {"a desk PC alone", {seen(desk, pc, "本所", 0), seen(desk, pc, "本所", 40)}},
    {"a desk PC and a telephone on its own network",
     {seen(desk, pc, "本所", 0), seen(phone, mobile, "", 3), seen(desk, pc, "本所", 6),
      seen(phone, mobile, "", 9), seen(desk, pc, "本所", 12)}},
    {"a desk PC and a telephone in the same office",
     {seen(desk, pc, "本所", 0), seen(phone, mobile, "本所", 1), seen(desk, pc, "本所", 2)}},
    {"a desk PC and a telephone where no places are named",
     {seen(desk, pc, "", 0), seen(phone, mobile, "", 1), seen(desk, pc, "", 2)}},
    {"a telephone that leaves the office's Wi-Fi",
     {seen(phone, mobile, "本所", 0), seen(phone, mobile, "", 5), seen(phone, mobile, "", 9)}},
    {"a telephone on the edge of the Wi-Fi",
     {seen(phone, mobile, "本所", 0), seen(phone, mobile, "", 2), seen(phone, mobile, "本所", 4),
      seen(phone, mobile, "", 6), seen(phone, mobile, "本所", 8)}},
    {"a drive from one office to the other",
     {seen(desk, pc, "本所", 0), seen(phone, mobile, "北支所", 61)}},
    {"a browser that calls itself otherwise from now on",
     {seen(phone, pad, "", 0), seen(phone, pad_as_desktop, "", 5),
      seen(phone, pad_as_desktop, "", 50)}},
    {"a browser that calls itself otherwise once, and back",
     {seen(phone, pad, "", 0), seen(phone, pad_as_desktop, "", 5), seen(phone, pad, "", 30)}},
    {"browsers that take turns more slowly than it is remembered",
     {seen(desk, pc, "", 0), seen(desk, mobile, "", 170), seen(desk, pc, "", 340),
      seen(desk, mobile, "", 510)}},
    {"three browsers, each in a session of its own",
     {seen(desk, pc, "", 0), seen(phone, mobile, "", 1), seen(SessionId{3}, pad, "", 2),
      seen(desk, pc, "", 3), seen(phone, mobile, "", 4), seen(SessionId{3}, pad, "", 5)}},
    {"three browsers in one session, each once",
     {seen(desk, mobile, "", 0), seen(desk, pc, "", 1), seen(desk, pad, "", 2)}},
    {"two devices that exclude each other",
     {seen(desk, pc, "本所", 0), seen(phone, mobile, "北支所", 60)},
     places},
    {"two devices that exclude each other, with much between",
     {seen(desk, pc, "本所", 0), seen(phone, mobile, "", 10), seen(phone, mobile, "北支所", 20),
      seen(desk, pc, "本所", 30)},
     places},
    {"one session in two such places",
     {seen(desk, pc, "本所", 0), seen(desk, pc, "北支所", 20)},
     copied},
    {"one session in two browsers that take turns",
     {seen(desk, mobile, "", 0), seen(desk, pc, "", 20), seen(desk, mobile, "", 40),
      seen(desk, pc, "", 60)},
     copied},
};

TEST(Sightings, Clause_3_3_GivenADay_WhenLookedAt_ThenOnlyWhatCantBeOnePersonIsDoubtful) {
    for (auto const& day : days) {
        SCOPED_TRACE(day.name);
        std::optional<Doubtful::Kind> found;
        std::vector<Sighting> until_now;
        for (auto const& one : day.sightings) {  // as they come
            until_now.push_back(one);
            if (auto const doubtful = cannot_be_one(until_now)) found = doubtful->kind;
        }
        EXPECT_EQ(found, day.expected);
    }
}

TEST(Sightings, GivenTwoPlaces_WhenDoubtful_ThenTheTwoThatExcludeEachOtherAreNamedInTheirOrder) {
    auto const first = seen(desk, pc, "本所", 0);
    auto const second = seen(phone, mobile, "北支所", 20);
    auto const doubtful = cannot_be_one({first, seen(phone, mobile, "", 10), second});
    ASSERT_TRUE(doubtful);
    EXPECT_EQ(doubtful->first, first);
    EXPECT_EQ(doubtful->second, second);
}

TEST(Sightings, GivenACopiedSession_WhenDoubtful_ThenTheTwoBrowsersAreNamed) {
    auto const doubtful = cannot_be_one({seen(desk, pc, "", 0), seen(desk, mobile, "", 1),
                                         seen(desk, pc, "", 2), seen(desk, mobile, "", 3)});
    ASSERT_TRUE(doubtful);
    EXPECT_EQ(doubtful->first.client, pc);
    EXPECT_EQ(doubtful->second.client, mobile);
}

}  // namespace
}  // namespace horenso::access
