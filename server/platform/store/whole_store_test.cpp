#include "platform/store/whole_store.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "platform/store/postgres_archive.hpp"
#include "platform/store/sqlite_copy.hpp"
#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using kit::wait_for;
using testing::IsEmpty;

constexpr int writers = 8;

/// Eight that write until they are told to stop, with what was answered.
class Load {
public:
    explicit Load(Store& store) {
        for (int i = 0; i < writers; ++i)
            threads_.emplace_back([this, &store, i] { wait_for(write_on(store, i)); });
    }
    ~Load() { stop(); }

    void wait_until_answered(int count) const {
        while (answered_ < count) std::this_thread::yield();
    }
    /// How many each has had answered; ids of writer i are i, i + 8, i + 16 …
    std::array<std::int64_t, writers> answered_by_each() const {
        std::array<std::int64_t, writers> all{};
        for (int i = 0; i < writers; ++i) all[static_cast<std::size_t>(i)] = each_[i];
        return all;
    }
    void stop() {
        stop_ = true;
        for (auto& thread : threads_) thread.join();
        threads_.clear();
    }

private:
    Task<> write_on(Store& store, int writer) {
        for (std::int64_t i = 0; !stop_; ++i) {
            auto const id = i * writers + writer;
            auto work = [id](Tx& tx) { return keep(tx, id, "朝礼"); };
            auto answer = co_await store.write(work);
            if (!answer) co_return;
            ++each_[writer];
            ++answered_;
        }
    }

    std::atomic<bool> stop_ = false;
    std::atomic<int> answered_ = 0;
    std::atomic<std::int64_t> each_[writers] = {};
    std::vector<std::thread> threads_;
};

class Copying : public StoreTest {
protected:
    std::filesystem::path target() const { return folder_.path() / "copy"; }

    Result<Done> copy() { return store().copy_to(target(), never_); }

    /// The copy as a database of its own, opened.
    std::unique_ptr<WholeStore> open_copy() {
        if (GetParam() == Dialect::sqlite) {
            std::filesystem::copy(target(), folder_.path() / "other.db");
            return open_sqlite({.file = folder_.path() / "other.db", .ballast_bytes = 0},
                               migrations());
        }
        other_ = std::make_unique<kit::EmptyPostgresDatabase>();
        EXPECT_TRUE(postgres::restore_database(other_->url(), target()));
        return open_postgres({.url = other_->url(), .connections = 2}, migrations());
    }

    kit::TemporaryFolder folder_;
    StopFlag never_ = false;
    std::unique_ptr<kit::EmptyPostgresDatabase> other_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Copying, kit::both_databases, kit::database_name);

TEST_P(Copying, GivenEightWriters_WhenCopied_ThenAllThatWasAnsweredBeforeIsInItAndNothingIsHalf) {
    Load load{store()};
    load.wait_until_answered(400);
    auto const before = load.answered_by_each();
    ASSERT_TRUE(copy());
    load.stop();
    auto const copied = open_copy();
    EXPECT_THAT(copied->faults(never_), IsEmpty());
    for (std::int64_t writer = 0; writer < writers; ++writer)
        for (std::int64_t i = 0; i < before[static_cast<std::size_t>(writer)]; ++i) {
            auto const id = i * writers + writer;
            auto look = [id](Tx& tx) { return tx.query(find_note, org, id).next(); };
            ASSERT_TRUE(wait_for(copied->read(look))) << id;
        }
    auto head = [](Tx& tx) { return tx.head(notes).version; };
    EXPECT_EQ(wait_for(copied->read(head)), count(*copied));
    EXPECT_LE(count(*copied), count(store()));
}

