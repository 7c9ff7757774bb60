#include "platform/net/accept_encoding.hpp"

#include <gtest/gtest.h>

namespace horenso::net {
namespace {

TEST(AcceptEncoding, GivenACodingThatIsNamed_WhenWeighed_ThenItsOwnWeightCounts) {
    for (auto const* header : {"br", "gzip, br", "gzip,br , zstd", "BR", "br;q=1", "br;q=1.000",
                               "br ; Q=1", "*;q=0, br", "br;x=y"})
        EXPECT_EQ(weight_of("br", header), 1000) << header;
    EXPECT_EQ(weight_of("br", "gzip;q=1.0, br;q=0.5"), 500);
    EXPECT_EQ(weight_of("br", "br;q=0.125"), 125);
    EXPECT_EQ(weight_of("br", "br;q=0.001, gzip"), 1);
}

TEST(AcceptEncoding, GivenACodingThatIsRefusedOrNotNamed_WhenWeighed_ThenItIsNothing) {
    for (auto const* header : {"", "gzip", "br;q=0", "br;q=0.000", "br; q=0, gzip", "*, br;q=0",
                               "brotli", "x-br", "gzip;br", ",,", ";", "identity"})
        EXPECT_EQ(weight_of("br", header), 0) << header;
}

TEST(AcceptEncoding, GivenAnything_WhenWeighed_ThenCodingsThatAreNotNamedWeighAsMuch) {
    EXPECT_EQ(weight_of("br", "*"), 1000);
    EXPECT_EQ(weight_of("br", "gzip, *;q=0.5"), 500);
    EXPECT_EQ(weight_of("gzip", "gzip, *;q=0.5"), 1000);
    EXPECT_EQ(weight_of("br", "gzip, *;q=0"), 0);
}

TEST(AcceptEncoding, GivenWhatIsNoWeight_WhenWeighed_ThenItIsNothing) {
    for (auto const* header : {"br;q=", "br;q=2", "br;q=1.001", "br;q=-1", "br;q=0.1234", "br;q=.5",
                               "br;q=0x1", "br;q=high", "br;q=00", "br;q=1.5"})
        EXPECT_EQ(weight_of("br", header), 0) << header;
}

}  // namespace
}  // namespace horenso::net
