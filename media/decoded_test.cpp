#include "decoded.hpp"

#include <gtest/gtest.h>

namespace horenso::media {
namespace {

TEST(OnWhite, GivenRowsWithSomethingBehindThem_WhenPutOnWhite_ThenOnlyPixelsAreTaken) {
    std::vector<std::uint8_t> const rgba{10, 20, 30, 255, 10, 20, 30, 0,   99, 99,
                                         0,  0,  0,  128, 7,  8,  9,  255, 99, 99};
    auto const pixels = on_white(2, 2, rgba.data(), 10);
    EXPECT_EQ(pixels.width, 2);
    EXPECT_EQ(pixels.height, 2);
    EXPECT_EQ(pixels.rgb,
              (std::vector<std::uint8_t>{10, 20, 30, 255, 255, 255, 127, 127, 127, 7, 8, 9}));
}

}  // namespace
}  // namespace horenso::media
