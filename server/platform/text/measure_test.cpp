#include "platform/text/measure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <thread>

#include "kit/shared_vectors.hpp"

namespace horenso::text {
namespace {

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < count; ++at) out += text;
    return out;
}

TEST(Measure, GivenTheSharedVectors_WhenMeasured_ThenEachLengthIsTheWrittenOne) {
    auto const vectors = horenso::kit::shared_vectors("text_lengths.json");
    ASSERT_GT(vectors.size(), 30u);
    for (auto const& vector : vectors) {
        auto const text = std::string_view{vector.at("text").as_string()};
        auto const count = vector.at("graphemes").to_number<std::size_t>();
        EXPECT_EQ(graphemes(text), count) << vector;
        EXPECT_EQ(half_width_units(text), vector.at("half_width_units").to_number<std::size_t>())
            << vector;
        EXPECT_TRUE(at_most_graphemes(text, count)) << vector;
        EXPECT_EQ(at_most_graphemes(text, std::max(count, 1ul) - 1), count == 0) << vector;
    }
}

TEST(Measure, GivenVectorsSideBySide_WhenCountedTogether_ThenTheSumIsTheCount) {
    std::string all;
    std::size_t sum = 0;
    for (auto const& vector : horenso::kit::shared_vectors("text_lengths.json")) {
        all += std::string_view{vector.at("text").as_string()};
        all += "。";  // no mark reaches over it, but one that begins a text would join it
        sum += vector.at("graphemes").to_number<std::size_t>() + 1;
    }
    EXPECT_EQ(graphemes(all), sum - 1);  // "combining mark at the start" joined the 。 before it
}

TEST(Measure, GivenLongText_WhenAtTheLimitOrOnePast_ThenOnlyTheSecondIsTooLong) {
    for (auto one : {"あ", "か\u3099", "👨‍👩‍👧‍👦", "🇯🇵", "葛󠄀", "a"}) {
        EXPECT_TRUE(at_most_graphemes(times(5000, one), 5000)) << one;
        EXPECT_FALSE(at_most_graphemes(times(5001, one), 5000)) << one;
    }
    EXPECT_FALSE(at_most_graphemes("a", 0));
    EXPECT_TRUE(at_most_graphemes("", 0));
}

TEST(Measure, GivenSeveralThreads_WhenEachCounts_ThenNoneDisturbsAnother) {
    auto const count_often = [](std::string_view one, bool& right) {
        auto const text = times(200, one);
        for (int round = 0; round < 50; ++round) right = right && graphemes(text) == 200;
    };
    bool first = true;
    bool second = true;
    {
        std::jthread const a{count_often, "👨‍👩‍👧‍👦", std::ref(first)};
        std::jthread const b{count_often, "か\u3099", std::ref(second)};
    }
    EXPECT_TRUE(first);
    EXPECT_TRUE(second);
}

TEST(Measure, GivenBytesThatAreNotUtf8_WhenMeasured_ThenNothingBreaks) {
    EXPECT_EQ(graphemes("a\xFFz"), 3u);
    EXPECT_EQ(half_width_units("\xE3\x81"), 2u);  // one U+FFFD, of ambiguous width
}

}  // namespace
}  // namespace horenso::text
