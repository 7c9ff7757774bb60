#include <gmock/gmock.h>
#include <sys/mount.h>

#include <fstream>

#include "platform/store/disk_space.hpp"
#include "platform/store/faulty_files.hpp"
#include "platform/store/sqlite_store.hpp"
#include "platform/store/test_table.hpp"

namespace horenso::sqlite {
namespace {

using namespace test_table;
using Operation = FaultyFiles::Operation;

/// A database on files that may fail, and a process that only notes when it would have ended.
class SqliteFaults : public testing::Test {
protected:
    void open_store() {
        Outside outside{[this](std::string_view) { ended_ = true; },
                        [this](std::filesystem::path const&) { return free_bytes_.load(); },
                        files_.vfs()};
        SqliteOptions options{.file = folder_->path() / "x.db", .ballast_bytes = 0};
        store_ = open(options, schema(), outside);
    }

    std::string write_note(std::int64_t id) {
        auto work = [id](Tx& tx) { return keep(tx, id, "朝礼"); };
        try {
            auto answer = kit::wait_for(store_->write(work));
            return answer ? "kept" : answer.problem().code;
        } catch (DatabaseError const&) {
            return "thrown";
        }
    }

    std::int64_t version() {
        return kit::wait_for(store_->read([](Tx& tx) { return tx.head(notes).version; }));
    }

    bool has(std::int64_t id) {
        auto look = [id](Tx& tx) { return tx.query(find_note, org, id).next(); };
        return kit::wait_for(store_->read(look));
    }

    /// As the process had ended and the data were opened on a healthy machine.
    void start_again() {
        store_.reset();
        files_.heal();
        open_store();
    }

    std::optional<kit::TemporaryFolder> folder_{std::in_place};
    FaultyFiles files_;
    std::atomic<std::uintmax_t> free_bytes_ = 1ull << 40;
    std::atomic<bool> ended_ = false;
    std::unique_ptr<Store> store_;
};

struct Fault {
    Operation operation;
    int result;
    bool power_cut;
};

class SqliteDiskFails : public SqliteFaults, public testing::WithParamInterface<Fault> {};
INSTANTIATE_TEST_SUITE_P(Faults, SqliteDiskFails,
                         testing::Values(Fault{Operation::write, SQLITE_IOERR_WRITE, false},
                                         Fault{Operation::write, SQLITE_IOERR_WRITE, true},
                                         Fault{Operation::sync, SQLITE_IOERR_FSYNC, false},
                                         Fault{Operation::sync, SQLITE_IOERR_FSYNC, true},
                                         Fault{Operation::read, SQLITE_IOERR_READ, true}),
                         [](auto const& fault) { return "Fault" + std::to_string(fault.index); });

TEST_P(SqliteDiskFails, GivenTheNthOperationFails_WhenWriting_ThenTheProcessEndsAndNoAckIsLost) {
    auto const fault = GetParam();
    auto was_clean = false;
    for (int nth = 1; !was_clean; ++nth) {
        SCOPED_TRACE(nth);
        folder_.emplace();
        ended_ = false;
        open_store();
        files_.fail(fault.operation, nth, fault.result);
        std::vector<std::int64_t> kept;
        for (std::int64_t id = 1; id <= 4; ++id) {
            auto const had_failed = files_.has_failed();
            auto const answer = write_note(id);
            ASSERT_NE(answer, "store.disk_full");
            if (answer != "kept") continue;
            ASSERT_FALSE(had_failed);
            kept.push_back(id);
        }
        was_clean = !files_.has_failed();
        ASSERT_EQ(ended_, !was_clean);
        ASSERT_EQ(was_clean, kept.size() == 4);
        store_.reset();
        if (fault.power_cut) files_.cut_power();
        start_again();
        for (auto id : kept) ASSERT_TRUE(has(id));
        ASSERT_EQ(count(*store_), version());
        ASSERT_EQ(write_note(5), "kept");
        store_.reset();
    }
}

TEST_F(SqliteFaults, GivenAnyOperationFails_WhenOpening_ThenItThrowsAndTheNextStartIsWell) {
    for (auto operation : {Operation::write, Operation::sync}) {
        for (int nth = 1;; ++nth) {
            SCOPED_TRACE(nth);
            folder_.emplace();
            open_store();
            ASSERT_EQ(write_note(1), "kept");
            store_.reset();
            files_.fail(operation, nth, SQLITE_IOERR);
            try {
                open_store();
            } catch (DatabaseError const&) {
                ASSERT_TRUE(files_.has_failed());
            }
            auto const was_clean = !files_.has_failed();
            start_again();
            ASSERT_TRUE(has(1));
            store_.reset();
            if (was_clean) break;
        }
    }
    EXPECT_FALSE(ended_);
}

TEST_F(SqliteFaults, GivenTheDiskGetsFullAtAnyWrite_WhenThereIsRoomAgain_ThenWritesGoOn) {
    auto was_clean = false;
    for (int nth = 1; !was_clean; ++nth) {
        SCOPED_TRACE(nth);
        folder_.emplace();
        open_store();
        files_.fail_from(Operation::write, nth, SQLITE_FULL);
        std::int64_t id = 1;
        while (id <= 4 && write_note(id) == "kept") ++id;
        was_clean = !files_.has_failed();
        if (!was_clean) {
            ASSERT_EQ(write_note(id), "store.disk_full");
            ASSERT_EQ(count(*store_), id - 1);  // reads go on
        }
        files_.heal();
        for (; id <= 4; ++id) ASSERT_EQ(write_note(id), "kept");
        ASSERT_EQ(version(), 4);
        store_.reset();
    }
    EXPECT_FALSE(ended_);
}

TEST_F(SqliteFaults, GivenLittleFreeSpace_WhenWriting_ThenRefusedBeforeAnythingIsTouched) {
    open_store();
    free_bytes_ = (64 << 20) - 1;
    auto const before = files_.count(Operation::write);
    EXPECT_EQ(write_note(1), "store.disk_full");
    EXPECT_EQ(files_.count(Operation::write), before);
    EXPECT_EQ(count(*store_), 0);
    free_bytes_ = 64 << 20;
    EXPECT_EQ(write_note(1), "kept");
}

TEST_F(SqliteFaults, GivenDataThatIsOpen_WhenOpenedAgain_ThenTheRefusalNamesTheProcess) {
    open_store();
    try {
        open_sqlite({.file = folder_->path() / "x.db"}, schema());
        FAIL() << "opened twice";
    } catch (DataInUse const& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("process " + std::to_string(getpid())));
    }
    EXPECT_EQ(write_note(1), "kept");
}

// A small disk that is really full. Only root may make one; the tests above need nobody.
class SmallDisk : public testing::Test {
protected:
    void SetUp() override {
        auto const* path = folder_.path().c_str();
        if (mount("tmpfs", path, "tmpfs", 0, "size=6m") != 0) GTEST_SKIP() << "needs root";
        mounted_ = true;
    }
    void TearDown() override {
        store_.reset();
        EXPECT_TRUE(!mounted_ || umount(folder_.path().c_str()) == 0);
    }

