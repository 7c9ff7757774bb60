#include "platform/store/migration.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> found(std::vector<embedded::File> const& files) {
    std::vector<std::string> keys;
    for (auto const& step : find_migrations(files))
        keys.push_back(step.folder + "/" + std::to_string(step.number) + "_" + step.name);
    return keys;
}

std::string refusal(std::vector<embedded::File> const& files) {
    try {
        find_migrations(files);
    } catch (std::logic_error const& error) {
        return error.what();
    }
    return "accepted";
}

TEST(FindMigrations, GivenShelves_WhenFound_ThenLowerShelvesAndLeftNeighboursComeFirst) {
    EXPECT_THAT(found({{"across/report/migrations/0001_a.sql", "x"},
                       {"features/talk/migrations/0002_b.sql", "x"},
                       {"features/talk/migrations/0001_a.sql", "x"},
                       {"features/board/migrations/0001_a.sql", "x"},
                       {"features/talk/problems.ja.toml", "x"},
                       {"services/access/migrations/0001_a.sql", "x"},
                       {"services/directory/migrations/0001_a.sql", "x"},
                       {"platform/store/migrations/0001_stream_head.sql", "x"}}),
                ElementsAre("platform/store/1_stream_head", "services/directory/1_a",
                            "services/access/1_a", "features/board/1_a", "features/talk/1_a",
                            "features/talk/2_b", "across/report/1_a"));
}

TEST(FindMigrations, GivenTwoDialects_WhenFound_ThenOneStepHasBothTexts) {
    auto steps = find_migrations(
        std::vector<embedded::File>{{"features/talk/migrations/0001_search.postgres.sql", "p"},
                                    {"features/talk/migrations/0001_search.sqlite.sql", "s"}});
    ASSERT_EQ(steps.size(), 1u);
    EXPECT_EQ(steps[0].sqlite, "s");
    EXPECT_EQ(steps[0].postgres, "p");
    EXPECT_EQ(steps[0].name, "search");
}

TEST(FindMigrations, GivenWhatDoesNotFit_WhenFound_ThenItIsNamed) {
    EXPECT_THAT(refusal({{"features/talk/migrations/0002_b.sql", "x"}}),
                HasSubstr("features/talk/0002: the number before it is missing"));
    EXPECT_THAT(refusal({{"features/talk/migrations/0001_a.sql", "x"},
                         {"features/talk/migrations/0001_b.sql", "x"}}),
                HasSubstr("another migration has this number"));
    EXPECT_THAT(refusal({{"features/talk/migrations/0001_a.sql", "x"},
                         {"features/talk/migrations/0001_a.sqlite.sql", "x"}}),
                HasSubstr("another migration has this number"));
    EXPECT_THAT(refusal({{"features/talk/migrations/0001_a.sqlite.sql", "x"}}),
                HasSubstr("one dialect has no text"));
    EXPECT_THAT(refusal({{"features/talk/migrations/1_a.sql", "x"}}), HasSubstr("0001_name.sql"));
    EXPECT_THAT(refusal({{"elsewhere/migrations/0001_a.sql", "x"}}), HasSubstr("on no shelf"));
}

TEST(FindMigrations, GivenNeeds_WhenTheyComeBefore_ThenAcceptedAndElseRefused) {
    constexpr auto needing = "-- needs: services/directory/0001, platform/store/0001\nCREATE";
    embedded::File const talk{"features/talk/migrations/0001_a.sql", needing};
    embedded::File const store{"platform/store/migrations/0001_a.sql", "x"};
    embedded::File const directory{"services/directory/migrations/0001_a.sql", "x"};
    EXPECT_EQ(refusal({talk, store, directory}), "accepted");
    EXPECT_THAT(refusal({talk, store}), HasSubstr("needs services/directory/0001"));
}

TEST(FindMigrations, GivenThisProgram_WhenFound_ThenItsOwnAreInOrder) {
    auto const steps = find_migrations(embedded::files());
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(steps[0].folder, "platform/store");
}

class Migrating : public test_table::StoreTest {
protected:
    /// Closes the store, and opens the same data with other migrations.
    std::unique_ptr<Store> open_with(std::vector<Migration> const& steps) {
        close();
        return database().open_with(steps);
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Migrating, kit::both_databases, kit::database_name);

TEST_P(Migrating, GivenOldData_WhenANewStepComes_ThenItIsMadeOnceAndDataStays) {
    auto insert = [](Tx& tx) { return test_table::keep(tx, 1, "朝礼"); };
    ASSERT_TRUE(kit::wait_for(store().write(insert)));
    auto steps = migrations();
    auto const text = "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'";
    steps.push_back({"features/note", 2, "colour", text, text});
    for (int i = 0; i < 2; ++i) {
        auto opened = open_with(steps);
        auto colour = [](Tx& tx) {
            auto rows = tx.query("SELECT colour FROM note WHERE org_id = 1");
            rows.next();
            return rows.get<std::string>(0);
        };
        EXPECT_EQ(kit::wait_for(opened->read(colour)), "green");
    }
}

TEST_P(Migrating, GivenDataOfANewerProgram_WhenOpened_ThenRefusedAndUnchanged) {
    auto older = migrations();
    older.pop_back();
    try {
        open_with(older);
        FAIL() << "opened";
    } catch (NewerData const& error) {
        EXPECT_THAT(error.what(), HasSubstr("features/note/1"));
    }
    EXPECT_EQ(test_table::count(*open_with(migrations())), 0);
}

TEST_P(Migrating, GivenAStepChangedAfterItWasMade_WhenOpened_ThenRefused) {
    auto changed = migrations();
    changed.back().sqlite += " ";
    changed.back().postgres += " ";
    EXPECT_THROW(open_with(changed), std::runtime_error);
}

TEST_P(Migrating, GivenAStepThatFails_WhenOpened_ThenNoneOfTheNewStepsIsMade) {
    auto steps = migrations();
    auto const good = "CREATE TABLE extra (org_id BIGINT PRIMARY KEY)";
    auto const bad = "CREATE TABLE";
    steps.push_back({"features/note", 2, "good", good, good});
    steps.push_back({"features/note", 3, "bad", bad, bad});
    EXPECT_THROW(open_with(steps), DatabaseError);
    auto opened = open_with(migrations());
    auto look = [](Tx& tx) { return tx.query("SELECT * FROM extra").next(); };
    EXPECT_THROW(kit::wait_for(opened->read(look)), DatabaseError);
}

}  // namespace
}  // namespace horenso
