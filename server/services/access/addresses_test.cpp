#include "services/access/addresses.hpp"

#include <gtest/gtest.h>

#include "services/access/attempts.hpp"

namespace horenso::access {
namespace {

std::string as_kept(std::string_view text) {
    auto const parsed = Addresses::parse(text);
    return parsed ? parsed->text() : "";
}

bool holds(std::string_view network, std::string_view address) {
    return Addresses::parse(network)->contain(*Addresses::parse(address));
}

TEST(Addresses, GivenWaysToWriteANetwork_WhenParsed_ThenThereIsOneText) {
    EXPECT_EQ(as_kept("192.0.2.0/24"), "192.0.2.0/24");
    EXPECT_EQ(as_kept("192.0.2.7"), "192.0.2.7/32");
    EXPECT_EQ(as_kept("::ffff:192.0.2.0/120"), "192.0.2.0/24");
    EXPECT_EQ(as_kept("2001:DB8:0::/48"), "2001:db8::/48");
    EXPECT_EQ(as_kept("0.0.0.0/0"), "0.0.0.0/0");
    EXPECT_EQ(as_kept("::/0"), "::/0");
}

TEST(Addresses, GivenWhatIsNoNetwork_WhenParsed_ThenNothing) {
    for (auto const* text : {"", "/", "/24", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1",
                             "192.0.2.0/24 ", "192.0.2.1/24", "192.0.2/24", "256.0.0.0/8",
                             "2001:db8::/129", "2001:db8::1/48", "office", "192.0.2.0/2x"})
        EXPECT_EQ(as_kept(text), "") << text;
}

TEST(Addresses, GivenANetwork_WhenAnAddressIsLookedFor_ThenItHoldsItsOwnOnly) {
    EXPECT_TRUE(holds("192.0.2.0/24", "192.0.2.255"));
    EXPECT_FALSE(holds("192.0.2.0/24", "192.0.3.0"));
    EXPECT_TRUE(holds("192.0.2.0/24", "::ffff:192.0.2.9"));
    EXPECT_TRUE(holds("2001:db8:7::/48", "2001:db8:7:1::1"));
    EXPECT_FALSE(holds("2001:db8:7::/48", "2001:db8:8::1"));
    EXPECT_FALSE(holds("192.0.2.9", "192.0.2.0/24"));
    EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.1"));
    EXPECT_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
}

TEST(Addresses, GivenAnAddress_WhenItsNetworkIsAskedFor_ThenIPv4IsTheSameByEitherName) {
    EXPECT_EQ(network_of("192.0.2.7"), "192.0.2.0/24");
    EXPECT_EQ(network_of("::ffff:192.0.2.7"), "192.0.2.0/24");
    EXPECT_EQ(network_of("::ffff:c000:207"), "192.0.2.0/24");
    EXPECT_EQ(network_of("2001:db8:7:1::1"), "2001:db8:7::/48");
    EXPECT_EQ(network_of("fd00::1"), "fd00::/48");
    EXPECT_EQ(network_of("unix"), "unix");
    EXPECT_EQ(network_of(""), "");
}

}  // namespace
}  // namespace horenso::access
