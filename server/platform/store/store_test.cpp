#include "platform/store/store.hpp"

#include <gmock/gmock.h>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using testing::ElementsAre;

Problem const no{.status = 409, .code = "test.no"};

std::vector<std::string> jsons(std::vector<Told> const& told) {
    std::vector<std::string> out;
    for (auto const& one : told) out.push_back(one.json);
    return out;
}

class StoreWrite : public StoreTest {
protected:
    auto keep_note(std::int64_t id, std::string body = "朝礼") {
        auto work = [id, body](Tx& tx) { return keep(tx, id, body); };
        return kit::wait_for(store().write(work));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, StoreWrite, kit::both_databases, kit::database_name);

TEST_P(StoreWrite, GivenAnsweredWrite_WhenReopened_ThenItIsThere) {
    ASSERT_TRUE(keep_note(1));
    reopen();
    EXPECT_EQ(count(store()), 1);
}

TEST_P(StoreWrite, GivenProblemAfterAChange_WhenAnswered_ThenNothingIsKeptOrTold) {
    auto refuse = [](Tx& tx) -> Result<Done> {
        (void)keep(tx, 1, "x");
        return no;
    };
    auto answer = kit::wait_for(store().write(refuse));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.problem(), no);
    EXPECT_EQ(count(store()), 0);
    EXPECT_TRUE(told().empty());
}

TEST_P(StoreWrite, GivenFunctionThatThrows_WhenWritten_ThenItsExceptionArrivesAndNothingIsKept) {
    auto fall = [](Tx& tx) -> Result<Done> {
        (void)keep(tx, 1, "x");
        throw std::domain_error{"mine"};
    };
    EXPECT_THROW(kit::wait_for(store().write(fall)), std::domain_error);
    EXPECT_EQ(count(store()), 0);
    EXPECT_TRUE(told().empty());
    EXPECT_TRUE(keep_note(1));
}

TEST_P(StoreWrite, GivenKeyThatIsThere_WhenInsertedAgain_ThenThrowsAlreadyThere) {
    ASSERT_TRUE(keep_note(1));
    EXPECT_THROW(keep_note(1), AlreadyThere);
    EXPECT_EQ(count(store()), 1);
    EXPECT_THAT(jsons(told()), ElementsAre("1"));
}

TEST_P(StoreWrite, GivenBrokenSql_WhenWritten_ThenThrowsAndTheStoreGoesOn) {
    auto broken = [](Tx& tx) -> Result<Done> {
        tx.run("INSERT INTO nowhere VALUES (1)");
        return Done{};
    };
    EXPECT_THROW(kit::wait_for(store().write(broken)), DatabaseError);
    EXPECT_TRUE(keep_note(1));
}

TEST_P(StoreWrite, GivenNothingWritten_WhenSomethingIsTold_ThenItIsTold) {
    auto only_tell = [](Tx& tx) -> Result<Done> {
        tx.tell({.stream = notes, .json = "here"});
        return Done{};
    };
    ASSERT_TRUE(kit::wait_for(store().write(only_tell)));
    EXPECT_THAT(jsons(told()), ElementsAre("here"));
}

TEST_P(StoreWrite, GivenHeadsOfStreams_WhenPlacesAreTaken_ThenVersionAndPlaceCount) {
    auto look = [](Tx& tx) -> Result<std::vector<std::int64_t>> {
        auto before = tx.head(notes);
        auto version = tx.advance(notes);
        auto place = tx.take_place(notes);
        auto after = tx.head(notes);
        auto other = tx.take_place({org, "room", notes.id});
        return std::vector{before.version, version,   place.version, place.seq,
                           after.version,  after.seq, other.version, other.seq};
    };
    auto seen = kit::wait_for(store().write(look));
    ASSERT_TRUE(seen);
    EXPECT_THAT(*seen, ElementsAre(0, 1, 2, 1, 2, 1, 1, 1));
}

TEST_P(StoreWrite,
       GivenEightWritersOnOneStream_WhenAllAnswered_ThenVersionsAreDenseAndToldInOrder) {
    constexpr int writers = 8;
    constexpr int each = 25;
    auto one = [](Store& store, int writer) -> Task<> {
        for (int i = 0; i < each; ++i) {
            auto id = writer * each + i;
            auto work = [id](Tx& tx) -> Result<Done> {
                if (id % 5 == 0 && id % 2 == 0) {
                    (void)keep(tx, -1, "refused after a change");
                    return no;
                }
                return keep(tx, id, "x");
            };
            (void)co_await store.write(work);
        }
    };
    std::vector<Task<>> all;
    for (int i = 0; i < writers; ++i) all.push_back(one(store(), i));
    kit::wait_for_all(std::move(all));

    auto const heard = told();
    ASSERT_EQ(heard.size(), writers * each * 9u / 10);
    for (std::size_t i = 0; i < heard.size(); ++i)
        ASSERT_EQ(heard[i].version, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(count(store()), static_cast<std::int64_t>(heard.size()));
}

TEST_P(StoreWrite, GivenTwoReadsOfOneFunction_WhenAWriteComesBetween_ThenBothSeeOneState) {
    ASSERT_TRUE(keep_note(1));
    auto look = [this](Tx& tx) {
        auto before = count(tx);
        EXPECT_TRUE(keep_note(2));  // on a loop of its own, by the writer's thread
        return std::pair{before, count(tx)};
    };
    auto seen = kit::wait_for(store().read(look));
    EXPECT_EQ(seen.first, 1);
    EXPECT_EQ(seen.second, 1);
    EXPECT_EQ(count(store()), 2);
}

TEST_P(StoreWrite, GivenReadFunction_WhenItTriesToWrite_ThenThrows) {
    auto sneak = [](Tx& tx) { return tx.run(insert_note, org, 1, "x"); };
    EXPECT_THROW(kit::wait_for(store().read(sneak)), DatabaseError);
    EXPECT_EQ(count(store()), 0);
}

TEST_P(StoreWrite, GivenAnsweredWrite_WhenReadAtOnce_ThenTheReadSeesIt) {
    for (int i = 1; i <= 50; ++i) {
        ASSERT_TRUE(keep_note(i));
        ASSERT_EQ(count(store()), i);
    }
}

}  // namespace
}  // namespace horenso
