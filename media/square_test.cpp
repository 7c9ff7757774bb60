#include "square.hpp"

#include <gtest/gtest.h>

namespace horenso::media {
namespace {

/// Each pixel says where it stood: red its column, green its row.
Pixels numbered(int width, int height) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (auto const value : {x, y, 7})
                pixels.rgb.push_back(static_cast<std::uint8_t>(value));
    return pixels;
}

std::pair<int, int> at(Pixels const& pixels, int x, int y) {
    auto const place = static_cast<std::size_t>(y * pixels.width + x) * 3;
    return {pixels.rgb[place], pixels.rgb[place + 1]};
}

TEST(Square, GivenAPictureThatIsWiderThanHigh_WhenCut_ThenItsMiddleIsLeft) {
    auto const square = middle_square(numbered(8, 4), 4);
    EXPECT_EQ(at(square, 0, 0), (std::pair{2, 0}));
    EXPECT_EQ(at(square, 3, 3), (std::pair{5, 3}));
}

TEST(Square, GivenAPictureThatIsHigherThanWide_WhenCut_ThenItsMiddleIsLeft) {
    EXPECT_EQ(at(middle_square(numbered(4, 10), 4), 0, 0), (std::pair{0, 3}));
}

TEST(Square, GivenOneColour_WhenMadeSmallerOrLarger_ThenItIsThatColourEverywhere) {
    for (auto const side : {1, 3, 50, 200, 1'000}) {
        Pixels const grey{
            side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side) * 3, 131)};
        auto const made = middle_square(grey, 96);
        EXPECT_EQ(made.rgb, std::vector<std::uint8_t>(96 * 96 * 3, 131)) << side;
    }
}

TEST(Square, GivenStripes_WhenMadeMuchSmaller_ThenTheyBecomeTheirMean) {
    Pixels stripes{64, 64, {}};
    for (int i = 0; i < 64 * 64; ++i)
        for (int channel = 0; channel < 3; ++channel) stripes.rgb.push_back(i % 2 ? 255 : 0);
    auto const made = middle_square(stripes, 8);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x) {
            // At the edge the triangle is cut off, and ends in the middle of a stripe.
            auto const at_edge = x == 0 || x == 7;
            auto const at = (static_cast<std::size_t>(y) * 8 + static_cast<std::size_t>(x)) * 3;
            EXPECT_NEAR(made.rgb[at], 127, at_edge ? 6 : 1) << x << ' ' << y;
        }
}

TEST(Square, GivenEachOrientation_WhenPutUpright_ThenTheCornerOfItsFirstPixelIsRight) {
    // TIFF 6.0: on which sides its first row and its first column are to be seen.
    std::pair<int, int> const corners[] = {{0, 0}, {2, 0}, {2, 2}, {0, 2},
                                           {0, 0}, {2, 0}, {2, 2}, {0, 2}};
    for (int way = 1; way <= 8; ++way) {
        auto const [x, y] = corners[way - 1];
        auto const shown = upright(numbered(3, 3), way);
        EXPECT_EQ(at(shown, x, y), (std::pair{0, 0})) << way;
        // The end of its first row: across for the first four, down for those that are turned.
        auto const [end_x, end_y] = way < 5 ? std::pair{2 - x, y} : std::pair{x, 2 - y};
        EXPECT_EQ(at(shown, end_x, end_y), (std::pair{2, 0})) << way;
    }
}

}  // namespace
}  // namespace horenso::media
