#include "platform/text/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace horenso::text {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, GivenTextThatPhonesWrite_WhenAsked_ThenItIsUtf8) {
    for (auto text :
         {""sv, "a"sv, "報連相"sv, "ｶﾞ"sv, "𠮷野家"sv, "葛󠄀"sv, "👨‍👩‍👧‍👦"sv,
          "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
          "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "\0"sv})
        EXPECT_TRUE(is_utf8(text)) << text;
}

TEST(Utf8, GivenBytesThatAreNotWellFormed_WhenAsked_ThenTheyAreNotUtf8) {
    for (auto bytes :
         {"\x80"sv, "\xBF"sv, "\xC0\x80"sv, "\xC1\xBF"sv, "\xC2"sv, "\xC2\x41"sv, "\xE0\x9F\xBF"sv,
          "\xE3\x81"sv, "\xE3\x41\x81"sv, "\xE3\x81\x41"sv, "\xED\xA0\x80"sv, "\xED\xBF\xBF"sv,
          "\xF0\x8F\xBF\xBF"sv, "\xF0\x9F\x98"sv, "\xF4\x90\x80\x80"sv, "\xF5\x80\x80\x80"sv,
          "\xFF"sv, "\xF0\x9F\x98\xC0"sv, "\xF8\x88\x80\x80\x80"sv})
        EXPECT_FALSE(is_utf8(bytes)) << testing::PrintToString(bytes);
}

TEST(Utf8, GivenOneBadByteAtAnyPlace_WhenAsked_ThenItIsFound) {
    for (std::size_t length = 1; length < 80; ++length)
        for (std::size_t bad = 0; bad < length; ++bad) {
            std::string text(length, 'a');
            ASSERT_TRUE(is_utf8(text));
            text[bad] = '\x80';
            ASSERT_FALSE(is_utf8(text)) << bad << " of " << length;
        }
}

TEST(Utf8, GivenAsciiOfAnyLengthBeforeACharacter_WhenItIsCutShort_ThenItIsNotUtf8) {
    for (std::size_t length = 0; length < 70; ++length) {
        auto const text = std::string(length, 'a') + "報";
        EXPECT_TRUE(is_utf8(text));
        EXPECT_FALSE(is_utf8(text.substr(0, length + 1)));
        EXPECT_FALSE(is_utf8(text.substr(0, length + 2)));
    }
}

/// Every sequence of one to three bytes, against the definition: decode, then encode again.
TEST(Utf8, GivenEveryCodePoint_WhenEncoded_ThenOnlySurrogatesAreRefused) {
    for (unsigned c = 0x800; c <= 0xFFFF; ++c) {
        std::string const bytes{static_cast<char>(0xE0 | c >> 12),
                                static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                                static_cast<char>(0x80 | (c & 0x3F))};
        ASSERT_EQ(is_utf8(bytes), c < 0xD800 || c > 0xDFFF) << c;
    }
}

TEST(AllowedText, GivenLineFeedAndTab_WhenAsked_ThenTheyAreAllowed) {
    EXPECT_TRUE(is_allowed_text("一行目\n\t二行目"));
    EXPECT_EQ(first_forbidden("一行目\n\t二行目"), std::nullopt);
}

TEST(AllowedText, GivenOtherControlCharacters_WhenAsked_ThenTheFirstOnesPlaceIsTold) {
    EXPECT_EQ(first_forbidden("ab\rc\x7F"), 2u);
    EXPECT_EQ(first_forbidden("\0"sv), 0u);
    EXPECT_EQ(first_forbidden("報\x1B"), 3u);
    EXPECT_EQ(first_forbidden("a\x7F"), 1u);
    EXPECT_EQ(first_forbidden("é\xC2\x80"), 2u);
    EXPECT_EQ(first_forbidden("é\xC2\x9F"), 2u);
    EXPECT_FALSE(is_allowed_text("a\rb"));
}

TEST(AllowedText, GivenCharactersNextToTheForbiddenOnes_WhenAsked_ThenTheyAreAllowed) {
    EXPECT_TRUE(is_allowed_text("\xC2\xA0"));  // no-break space
    EXPECT_TRUE(is_allowed_text(" ~"));
    EXPECT_TRUE(is_allowed_text("\xE3\x82\x80"));  // む, whose last byte looks like C1
}

TEST(AllowedText, GivenBytesThatAreNotUtf8_WhenAsked_ThenTheyAreNotAllowed) {
    EXPECT_FALSE(is_allowed_text("\xC2"));
    EXPECT_FALSE(is_allowed_text("\xED\xA0\x80"));
}

}  // namespace
}  // namespace horenso::text