TEST_P(Copying, GivenACopy_WhenLookedAt_ThenOnlyItsOwnerMayOpenIt) {
    ASSERT_TRUE(copy());
    struct stat status {};
    ASSERT_EQ(stat(target().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

TEST_P(Copying, GivenAFileOfThatName_WhenCopied_ThenItStaysAsItIs) {
    std::ofstream{target()} << "mine";
    EXPECT_THROW((void)copy(), std::system_error);
    std::string said;
    std::ifstream{target()} >> said;
    EXPECT_EQ(said, "mine");
}

TEST_P(Copying, GivenStopping_WhenCopied_ThenItSaysSoAndTheStoreGoesOn) {
    auto fill = [](Tx& tx) -> Result<Done> {
        for (std::int64_t id = 0; id < 5'000; ++id) (void)keep(tx, id, std::string(200, 'x'));
        return Done{};
    };
    ASSERT_TRUE(wait_for(store().write(fill)));
    StopFlag const stop{true};
    auto const stopped = store().copy_to(target(), stop);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.problem().code, "store.copy_stopped");
    EXPECT_EQ(count(store()), 5'000);
}

TEST_P(Copying, GivenAHealthyDatabase_WhenLookedThrough_ThenNothingIsFound) {
    EXPECT_THAT(store().faults(never_), IsEmpty());
}

struct Called {
    int times = 0;
    std::string step;
    std::int64_t rows = -1;
};

class BeforeAMigration : public Copying {
protected:
    /// Opens the data with `steps`; copies them if they are about to be changed.
    void open_with(std::vector<Migration> const& steps) {
        close();
        auto before = [this](Tx& tx, std::string const& step, CopyDatabase const& copy_data) {
            ++called.times;
            called.step = step;
            called.rows = count(tx);
            EXPECT_TRUE(copy_data(target()));
        };
        if (GetParam() == Dialect::sqlite)
            open_sqlite({.file = database().file(), .ballast_bytes = 0, .before_migrating = before},
                        steps);
        else
            open_postgres({.url = database().url(), .before_migrating = before}, steps);
    }
    Called called;
};
INSTANTIATE_TEST_SUITE_P(Databases, BeforeAMigration, kit::both_databases, kit::database_name);

TEST_P(BeforeAMigration, GivenOlderData_WhenOpened_ThenItCanBeCopiedAsItWasOnce) {
    auto one = [](Tx& tx) { return keep(tx, 1, "朝礼"); };
    ASSERT_TRUE(wait_for(store().write(one)));
    auto steps = migrations();
    auto const drop = "DELETE FROM note WHERE org_id = 1";
    auto const add = "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'";
    steps.push_back({"features/note", 2, "empty", drop, drop});
    steps.push_back({"features/note", 3, "colour", add, add});
    open_with(steps);
    EXPECT_EQ(called.times, 1);
    EXPECT_EQ(called.step, "features/note/3");
    EXPECT_EQ(called.rows, 1);
    EXPECT_EQ(count(*open_copy()), 1);
    open_with(steps);
    EXPECT_EQ(called.times, 1);
}

TEST_P(BeforeAMigration, GivenNothingToMake_WhenOpened_ThenNobodyIsAsked) {
    open_with(migrations());
    EXPECT_EQ(called.times, 0);
}

TEST(BeforeAFirstMigration, GivenAFreshFolder_WhenOpened_ThenNobodyIsAsked) {
    kit::TemporaryFolder const folder;
    int called = 0;
    auto before = [&](Tx&, std::string const&, CopyDatabase const&) { ++called; };
    open_sqlite({.file = folder.path() / "x.db", .ballast_bytes = 0, .before_migrating = before},
                schema());
    EXPECT_EQ(called, 0);
}

TEST_P(BeforeAMigration, GivenAFailureBefore_WhenOpened_ThenNothingWasChanged) {
    close();
    auto steps = migrations();
    auto const drop = "DROP TABLE note";
    steps.push_back({"features/note", 2, "drop", drop, drop});
    auto before = [](Tx&, std::string const&, CopyDatabase const&) {
        throw std::domain_error{"no room"};
    };
    if (GetParam() == Dialect::sqlite)
        EXPECT_THROW(open_sqlite({.file = database().file(), .before_migrating = before}, steps),
                     std::domain_error);
    else
        EXPECT_THROW(open_postgres({.url = database().url(), .before_migrating = before}, steps),
                     std::domain_error);
    reopen();
    EXPECT_EQ(count(store()), 0);
}

TEST(SqliteFaultsOf, GivenDamagedPages_WhenLookedThrough_ThenFaultsAreSaid) {
    kit::TemporaryFolder const folder;
    auto const file = folder.path() / "x.db";
    {
        auto const store = open_sqlite({.file = file, .ballast_bytes = 0}, schema());
        auto fill = [](Tx& tx) -> Result<Done> {
            for (std::int64_t id = 0; id < 500; ++id) (void)keep(tx, id, std::string(100, 'x'));
            return Done{};
        };
        ASSERT_TRUE(wait_for(store->write(fill)));
    }
    std::fstream bytes{file, std::ios::in | std::ios::out | std::ios::binary};
    bytes.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file)) - 4096);
    bytes << std::string(64, '\x7f');
    bytes.close();
    StopFlag const never{false};
    EXPECT_THAT(sqlite::faults_of(file, nullptr, never), testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace horenso
