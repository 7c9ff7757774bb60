#include "platform/text/limits.hpp"

#include <gtest/gtest.h>

#include <string>

#include "platform/base/catalogue.hpp"

namespace horenso::text {
namespace {

constexpr Limits small{.graphemes = 3, .bytes = 2048};

std::string code_of(std::string_view text, Limits const& limits = small) {
    auto const wrong = what_is_wrong("body", text, limits);
    return wrong ? wrong->code : "";
}

TEST(Limits, GivenTextWithinThem_WhenAsked_ThenNothingIsWrong) {
    EXPECT_EQ(code_of("報連相"), "");
    EXPECT_EQ(code_of("👨‍👩‍👧‍👦\n葛󠄀"), "");
    EXPECT_EQ(code_of("", {.graphemes = 3, .bytes = 9, .may_be_empty = true}), "");
}

TEST(Limits, GivenEachFault_WhenAsked_ThenItIsNamed) {
    EXPECT_EQ(code_of("報連相!"), "text.too_long");
    EXPECT_EQ(code_of("a\r"), "text.forbidden_character");
    EXPECT_EQ(code_of("a\xFF"), "text.not_utf8");
    EXPECT_EQ(code_of(""), "text.required");
    EXPECT_EQ(code_of(" \n\t　"), "text.required");
}

TEST(Limits, GivenOneGraphemeOfManyBytes_WhenAsked_ThenItIsTooLarge) {
    std::string text = "a";
    while (text.size() <= small.bytes) text += "\u0301";
    EXPECT_EQ(code_of(text), "text.too_large");
}

TEST(Limits, GivenAFault_WhenShown_ThenTheSentenceNamesTheLimit) {
    Catalogue const catalogue{embedded::files()};
    auto const wrong = what_is_wrong("body", "報連相!", small);
    ASSERT_TRUE(wrong);
    EXPECT_EQ(wrong->path, "body");
    EXPECT_NE(catalogue.words(wrong->code, wrong->arguments).title.find("3文字"),
              std::string::npos);
}

}  // namespace
}  // namespace horenso::text
