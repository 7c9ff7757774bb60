#include "services/live/order.hpp"

#include <gmock/gmock.h>

#include <random>

namespace horenso::live {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

Stream const room{OrgId{1}, "room", 10};
Stream const other{OrgId{1}, "room", 11};

Told event(std::int64_t version, Stream const& stream = room) {
    return {.stream = stream, .version = version, .json = "e" + std::to_string(version)};
}
Told left(std::int64_t version, std::int64_t person) {
    return {.what = Told::What::reader_left, .stream = room, .version = version, .person = person};
}
Told joined(std::int64_t version, std::int64_t person) {
    return {
        .what = Told::What::reader_joined, .stream = room, .version = version, .person = person};
}

class StreamOrder : public testing::Test {
protected:
    /// "e3", "-7@4", "+7@4", "…": what went out.
    static std::vector<std::string> words(std::vector<Told> const& told) {
        std::vector<std::string> words;
        for (auto const& one : told) {
            auto const whom = std::to_string(one.person) + '@' + std::to_string(one.version);
            words.push_back(one.what == Told::What::event           ? one.json
                            : one.what == Told::What::reader_left   ? '-' + whom
                            : one.what == Told::What::reader_joined ? '+' + whom
                                                                    : "…");
        }
        return words;
    }
    std::vector<std::string> take(std::vector<Told> told) {
        return words(order.take(in_steps(std::move(told)), now));
    }
    std::vector<std::int64_t> gaps() {
        std::vector<std::int64_t> versions;
        for (auto const& gap : order.gaps(now)) versions.push_back(gap.version);
        return versions;
    }
    std::optional<std::vector<std::string>> fill(std::vector<Told> told, std::int64_t version) {
        auto out = order.fill(room, std::move(told), version, now);
        if (!out) return std::nullopt;
        return words(*out);
    }