    std::string write_note(std::int64_t id) {
        auto work = [&](Tx& tx) { return keep(tx, id, std::string(50'000, 'x')); };
        auto answer = kit::wait_for(store_->write(work));
        return answer ? "kept" : answer.problem().code;
    }

    kit::TemporaryFolder folder_;
    std::unique_ptr<Store> store_;

private:
    bool mounted_ = false;
};

TEST_F(SmallDisk, GivenItIsFull_WhenSomethingIsRemoved_ThenWritesGoOnWithoutARestart) {
    auto const filler = folder_.path() / "filler";
    std::ofstream{filler} << std::string(1 << 20, 'x');
    SqliteOptions options{.file = folder_.path() / "x.db", .min_free_bytes = 0, .ballast_bytes = 0};
    store_ = open_sqlite(options, schema());
    std::int64_t kept = 0;
    while (write_note(kept + 1) == "kept") ASSERT_LT(++kept, 200);
    EXPECT_EQ(write_note(kept + 1), "store.disk_full");
    EXPECT_EQ(count(*store_), kept);
    std::filesystem::remove(filler);
    EXPECT_EQ(write_note(kept + 1), "kept");
    store_.reset();
    store_ = open_sqlite(options, schema());  // though there is no room for folding the WAL
    EXPECT_EQ(count(*store_), kept + 1);
}

TEST(DiskSpace, GivenAFullDisk_WhenTheBallastIsGivenUp_ThenItComesBackWithTheSpace) {
    kit::TemporaryFolder folder;
    std::uintmax_t free_bytes = 1000;
    auto measure = [&](auto const&) { return free_bytes; };
    DiskSpace space{folder.path() / "x.db", 100, 50, measure};
    auto const has_ballast = [&] { return std::filesystem::exists(space.ballast_file()); };
    EXPECT_TRUE(space.enough());
    EXPECT_EQ(std::filesystem::file_size(space.ballast_file()), 50u);
    free_bytes = 99;
    EXPECT_FALSE(space.enough());
    EXPECT_TRUE(has_ballast());
    space.gave_out();
    EXPECT_FALSE(has_ballast());
    free_bytes = 199;  // open again, but not enough to lay something by
    EXPECT_TRUE(space.enough());
    EXPECT_FALSE(has_ballast());
    free_bytes = 200;
    EXPECT_TRUE(space.enough());
    EXPECT_TRUE(has_ballast());
}

TEST(DiskSpace, GivenAFullDisk_WhenStarted_ThenTheBallastIsGivenUpAtOnce) {
    kit::TemporaryFolder folder;
    std::ofstream{folder.path() / "x.db.ballast"} << std::string(50, 'x');
    DiskSpace space{folder.path() / "x.db", 100, 50, [](auto const&) { return 0; }};
    EXPECT_FALSE(std::filesystem::exists(space.ballast_file()));
}

}  // namespace
}  // namespace horenso::sqlite
