#include "platform/media/frame.hpp"

#include <gtest/gtest.h>

namespace horenso::media {
namespace {

TEST(Frame, GivenAnAnswerWithParts_WhenWrittenAndRead_ThenItIsTheSame) {
    Answer const answer{Outcome::done, {std::string(70'000, '\xff'), "", "b"}};
    EXPECT_EQ(read_answer(write_answer(answer)), answer);
}

TEST(Frame, GivenARefusal_WhenWrittenAndRead_ThenItIsTheSame) {
    for (auto const outcome : {Outcome::unknown_kind, Outcome::too_large, Outcome::unreadable})
        EXPECT_EQ(read_answer(write_answer({outcome})), Answer{outcome});
}

TEST(Frame, GivenBytesThatAreNoAnswer_WhenRead_ThenThereIsNone) {
    using namespace std::string_view_literals;
    for (auto const bytes : {""sv, "x"sv, "d\0\0\0"sv, "d\0\0\0\2a"sv, "d\xff\xff\xff\xff"sv,
                             "d\0\0\0\1ab"sv, "d\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv})
        EXPECT_EQ(read_answer(bytes), std::nullopt);
    EXPECT_EQ(read_answer("d" + std::string(largest_answer, '\0')), std::nullopt);
}

}  // namespace
}  // namespace horenso::media
