#include "platform/store/sqlite_writer.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "platform/store/faulty_files.hpp"
#include "platform/store/held_batch.hpp"
#include "platform/store/sqlite_store.hpp"
#include "platform/store/test_table.hpp"

namespace horenso::sqlite {
namespace {

using namespace test_table;
using testing::Each;
using testing::ElementsAre;

enum class Then { keep, refuse_at_once, refuse_after_a_change, fall, insert_twice, swallow };

struct Asked {
    int id;
    Then then;
    int runs = 0;
    std::string answer = "none";
};

Result<Done> do_as_asked(Tx& tx, Asked& asked) {
    ++asked.runs;
    if (asked.then == Then::refuse_at_once) return Problem{.code = "test.early"};
    auto done = keep(tx, asked.id, "x");
    if (asked.then == Then::refuse_after_a_change) return Problem{.code = "test.late"};
    if (asked.then == Then::fall) throw std::domain_error{"mine"};
    if (asked.then == Then::insert_twice) (void)keep(tx, asked.id, "again");
    if (asked.then == Then::swallow) {
        try {
            (void)keep(tx, asked.id, "again");
        } catch (DatabaseError const&) {
        }
    }
    return done;
}

Task<> ask(Store& store, Asked& asked) {
    auto work = [&asked](Tx& tx) { return do_as_asked(tx, asked); };
    try {
        auto answer = co_await store.write(work);
        asked.answer = answer ? "kept" : answer.problem().code;
    } catch (std::domain_error const&) {
        asked.answer = "domain_error";
    } catch (DatabaseError const&) {
        asked.answer = "DatabaseError";
    }
}

class SqliteBatch : public testing::Test {
protected:
    /// Runs these functions as one batch.
    void run(std::vector<Asked>& all) {
        HeldBatch batch{*store_};
        for (auto& asked : all) batch.start(ask(*store_, asked));
        batch.finish();
    }

    Outside outside() {
        auto machine = real_outside();
        machine.vfs = files_.vfs();
        return machine;
    }

    kit::TemporaryFolder folder_;
    FaultyFiles files_;
    std::vector<std::string> told_;
    std::unique_ptr<Store> store_ = [this] {
        SqliteOptions options{.file = folder_.path() / "x.db", .ballast_bytes = 0};
        auto store = open(options, schema(), outside());
        store->listen([this](std::vector<Told>&& told) {
            for (auto& one : told) told_.push_back(one.json);
        });
        return store;
    }();
};

std::vector<std::string> answers(std::vector<Asked> const& all) {
    std::vector<std::string> out;
    for (auto const& asked : all) out.push_back(asked.answer);
    return out;
}

std::vector<int> runs(std::vector<Asked> const& all) {
    std::vector<int> out;
    for (auto const& asked : all) out.push_back(asked.runs);
    return out;
}

TEST_F(SqliteBatch, GivenManyThatSucceed_WhenRun_ThenOnceEachWithOneSync) {
    std::vector<Asked> all;
    for (int i = 1; i <= 20; ++i) all.push_back({i, Then::keep});
    auto const before = files_.count(FaultyFiles::Operation::sync);
    run(all);
    EXPECT_THAT(answers(all), Each("kept"));
    EXPECT_THAT(runs(all), Each(1));
    // The first commit also syncs the head of the new WAL.
    EXPECT_LE(files_.count(FaultyFiles::Operation::sync) - before, 2);
    EXPECT_EQ(count(*store_), 20);
}

TEST_F(SqliteBatch, GivenEveryKindOfFailure_WhenRun_ThenOnlyThoseAreRolledBack) {
    std::vector<Asked> all{{1, Then::keep},         {2, Then::refuse_after_a_change},
                           {3, Then::keep},         {4, Then::fall},
                           {5, Then::insert_twice}, {6, Then::refuse_at_once},
                           {7, Then::swallow},      {8, Then::keep}};
    run(all);
    EXPECT_THAT(answers(all), ElementsAre("kept", "test.late", "kept", "domain_error",
                                          "DatabaseError", "test.early", "DatabaseError", "kept"));
    EXPECT_THAT(told_, ElementsAre("1", "3", "8"));
    EXPECT_EQ(count(*store_), 3);
    auto versions = [](Tx& tx) { return tx.head(notes).version; };
    EXPECT_EQ(kit::wait_for(store_->read(versions)), 3);
}

TEST_F(SqliteBatch, GivenRefusalBeforeAnyChange_WhenRun_ThenNothingRunsAgain) {
    std::vector<Asked> all{{1, Then::keep}, {2, Then::refuse_at_once}, {3, Then::keep}};
    run(all);
    EXPECT_THAT(answers(all), ElementsAre("kept", "test.early", "kept"));
    EXPECT_THAT(runs(all), Each(1));
}

TEST_F(SqliteBatch, GivenAnswers_WhenTheyArrive_ThenAllOfALoopComeInOneTurnAfterTheEvents) {
    std::vector<Asked> all{{1, Then::keep}, {2, Then::keep}, {3, Then::keep}, {4, Then::keep}};
    HeldBatch batch{*store_};
    for (auto& asked : all) batch.start(ask(*store_, asked));
    batch.let_go();
    batch.loop().run_one();  // the holder's own answer
    batch.loop().run_one();
    EXPECT_THAT(answers(all), Each("kept"));
    EXPECT_THAT(told_, ElementsAre("1", "2", "3", "4"));
    batch.loop().run();
}

TEST_F(SqliteBatch, GivenTwoLoops_WhenAnswered_ThenEachCoroutineGoesOnOnItsOwn) {
    auto elsewhere = [](Store& store, std::thread::id& went_on) -> Task<> {
        for (int i = 0; i < 100; ++i) {
            auto work = [](Tx&) -> Result<Done> { return Done{}; };
            (void)co_await store.write(work);
            EXPECT_TRUE(i == 0 || went_on == std::this_thread::get_id());
            went_on = std::this_thread::get_id();
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            std::thread::id went_on;
            kit::wait_for(elsewhere(*store_, went_on));
            EXPECT_EQ(went_on, std::this_thread::get_id());
        });
    for (auto& thread : threads) thread.join();
}

TEST_F(SqliteBatch, GivenListenerThatThrows_WhenTold_ThenTheWriteIsAnsweredAllTheSame) {
    store_->listen([](std::vector<Told>&&) { throw std::runtime_error{"a bug"}; });
    std::vector<Asked> all{{1, Then::keep}};
    run(all);
    EXPECT_EQ(all[0].answer, "kept");
}

TEST_F(SqliteBatch, GivenManyWritesWithReaders_WhenTheWalIsFolded_ThenItStaysSmall) {
    std::string const body(4000, 'x');
    constexpr Sql insert{"INSERT INTO note (org_id, id, body) VALUES ($1, $2, $3)"};
    for (int i = 0; i < 400; ++i) {
        auto work = [&](Tx& tx) -> Result<Done> {
            for (int k = 0; k < 64; ++k) tx.run(insert, org, i * 64 + k, body);
            return Done{};
        };
        ASSERT_TRUE(kit::wait_for(store_->write(work)));
        ASSERT_TRUE(i % 10 != 0 || count(*store_) == i * 64 + 64);
    }
    // 400 commits write 110 MB. The writer folds from 16 MB on; it may go on while the checkpointer
    // is still at it, so a slow disk lets it grow a little more.
    EXPECT_LT(std::filesystem::file_size(folder_.path() / "x.db-wal"), 64u << 20);
    EXPECT_GT(std::filesystem::file_size(folder_.path() / "x.db"), 60u << 20);
}

}  // namespace
}  // namespace horenso::sqlite
