#include "platform/webauthn/cbor.hpp"

#include <gtest/gtest.h>

#include <string>

namespace horenso::webauthn {
namespace {

using namespace std::string_literals;

TEST(Cbor, GivenItems_WhenRead_ThenEachIsThereInOrder) {
    auto const bytes = "\x18\x64\x38\x63\x43\x01\x02\x03\x64IETF\xA1\x01\x02\x82\x01\x80"s;
    Cbor cbor{bytes};
    EXPECT_EQ(cbor.integer(), 100);
    EXPECT_EQ(cbor.integer(), -100);
    EXPECT_EQ(cbor.integer(), std::nullopt);  // and stays where it was
    EXPECT_EQ(cbor.bytes(), "\x01\x02\x03");
    EXPECT_EQ(cbor.text(), "IETF");
    EXPECT_EQ(cbor.map(), 1);
    EXPECT_EQ(cbor.integer(), 1);
    EXPECT_EQ(cbor.integer(), 2);
    EXPECT_TRUE(cbor.skip());
    EXPECT_EQ(cbor.rest(), "");
    EXPECT_FALSE(cbor.skip());
}

TEST(Cbor, GivenLengthsThatLie_WhenRead_ThenNothingIsThere) {
    for (auto const& bytes :
         {"\x5B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "\x43\x01\x02"s,
          "\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "\x9A\x00\x0F\x00\x00\x01"s, "\x9F\x01\xFF"s,
          "\x5F\x41\x01\xFF"s, "\xC0\x01"s, "\xFB\x00\x00\x00\x00\x00\x00\x00\x00"s,
          "\x1B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "\x1F"s})
        EXPECT_FALSE(Cbor{bytes}.skip()) << bytes.size();
}

TEST(Cbor, GivenManyLevels_WhenPassedOver_ThenEightAreTheMost) {
    auto const levels = [](std::size_t n) { return std::string(n, '\x81') + '\x01'; };
    EXPECT_TRUE(Cbor{levels(7)}.skip());
    EXPECT_FALSE(Cbor{levels(9)}.skip());
    EXPECT_FALSE(Cbor{levels(100'000)}.skip());
}

}  // namespace
}  // namespace horenso::webauthn
