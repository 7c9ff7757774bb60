#include "exif.hpp"

#include <gtest/gtest.h>

#include <string>

namespace horenso::media {
namespace {

using namespace std::string_literals;

std::string little(char orientation) {
    return "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0"s + orientation + "\0\0\0\0\0\0\0"s;
}

TEST(Exif, GivenEachOrientation_WhenRead_ThenItIsThat) {
    for (char way = 1; way <= 8; ++way) EXPECT_EQ(orientation_in(little(way)), way);
}

TEST(Exif, GivenTheOtherOrderOfBytes_WhenRead_ThenItIsUnderstood) {
    EXPECT_EQ(orientation_in("MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0"s), 6);
}

TEST(Exif, GivenWhatSaysNothingOfIt_WhenRead_ThenItIsUpright) {
    for (auto const& bytes : {""s, "II"s, "II*\0"s, "II*\0\377\377\377\377"s, "xx*\0\10\0\0\0"s,
                              "II*\0\10\0\0\0\377\377"s, little(0), little(9)})
        EXPECT_EQ(orientation_in(bytes), 1);
}

}  // namespace
}  // namespace horenso::media
