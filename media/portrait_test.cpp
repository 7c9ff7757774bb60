#include "portrait.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "jpeg.hpp"
#include "kit/source_path.hpp"

namespace horenso::media {
namespace {

std::string picture(std::string const& name) {
    std::ifstream file{kit::source_path("tests/api/pictures/" + name), std::ios::binary};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

Pixels of_colour(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
    Pixels pixels{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        for (auto const value : {red, green, blue}) pixels.rgb.push_back(value);
    return pixels;
}

Decoded decoded(std::string const& jpeg) {
    Decoded out;
    EXPECT_EQ(decode_jpeg(jpeg, 10'000, out), Outcome::done);
    return out;
}

TEST(Portrait, GivenAJpeg_WhenMade_ThenThereAreTwoSquares) {
    auto const answer = portrait(encode_jpeg(of_colour(700, 300, 200, 100, 50), 90));
    ASSERT_EQ(answer.outcome, Outcome::done);
    ASSERT_EQ(answer.parts.size(), 2u);
    int side = 512;
    for (auto const& part : answer.parts) {
        auto const made = decoded(part).pixels;
        EXPECT_EQ(made.width, side);
        EXPECT_EQ(made.height, side);
        EXPECT_NEAR(made.rgb[0], 200, 4);
        EXPECT_NEAR(made.rgb[1], 100, 4);
        EXPECT_NEAR(made.rgb[2], 50, 4);
        side = 96;
    }
}

TEST(Portrait, GivenPicturesOfOtherKinds_WhenMade_ThenEachIsRead) {
    for (auto const* name : {"still.webp", "moving.webp", "phone.heic"}) {
        auto const answer = portrait(picture(name));
        ASSERT_EQ(answer.outcome, Outcome::done) << name;
        // Left half red, right half blue.
        auto const made = decoded(answer.parts.at(0)).pixels;
        EXPECT_GT(made.rgb[3 * (512 * 256 + 100)], 200) << name;
        EXPECT_GT(made.rgb[3 * (512 * 256 + 400) + 2], 200) << name;
    }
}

TEST(Portrait, GivenAPictureThatWasCutOff_WhenMade_ThenItIsUnreadable) {
    for (auto const& whole : {encode_jpeg(of_colour(300, 300, 1, 2, 3), 90), picture("still.webp"),
                              picture("phone.heic")})
        for (auto const share : {4, 2})
            EXPECT_EQ(portrait(whole.substr(0, whole.size() - whole.size() / share)).outcome,
                      Outcome::unreadable);
}

TEST(Portrait, GivenEveryByteOfAHeadChangedInTurn_WhenMade_ThenItAnswersSomehow) {
    for (auto whole : {encode_jpeg(of_colour(40, 40, 1, 2, 3), 90), picture("still.webp")})
        for (std::size_t i = 0; i < std::min<std::size_t>(whole.size(), 200); ++i) {
            auto changed = whole;
            changed[i] = static_cast<char>(~changed[i]);
            (void)portrait(changed);
        }
}

}  // namespace
}  // namespace horenso::media
