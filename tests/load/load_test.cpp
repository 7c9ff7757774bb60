#include <gtest/gtest.h>

#include "load/frames.hpp"
#include "load/histogram.hpp"
#include "load/payload.hpp"
#include "load/tally.hpp"

namespace horenso::load {
namespace {

TEST(LoadTally, GivenTwoMembers_WhenBothSeeAllInOneOrder_ThenNothingIsWrongOrMissing) {
    Tally tally(2);
    auto const first = tally.posted();
    auto const second = tally.posted();
    for (std::size_t member : {0U, 1U}) {
        tally.arrived(member, second, 8);
        tally.arrived(member, first, 9);
    }
    EXPECT_EQ(tally.wrong(), 0U);
    EXPECT_EQ(tally.missing(), 0U);
}

TEST(LoadTally, GivenTwoMembers_WhenOneSeesAnotherOrder_ThenItIsWrong) {
    Tally tally(2);
    auto const first = tally.posted();
    auto const second = tally.posted();
    tally.arrived(0, first, std::nullopt);
    tally.arrived(0, second, std::nullopt);
    tally.arrived(1, second, std::nullopt);
    tally.arrived(1, first, std::nullopt);
    EXPECT_EQ(tally.wrong(), 2U);
}

TEST(LoadTally, GivenAMessage_WhenItComesTwice_ThenItIsWrongOnceAndTheNextIsNot) {
    Tally tally(1);
    auto const first = tally.posted();
    auto const second = tally.posted();
    tally.arrived(0, first, 1);
    tally.arrived(0, first, 1);
    tally.arrived(0, second, 2);
    EXPECT_EQ(tally.wrong(), 1U);
    EXPECT_EQ(tally.missing(), 0U);
}

TEST(LoadTally, GivenPlaces_WhenOneIsSkipped_ThenItIsWrong) {
    Tally tally(1);
    tally.arrived(0, tally.posted(), 1);
    tally.arrived(0, tally.posted(), 3);
    EXPECT_EQ(tally.wrong(), 1U);
}

TEST(LoadTally, GivenThreeMembers_WhenOneSeesNothing_ThenItsDeliveryIsMissing) {
    Tally tally(3);
    auto const only = tally.posted();
    tally.arrived(0, only, std::nullopt);
    tally.arrived(2, only, std::nullopt);
    EXPECT_EQ(tally.missing(), 1U);
}

TEST(LoadPayload, GivenAStampInAnEvent_WhenItIsLookedFor_ThenItIsReadWhereverItStands) {
    auto text = make_payload();
    EXPECT_EQ(text.size(), payload_size);
    write_stamp(text.data(), {1'234'567'890'123, 77, 399});
    auto const event = R"({"seq":42,"body":")" + text + "\"}";
    for (std::size_t hint : {std::size_t{0}, event.find("@@"), event.size()}) {
        auto const stamp = find_stamp(event, hint);
        ASSERT_TRUE(stamp);
        EXPECT_EQ(stamp->sent_ns, 1'234'567'890'123);
        EXPECT_EQ(stamp->number, 77U);
        EXPECT_EQ(stamp->slot, 399U);
        EXPECT_EQ(hint, event.find("@@"));
    }
    std::size_t hint = 0;
    EXPECT_EQ(find_seq(event, hint), 42);
    EXPECT_FALSE(find_stamp(R"({"type":"live.hello"})", hint));
}

TEST(LoadFrames, GivenFramesOfAllSizes_WhenTheyComeInPieces_ThenOnlyWholeOnesAreUsed) {
    std::string bytes;
    for (std::size_t size : {5U, 300U, 70'000U}) {
        bytes += '\x81';
        if (size < 126) {
            bytes += static_cast<char>(size);
        } else if (size < 65536) {
            bytes += {126, static_cast<char>(size >> 8), static_cast<char>(size & 255)};
        } else {
            bytes += std::string{127,
                                 0,
                                 0,
                                 0,
                                 0,
                                 0,
                                 1,
                                 static_cast<char>(size >> 8 & 255),
                                 static_cast<char>(size & 255)};
        }
        bytes += std::string(size, 'x');
    }
    std::vector<std::size_t> sizes;
    auto note = [&](Opcode opcode, std::string_view payload) {
        EXPECT_EQ(opcode, Opcode::text);
        sizes.push_back(payload.size());
    };
    auto const cut = bytes.size() - 1;
    auto const used = scan_frames(std::string_view{bytes}.substr(0, cut), note);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{5, 300}));
    EXPECT_EQ(scan_frames(std::string_view{bytes}.substr(used), note), bytes.size() - used);
    EXPECT_EQ(sizes.back(), 70'000U);
}

TEST(LoadHistogram, GivenAThousandDurations_WhenAskedForShares_ThenTheyAreWithinTwoPercent) {
    Histogram histogram;
    for (std::int64_t i = 1; i <= 1000; ++i) histogram.add(i * 1000);
    EXPECT_NEAR(histogram.microseconds_at(0.5), 500, 10);
    EXPECT_NEAR(histogram.microseconds_at(0.99), 990, 20);
    EXPECT_EQ(histogram.total(), 1000U);
}

}  // namespace
}  // namespace horenso::load