    Order order;
    Order::Time now{100s};
};

TEST_F(StreamOrder, GivenReaders_WhenVersionsComeInOrder_ThenEachGoesOutAtOnceAndOnce) {
    order.opened(room, 4);
    EXPECT_THAT(take({event(5)}), ElementsAre("e5"));
    EXPECT_THAT(take({event(5)}), IsEmpty());
    EXPECT_THAT(take({event(3), event(6)}), ElementsAre("e6"));
    now += 1h;
    EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(StreamOrder, GivenOneThatComesTooEarly_WhenTheEarlierComes_ThenBothGoOutInOrder) {
    order.opened(room, 4);
    EXPECT_THAT(take({event(6), event(7)}), IsEmpty());
    EXPECT_THAT(take({event(5)}), ElementsAre("e5", "e6", "e7"));
    now += 1h;
    EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(StreamOrder, GivenOneThatNeverComes_WhenPatienceIsOver_ThenTheGapIsNamedOnceAndFilled) {
    order.opened(room, 4);
    take({event(7)});
    EXPECT_THAT(gaps(), IsEmpty());
    now += Order::patience;
    EXPECT_THAT(gaps(), ElementsAre(4));
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(take({event(8)}), IsEmpty());
    EXPECT_THAT(fill({event(5), event(6)}, 6), Optional(ElementsAre("e5", "e6", "e7", "e8")));
    EXPECT_THAT(take({event(6), event(9)}), ElementsAre("e9"));
}

TEST_F(StreamOrder, GivenAGapBeingFilled_WhenTheMissingComesAfterAll_ThenNothingGoesOutTwice) {
    order.opened(room, 4);
    take({event(7)});
    now += Order::patience;
    gaps();
    EXPECT_THAT(take({event(5)}), ElementsAre("e5"));
    EXPECT_THAT(fill({event(5), event(6), event(7)}, 7), Optional(ElementsAre("e6", "e7")));
    take({event(9)});
    now += Order::patience;
    gaps();
    EXPECT_THAT(take({event(8), event(10)}), ElementsAre("e8", "e9", "e10"));
    EXPECT_EQ(fill({event(8), event(9)}, 9), std::nullopt);  // who reads it may have changed since
}

TEST_F(StreamOrder, GivenAGapThatCanNotBeFilled_WhenTimePasses_ThenItIsNamedAgain) {
    order.opened(room, 4);
    take({event(6)});
    now += Order::patience;
    EXPECT_THAT(gaps(), ElementsAre(4));
    order.not_filled(room, now);
    EXPECT_THAT(gaps(), IsEmpty());
    now += Order::retry + Order::patience;
    EXPECT_THAT(gaps(), ElementsAre(4));
}

TEST_F(StreamOrder, GivenNoNewsAtAll_WhenTheDatabaseStandsFurther_ThenThatIsAGap) {
    order.opened(room, 4);
    order.stands_at(room, 4, now);
    order.stands_at(other, 9, now);
    now += 1h;
    EXPECT_THAT(gaps(), IsEmpty());
    order.stands_at(room, 6, now);
    now += Order::patience;
    EXPECT_THAT(gaps(), ElementsAre(4));
    EXPECT_THAT(fill({event(5), event(6)}, 6), Optional(ElementsAre("e5", "e6")));
    now += 1h;
    EXPECT_THAT(gaps(), IsEmpty());
}

TEST_F(StreamOrder, GivenAnEventTooLongForANote_WhenHeardOf_ThenItIsAGapAtOnce) {
    order.opened(room, 4);
    EXPECT_THAT(take({{.stream = room, .version = 5}}), IsEmpty());
    EXPECT_THAT(gaps(), ElementsAre(4));
    EXPECT_THAT(fill({event(5)}, 5), Optional(ElementsAre("e5")));
}

TEST_F(StreamOrder, GivenAMemberTakenOut_WhenTheNewsComesLate_ThenLaterWordsWaitForIt) {
    order.opened(room, 4);
    EXPECT_THAT(take({event(6)}), IsEmpty());
    EXPECT_THAT(take({left(5, 7), event(5)}), ElementsAre("-7@5", "e5", "e6"));
}

TEST_F(StreamOrder, GivenWhatOneTransactionTold_WhenOtherStreamsStandBetween_ThenItStaysTogether) {
    order.opened(room, 4);
    order.opened(other, 1);
    EXPECT_THAT(take({left(5, 7), event(2, other), event(5)}), ElementsAre("-7@5", "e5", "e2"));
}

TEST_F(StreamOrder, GivenAStreamNobodyReadsHere_WhenToldOf_ThenOnlyWhatLetsSomebodyInIsPassedOn) {
    EXPECT_THAT(take({event(5)}), IsEmpty());
    EXPECT_THAT(take({joined(6, 7), event(6)}), ElementsAre("+7@6", "e6"));
    order.opened(room, 6);
    EXPECT_THAT(take({event(7)}), ElementsAre("e7"));
    order.closed(room, now);
    now += Order::moment;
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(take({event(8)}), IsEmpty());
    EXPECT_THAT(order.followed(), IsEmpty());
}

TEST_F(StreamOrder, GivenAReaderNotYetKnown_WhenTheOneWhoWasLeaves_ThenItIsToldNothingTwice) {
    order.opened(room, 4);
    EXPECT_THAT(take({event(5)}), ElementsAre("e5"));  // both heard it
    order.closed(room, now);
    order.opened(room, 4);
    order.stands_at(room, 5, now);
    now += Order::patience;
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(take({event(6)}), ElementsAre("e6"));
}

TEST_F(StreamOrder, GivenNoReader_WhenAnotherComesWithinTheMoment_ThenTheStreamIsStillFollowed) {
    order.opened(room, 4);
    order.closed(room, now);
    order.opened(room, 4);
    now += Order::moment;
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(take({event(5)}), ElementsAre("e5"));
}

TEST_F(StreamOrder, GivenAReaderNotYetKnown_WhenSomebodyIsLetIn_ThenItIsNotToldThatTwice) {
    EXPECT_THAT(take({joined(5, 7), event(5)}), ElementsAre("+7@5", "e5"));
    order.opened(room, 4);  // it was on its way, and heard the event
    EXPECT_THAT(gaps(), IsEmpty());
    order.stands_at(room, 5, now);
    now += Order::patience;
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(take({event(6)}), ElementsAre("e6"));
}

TEST_F(StreamOrder, GivenAReaderNotYetKnown_WhenItMayHaveMissedSomething_ThenAllOfThatIsMissing) {
    take({joined(5, 7), event(5)});
    order.opened(room, 3);
    order.stands_at(room, 5, now);
    now += Order::patience;
    EXPECT_THAT(gaps(), ElementsAre(3));
    EXPECT_THAT(fill({event(4), event(5)}, 5), Optional(ElementsAre("e4", "e5")));
}

TEST_F(StreamOrder, GivenSomebodyLetIn_WhenNobodyReadsAfterAll_ThenTheStreamIsForgotten) {
    take({joined(5, 7)});
    EXPECT_THAT(take({event(6)}), ElementsAre("e6"));
    now += Order::moment;
    EXPECT_THAT(gaps(), IsEmpty());
    EXPECT_THAT(order.followed(), IsEmpty());
    EXPECT_THAT(take({event(7)}), IsEmpty());
}

TEST_F(StreamOrder, GivenTwoLoopsThatRead_WhenOneStops_ThenTheStreamIsStillFollowed) {
    order.opened(room, 4);
    order.opened(room, 9);  // knows more already; the first reader doesn't
    order.closed(room, now);
    EXPECT_THAT(take({event(5)}), ElementsAre("e5"));
}

TEST_F(StreamOrder, GivenAStreamJustOpened_WhenAsked_ThenItIsUnsureOnce) {
    order.opened(room, 4);
    order.opened(room, 4);
    EXPECT_EQ(order.unsure().size(), 1u);
    EXPECT_THAT(order.unsure(), IsEmpty());
}

TEST_F(StreamOrder, GivenWhatHasNoVersion_WhenTold_ThenItPassesWhateverWaits) {
    order.opened(room, 4);
    take({event(6)});
    EXPECT_THAT(take({{.what = Told::What::access_ended, .stream = room, .person = 7}}),
                ElementsAre("…"));
}

TEST_F(StreamOrder, GivenAnyMixtureOfLossDelayAndRepeats_WhenGapsAreFilled_ThenTheOrderIsWhole) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::minstd_rand random{seed};
        Order mixed;
        mixed.opened(room, 0);
        std::vector<std::string> out;
        auto note = [&](std::vector<Told> const& told) {
            for (auto const& one : told) out.push_back(one.json);
        };
        std::int64_t committed = 0;
        std::vector<std::int64_t> on_the_way;
        for (int turn = 0; turn < 200; ++turn) {
            now += 20ms;
            switch (random() % 5) {
                case 0:
                case 1:
                    if (++committed; random() % 4 != 0) on_the_way.push_back(committed);
                    break;
                case 2:
                case 3:
                    if (!on_the_way.empty()) {
                        auto const which = random() % on_the_way.size();
                        note(mixed.take(in_steps({event(on_the_way[which])}), now));
                        if (random() % 3 != 0)
                            on_the_way.erase(on_the_way.begin() +
                                             static_cast<std::ptrdiff_t>(which));
                    }
                    break;
                default:
                    if (random() % 3 == 0) mixed.stands_at(room, committed, now);
                    for (auto const& gap : mixed.gaps(now)) {
                        std::vector<Told> missing;
                        for (auto v = gap.version + 1; v <= committed; ++v)
                            missing.push_back(event(v));
                        if (auto told = mixed.fill(room, std::move(missing), committed, now))
                            note(*told);
                    }
            }
        }
        std::vector<std::string> whole;
        for (std::size_t v = 1; v <= out.size(); ++v) whole.push_back("e" + std::to_string(v));
        ASSERT_EQ(out, whole) << "seed " << seed;
        ASSERT_GT(out.size(), 10u) << "seed " << seed;
    }
}

}  // namespace
}  // namespace horenso::live
