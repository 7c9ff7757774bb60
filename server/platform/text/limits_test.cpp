#include "platform/text/limits.hpp"

#include <gtest/gtest.h>

#include <string>

#include "kit/shared_vectors.hpp"

namespace horenso::text {
namespace {

constexpr Limits small{.graphemes = 3, .bytes = 2048};

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < count; ++at) out += text;
    return out;
}

TEST(Limits, GivenTextWithinThem_WhenAsked_ThenNothingIsWrong) {
    EXPECT_EQ(what_is_wrong("報連相", small), std::nullopt);
    EXPECT_EQ(what_is_wrong("👨‍👩‍👧‍👦\n葛󠄀", small), std::nullopt);
    EXPECT_EQ(what_is_wrong(times(2048, "a"), {.graphemes = 2048, .bytes = 2048}), std::nullopt);
}

TEST(Limits, GivenEachFault_WhenAsked_ThenItIsNamed) {
    EXPECT_EQ(what_is_wrong("報連相!", small), Wrong::too_long);
    EXPECT_EQ(what_is_wrong("a\r", small), Wrong::forbidden_character);
    EXPECT_EQ(what_is_wrong("a\xFF", small), Wrong::not_utf8);
    EXPECT_EQ(what_is_wrong("", small), Wrong::blank);
    EXPECT_EQ(what_is_wrong("a" + times(1024, "\u0301"), small), Wrong::too_large);
}

TEST(Limits, GivenTheSharedVectors_WhenAsked_ThenWhatNobodySeesIsBlank) {
    constexpr Limits wide{.graphemes = 100, .bytes = 1000};
    auto const vectors = horenso::kit::shared_vectors("blank_texts.json");
    ASSERT_GT(vectors.size(), 10u);
    for (auto const& vector : vectors)
        EXPECT_EQ(
            what_is_wrong(std::string_view{vector.at("text").as_string()}, wide) == Wrong::blank,
            vector.at("blank").as_bool())
            << vector;
}

TEST(Limits, GivenTooManyBytes_WhenAsked_ThenItIsTooLongOnlyIfItHasTooManyGraphemes) {
    EXPECT_EQ(what_is_wrong(times(2049, "a"), small), Wrong::too_long);
    EXPECT_EQ(what_is_wrong(times(2049, " "), small), Wrong::too_long);
    EXPECT_EQ(what_is_wrong(times(683, "あ"), {.graphemes = 682, .bytes = 2048}), Wrong::too_large);
    EXPECT_EQ(what_is_wrong(times(683, "あ"), {.graphemes = 681, .bytes = 2048}), Wrong::too_long);
}

TEST(Limits, GivenAnythingBehindTheBytesAllowed_WhenAsked_ThenItIsNotLookedAt) {
    auto const beginning = "a" + times(1023, "\u0301");  // 2047 bytes
    EXPECT_EQ(what_is_wrong(beginning + "あ\xFF\r", small), Wrong::too_large);
    EXPECT_EQ(what_is_wrong("a" + times(3000, "\x80"), small), Wrong::not_utf8);
}

}  // namespace
}  // namespace horenso::text
