#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using testing::HasSubstr;
using testing::Not;

/// What only PostgreSQL can do to us.
class Postgres : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        close();
    }

    std::unique_ptr<Store> open(std::string const& more = "") {
        return open_postgres({.url = database().url() + more, .connections = 3}, schema());
    }

    static auto keep_note(Store& store, std::int64_t id) {
        auto work = [id](Tx& tx) { return keep(tx, id, "x"); };
        return kit::wait_for(store.write(work));
    }

    /// Runs a statement that is for PostgreSQL only.
    static void run(Store& store, Sql const& sql) {
        auto work = [&](Tx& tx) -> Result<Done> {
            tx.run(sql);
            return Done{};
        };
        (void)kit::wait_for(store.write(work));
    }

    static std::string failure_of(std::string const& url) {
        try {
            open_postgres({.url = url}, schema());
        } catch (DatabaseError const& error) {
            return error.what();
        }
        return "opened";
    }
};
INSTANTIATE_TEST_SUITE_P(Database, Postgres, testing::Values(Dialect::postgres),
                         kit::database_name);

TEST_P(Postgres, GivenConnectionsThatWereCut_WhenAskedAgain_ThenReadsAndWritesGoOn) {
    auto const url = database().url();
    auto const name = url.substr(url.rfind('=') + 1);
    auto store = open();
    for (int i = 1; i <= 3; ++i) {
        ASSERT_TRUE(keep_note(*store, i));
        kit::PostgresServer::of_program().run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name +
            "'");
        ASSERT_EQ(count(*store), i);
    }
}

TEST_P(Postgres, GivenConnectionCutInsideAFunction_WhenNothingWasCommitted_ThenItRunsAgain) {
    auto store = open();
    int runs = 0;
    auto cut_once = [&](Tx& tx) -> Result<Done> {
        auto done = keep(tx, 1, "x");
        if (++runs == 1) tx.run("SELECT pg_terminate_backend(pg_backend_pid())");
        return done;
    };
    EXPECT_TRUE(kit::wait_for(store->write(cut_once)));
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(count(*store), 1);
}

// A deferred trigger runs while committing; this one cuts the connection there.
TEST_P(Postgres, GivenConnectionCutWhileCommitting_WhenAnswered_ThenItThrowsAndIsNotRunAgain) {
    auto store = open();
    run(*store, R"(CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
                   'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END')");
    run(*store, R"(CREATE CONSTRAINT TRIGGER cut_late AFTER INSERT ON note
                   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut())");
    std::atomic<int> told = 0;
    store->listen([&](std::vector<Told>&& batch) { told += static_cast<int>(batch.size()); });
    int runs = 0;
    auto work = [&](Tx& tx) {
        ++runs;
        return keep(tx, 1, "x");
    };
    try {
        (void)kit::wait_for(store->write(work));
        FAIL() << "answered";
    } catch (DatabaseError const& error) {
        EXPECT_THAT(error.what(), HasSubstr("not known"));
    }
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(told, 0);
    run(*store, "DROP TRIGGER cut_late ON note");
    EXPECT_TRUE(keep_note(*store, 2));  // its ticket was given back: this is told
    EXPECT_EQ(told, 1);
}

TEST_P(Postgres, GivenTwoWhoLockInOppositeOrder_WhenTheyDeadlock_ThenBothSucceed) {
    auto store = open(" options='-c deadlock_timeout=20ms'");
    std::atomic<int> inside = 0;
    std::atomic<int> runs = 0;
    auto cross = [](Store& on, Stream one, Stream other, auto& in, auto& counted) -> Task<> {
        auto work = [&](Tx& tx) -> Result<Done> {
            ++counted;
            tx.advance(one);
            if (++in <= 2)
                while (in < 2) std::this_thread::yield();  // both hold their first
            tx.advance(other);
            return Done{};
        };
        auto done = co_await on.write(work);
        EXPECT_TRUE(done);
    };
    Stream const a{org, "room", 1};
    Stream const b{org, "room", 2};
    std::vector<Task<>> both;
    both.push_back(cross(*store, a, b, inside, runs));
    both.push_back(cross(*store, b, a, inside, runs));
    kit::wait_for_all(std::move(both));
    EXPECT_GE(runs, 3);
    auto heads = [&](Tx& tx) { return std::pair{tx.head(a).version, tx.head(b).version}; };
    EXPECT_EQ(kit::wait_for(store->read(heads)), (std::pair<std::int64_t, std::int64_t>{2, 2}));
}

