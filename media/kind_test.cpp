#include "kind.hpp"

#include <gtest/gtest.h>

#include <string>

namespace horenso::media {
namespace {

using namespace std::string_view_literals;

TEST(Kinds, GivenTheBeginningOfEachKind_WhenLookedAt_ThenItIsKnown) {
    EXPECT_EQ(kind_of("\xff\xd8\xff\xe1"sv), Kind::jpeg);
    EXPECT_EQ(kind_of("\x89PNG\r\n\x1a\n\0\0"sv), Kind::png);
    EXPECT_EQ(kind_of("RIFF\x10\0\0\0WEBPVP8 "sv), Kind::webp);
    EXPECT_EQ(kind_of("\0\0\0\x18"
                      "ftypheic\0\0\0\0mif1heic"sv),
              Kind::heic);
    EXPECT_EQ(kind_of("\0\0\0\x18"
                      "ftypmif1\0\0\0\0mif1heic"sv),
              Kind::heic);
}

TEST(Kinds, GivenOtherFiles_WhenLookedAt_ThenTheyAreOfNoKind) {
    for (auto const bytes :
         {""sv, "\xff\xd8"sv, "<svg xmlns='http://www.w3.org/2000/svg'/>"sv, "<!DOCTYPE html>"sv,
          "PK\3\4"sv, "GIF89a"sv, "%PDF-1.7"sv, "RIFF\x10\0\0\0WAVEfmt "sv, "II*\0"sv,
          "\0\0\0\x18"
          "ftypavif\0\0\0\0mif1avif"sv,
          "\0\0\0\x18"
          "ftypisom\0\0\0\0mp41avc1"sv,
          "\0\0\0\4"
          "ftypheic\0\0\0\0"sv})
        EXPECT_EQ(kind_of(bytes), std::nullopt);
}

}  // namespace
}  // namespace horenso::media
