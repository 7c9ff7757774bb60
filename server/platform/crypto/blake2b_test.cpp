#include "platform/crypto/blake2b.hpp"

#include <gtest/gtest.h>

namespace horenso::crypto {
namespace {

// As Python's hashlib.blake2b(…, digest_size=32) says.
TEST(Blake2b, GivenBytes_WhenDigested_ThenTheDigestIsThatOfRfc7693) {
    EXPECT_EQ(hex(blake2b("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(blake2b("abc")),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(hex(blake2b(std::string(1000, 'a'))),
              "e00b0ddbf1e2cdaf5c898e1a5e8826ea3a2c339bcf2a478da2e5fca9ff126672");
}

TEST(Blake2b, GivenPieces_WhenDigested_ThenItIsAsOfTheWhole) {
    std::string const whole(1000, 'a');
    for (std::size_t size : {1u, 7u, 128u, 999u, 1000u}) {
        Blake2b digest;
        for (std::size_t at = 0; at < whole.size(); at += size)
            digest.add(std::string_view{whole}.substr(at, size));
        EXPECT_EQ(hex(digest.finish()), hex(blake2b(whole))) << size;
    }
}

}  // namespace
}  // namespace horenso::crypto
