#include "platform/text/cp932.hpp"

#include <gtest/gtest.h>

namespace horenso::text {
namespace {

TEST(Cp932, GivenWhatExcelInJapanWrites_WhenDecoded_ThenEachCharacterIsTheOneOnScreen) {
    EXPECT_EQ(decode_cp932("\x81\x60"), "～");  // U+FF5E, not the wave dash
    EXPECT_EQ(decode_cp932("\x81\x7C"), "－");  // U+FF0D, not the minus sign
    EXPECT_EQ(decode_cp932("\x81\x61"), "∥");
    EXPECT_EQ(decode_cp932("\x87\x40"), "①");
    EXPECT_EQ(decode_cp932("\xFB\xFC"), "髙");
    EXPECT_EQ(decode_cp932("\xFA\xB1"), "﨑");
    EXPECT_EQ(decode_cp932("\xEE\xEF"), "ⅰ");
    EXPECT_EQ(decode_cp932("\x95\xF1\x98\x41\x91\x8A"), "報連相");
    EXPECT_EQ(decode_cp932("\xB6\xDE\\~\x1A\x7F\r\n"), "ｶﾞ\\~\x1A\x7F\r\n");
    EXPECT_EQ(decode_cp932("\xF0\x40"), "\uE000");  // a user-defined character keeps its number
    EXPECT_EQ(decode_cp932(""), "");
}

TEST(Cp932, GivenBytesThatAreNotCp932_WhenDecoded_ThenNothingComes) {
    for (auto bytes :
         {"\x80", "\xA0", "\xFD", "\xFF", "\x81", "\x95\xF1\x98", "\x81\x20", "\x85\x40"})
        EXPECT_EQ(decode_cp932(bytes), std::nullopt) << testing::PrintToString(bytes);
}

TEST(DecodeJapanese, GivenUtf8WithOrWithoutMark_WhenDecoded_ThenTheTextIsTheSame) {
    EXPECT_EQ(decode_japanese("\xEF\xBB\xBF報連相"), "報連相");
    EXPECT_EQ(decode_japanese("報連相"), "報連相");
    EXPECT_EQ(decode_japanese("plain"), "plain");
}

TEST(DecodeJapanese, GivenCp932_WhenDecoded_ThenItIsRecognised) {
    EXPECT_EQ(decode_japanese("\x8E\x81\x96\xBC"), "氏名");
}

TEST(DecodeJapanese, GivenNeither_WhenDecoded_ThenNothingComes) {
    EXPECT_EQ(decode_japanese("\xFF\xFE\x0F\x5C"), std::nullopt);
    EXPECT_EQ(decode_japanese("\xEF\xBB\xBF\x8E\x81"), std::nullopt);  // the mark promised UTF-8
}

}  // namespace
}  // namespace horenso::text