TEST_P(Postgres, GivenAKeyThatStaysTaken_WhenInserted_ThenItIsTriedFiveTimesAndThrows) {
    auto store = open();
    ASSERT_TRUE(keep_note(*store, 1));
    int runs = 0;
    auto insert = [&](Tx& tx) {
        ++runs;
        return keep(tx, 1, "x");
    };
    EXPECT_THROW((void)kit::wait_for(store->write(insert)), AlreadyThere);
    EXPECT_EQ(runs, 5);
}

TEST_P(Postgres, GivenAFullServer_WhenWritten_ThenItIsRefusedAsFull) {
    auto store = open();
    auto full = [](Tx& tx) -> Result<Done> {
        tx.run("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100''; END'");
        return Done{};
    };
    auto answer = kit::wait_for(store->write(full));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.problem().status, 507);
    EXPECT_EQ(answer.problem().code, "store.disk_full");
    EXPECT_TRUE(keep_note(*store, 1));
}

TEST_P(Postgres, GivenAFunctionThatSwallowsAnError_WhenItGoesOn_ThenNothingIsKept) {
    auto store = open();
    auto swallow = [](Tx& tx) -> Result<Done> {
        (void)keep(tx, 1, "x");
        try {
            tx.run("INSERT INTO nowhere VALUES (1)");
        } catch (DatabaseError const&) {
        }
        return Done{};
    };
    EXPECT_THROW((void)kit::wait_for(store->write(swallow)), DatabaseError);
    EXPECT_EQ(count(*store), 0);
}

TEST_P(Postgres, GivenAServerThatCommitsWithoutDisk_WhenOpened_ThenOurSessionsDoNot) {
    auto store = open(" options='-c synchronous_commit=off'");
    auto level = [](Tx& tx) {
        auto rows = tx.query("SELECT current_setting('synchronous_commit')");
        rows.next();
        return rows.get<std::string>(0);
    };
    EXPECT_EQ(kit::wait_for(store->read(level)), "on");
}

TEST_P(Postgres, GivenADatabaseThatIsNotUtf8_WhenOpened_ThenItIsRefusedAndSaysWhy) {
    auto const url = database().url();
    auto const start = url.rfind('=') + 1;
    for (std::string const encoding : {"LATIN1", "SQL_ASCII"}) {
        auto const name = url.substr(start) + "_foreign";
        auto& server = kit::PostgresServer::of_program();
        server.run("CREATE DATABASE " + name + " TEMPLATE template0 LOCALE 'C' ENCODING '" +
                   encoding + "'");
        EXPECT_THAT(failure_of(url.substr(0, start) + name),
                    HasSubstr("the database must be UTF8, but is " + encoding));
        server.run("DROP DATABASE " + name + " WITH (FORCE)");
    }
}

TEST_P(Postgres, GivenWrongConnectionStrings_WhenOpened_ThenThePasswordIsNotSaid) {
    for (auto const* url : {"host=/nowhere password=geheim", "postgres://a:geheim@[bad/x",
                            "host=/nowhere password=geheim geheim", "geheim"}) {
        auto const said = failure_of(url);
        EXPECT_THAT(said, HasSubstr("postgres: "));
        EXPECT_THAT(said, Not(HasSubstr("geheim"))) << url;
    }
}

TEST_P(Postgres, GivenTwoNodesThatStartTogether_WhenBothMigrate_ThenEachStepIsMadeOnce) {
    auto steps = schema();
    auto const slow = "CREATE TABLE slow (org_id BIGINT PRIMARY KEY); SELECT pg_sleep(0.05)";
    steps.push_back({"features/note", 2, "slow", slow, slow});
    auto start = [&] { return open_postgres({.url = database().url()}, steps); };
    auto one = std::async(std::launch::async, start);
    auto other = std::async(std::launch::async, start);
    auto first = one.get();
    auto second = other.get();
    EXPECT_TRUE(keep_note(*first, 1));
    EXPECT_EQ(count(*second), 1);
}

}  // namespace
}  // namespace horenso
