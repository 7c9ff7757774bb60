#include "platform/backup/backups.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <random>

#include "platform/backup/check.hpp"
#include "platform/backup/restore.hpp"
#include "platform/blob/blob_store.hpp"
#include "platform/store/database_error.hpp"
#include "platform/store/test_table.hpp"

namespace horenso::backup {
namespace {

using namespace test_table;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
namespace fs = std::filesystem;

std::string bytes_of(fs::path const& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void write(fs::path const& path, std::string_view bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
}

std::vector<std::string> names_in(fs::path const& folder) {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator{folder})
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

/// A database with some notes and two blobs beside it.
class Backing : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        BlobStore blobs{of.files()};
        for (auto const* bytes : {"申請書", "写真"}) ASSERT_TRUE(wait_for(blobs.put(bytes)));
        for (std::int64_t id = 1; id <= 20; ++id) keep_note(id);
        backups = std::make_unique<Backups>(Backups::Needs{store(), clock, of});
    }
    void TearDown() override {
        backups.reset();
        StoreTest::TearDown();
    }
    void keep_note(std::int64_t id) {
        auto work = [id](Tx& tx) { return keep(tx, id, "朝礼"); };
        ASSERT_TRUE(wait_for(store().write(work)));
    }
    fs::path made() {
        auto result = wait_for(backups->make(place()));
        EXPECT_TRUE(result);
        return result->folder;
    }
    fs::path place() const { return folder.path() / "backups"; }
    Target target() {
        if (GetParam() == Dialect::postgres && !other)
            other = std::make_unique<kit::EmptyPostgresDatabase>();
        return {folder.path() / "restored", other ? other->url() : ""};
    }
    std::unique_ptr<WholeStore> open(Target const& where) const {
        if (!where.database.empty())
            return open_postgres({.url = where.database, .connections = 2}, migrations());
        return open_sqlite({.file = where.data / "horenso.db", .ballast_bytes = 0}, migrations());
    }

    kit::TemporaryFolder folder;
    Installation of{folder.path() / "data", "0.1.0"};
    SetClock clock{Instant{1'795'476'600'000}};
    std::unique_ptr<Backups> backups;
    std::unique_ptr<kit::EmptyPostgresDatabase> other;
};
INSTANTIATE_TEST_SUITE_P(Databases, Backing, kit::both_databases, kit::database_name);

TEST_P(Backing, GivenDataAndBlobs_WhenBackedUpAndRestored_ThenAllIsThereAndTheFormerStays) {
    auto const whole = made();
    EXPECT_EQ(whole.filename(), "horenso-2026-11-23T23-30-00Z");
    auto const before = bytes_of(whole / manifest_name);
    keep_note(21);
    auto const restored = restore(whole, target());
    ASSERT_TRUE(restored);
    EXPECT_EQ(restored->mark.changes, 20);
    EXPECT_EQ(restored->mark.at, clock.now());
    EXPECT_THAT(restored->schema, SizeIs(migrations().size()));
    EXPECT_EQ(count(*open(target())), 20);
    BlobStore blobs{Installation{target().data, ""}.files()};
    for (std::string const bytes : {"申請書", "写真"}) {
        auto const found = wait_for(blobs.read(crypto::sha256(bytes)));
        EXPECT_EQ(**found, bytes);
    }
    EXPECT_EQ(count(store()), 21);
    EXPECT_TRUE(check(whole));
    EXPECT_EQ(bytes_of(whole / manifest_name), before);
}

TEST_P(Backing, GivenABackup_WhenItsRightsAreLookedAt_ThenOnlyTheOwnerHasAny) {
    auto const whole = made();
    auto const others = fs::perms::group_all | fs::perms::others_all;
    EXPECT_EQ(fs::status(place()).permissions() & others, fs::perms::none);
    EXPECT_EQ(fs::status(whole).permissions() & others, fs::perms::none);
    for (auto const& entry : fs::recursive_directory_iterator{whole})
        EXPECT_EQ(entry.status().permissions() & others, fs::perms::none) << entry.path();
}

TEST_P(Backing, GivenTheSameSecond_WhenBackedUpAgain_ThenBothAreThere) {
    made();
    made();
    EXPECT_THAT(names_in(place()),
                ElementsAre("horenso-2026-11-23T23-30-00Z", "horenso-2026-11-23T23-30-00Z-2"));
    for (auto const& name : names_in(place())) EXPECT_TRUE(check(place() / name)) << name;
}

TEST_P(Backing, GivenAnyBitFlipped_WhenChecked_ThenItsFileIsNamedAndNothingIsRestored) {
    auto const whole = made();
    std::vector<fs::path> files;
    for (auto const& entry : fs::recursive_directory_iterator{whole})
        if (entry.is_regular_file()) files.push_back(entry.path());
    ASSERT_EQ(files.size(), 4u);
    std::mt19937 random{7};
    for (int i = 0; i < 100; ++i) {
        auto const& path = files[static_cast<std::size_t>(i) % files.size()];
        auto const good = bytes_of(path);
        auto bad = good;
        bad[random() % bad.size()] ^= static_cast<char>(1 << random() % 8);
        write(path, bad);
        auto const found = check(whole);
        ASSERT_FALSE(found) << path;
        EXPECT_EQ(found.problem().code, "backup.damaged");
        ASSERT_EQ(found.problem().fields.size(), 1u);
        EXPECT_EQ(found.problem().fields[0].path, fs::relative(path, whole));
        EXPECT_FALSE(restore(whole, target()));
        write(path, good);
    }
    EXPECT_FALSE(fs::exists(target().data));
    EXPECT_TRUE(check(whole));
}

TEST_P(Backing, GivenAFileCutShortOrGone_WhenChecked_ThenItIsSaid) {
    auto const whole = made();
    auto const manifest = check(whole);
    auto const path = whole / manifest->database_file();
    fs::resize_file(path, fs::file_size(path) - 1);
    EXPECT_EQ(check(whole).problem().fields[0].code, "backup.file_changed");
    fs::remove(path);
    EXPECT_EQ(check(whole).problem().fields[0].code, "backup.file_missing");
    fs::remove(whole / manifest_name);
    EXPECT_EQ(check(whole).problem().code, "backup.not_a_backup");
}

TEST_P(Backing, GivenSomethingAtTheTarget_WhenRestored_ThenRefusedAndLeftAlone) {
    auto const whole = made();
    fs::create_directory(target().data);
    write(target().data / "mine", "mine");
    EXPECT_EQ(restore(whole, target()).problem().code, "backup.target_not_empty");
    EXPECT_THAT(names_in(target().data), ElementsAre("mine"));
}

TEST_P(Backing, GivenTheOtherKindOfDatabase_WhenRestored_ThenRefused) {
    auto const whole = made();
    auto const is_sqlite = GetParam() == Dialect::sqlite;
    Target const wrong{folder.path() / "restored", is_sqlite ? "dbname=x" : ""};
    EXPECT_EQ(restore(whole, wrong).problem().code,
              is_sqlite ? "backup.of_sqlite" : "backup.of_postgres");
    EXPECT_FALSE(fs::exists(wrong.data));
}

TEST_P(Backing, GivenStopping_WhenBackedUp_ThenItSaysSoAndNothingIsLeft) {
    for (std::int64_t id = 100; id < 110; ++id) keep_note(id);
    auto fill = [](Tx& tx) -> Result<Done> {
        for (std::int64_t id = 1'000; id < 5'000; ++id) (void)keep(tx, id, std::string(200, 'x'));
        return Done{};
    };
    ASSERT_TRUE(wait_for(store().write(fill)));
    backups->stop();
    EXPECT_EQ(wait_for(backups->make(place())).problem().code, "store.copy_stopped");
    EXPECT_THAT(names_in(place()), IsEmpty());
}

TEST_P(Backing, GivenAPlaceThatCantBe_WhenBackedUp_ThenItIsNamed) {
    write(place(), "a file where the folder should be");
    auto const refused = wait_for(backups->make(place()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "backup.bad_place");
    EXPECT_EQ(refused.problem().arguments[0].second, place());
}

TEST_P(Backing, GivenHealthAndThenAFlippedBlob_WhenLookedThrough_ThenItIsNamed) {
    auto const good = wait_for(backups->look_through());
    EXPECT_THAT(good->database, IsEmpty());
    EXPECT_THAT(good->files, IsEmpty());
    EXPECT_EQ(good->file_count, 2u);
    auto const name = crypto::sha256_hex("写真");
    auto const path = of.files() / name.substr(0, 2) / name;
    auto bytes = bytes_of(path);
    bytes[0] ^= 4;
    write(path, bytes);
    EXPECT_THAT(wait_for(backups->look_through())->files, ElementsAre(name));
}

class BeforeNewSchema : public Backing {
protected:
    /// Opens the data with one step more than the last time.
    void open_newer() {
        backups.reset();
        close();
        auto const number = std::to_string(++newest_);
        auto const text = "ALTER TABLE note ADD COLUMN c" + number + " TEXT";
        steps_.push_back({"features/note", newest_, "more", text, text});
        clock.advance(std::chrono::seconds{1});
        auto before = before_migrating(of, clock);
        if (GetParam() == Dialect::sqlite)
            open_sqlite({.file = database().file(), .before_migrating = before}, steps_);
        else
            open_postgres({.url = database().url(), .before_migrating = before}, steps_);
    }
    fs::path kept() const { return of.data / "backups"; }

    std::vector<Migration> steps_ = migrations();
    int newest_ = 1;
};
INSTANTIATE_TEST_SUITE_P(Databases, BeforeNewSchema, kit::both_databases, kit::database_name);

TEST_P(BeforeNewSchema, GivenOlderData_WhenOpened_ThenABackupOfThemAsTheyWereIsKept) {
    open_newer();
    ASSERT_THAT(names_in(kept()), ElementsAre("before-features-note-2-2026-11-23T23-30-01Z"));
    auto const whole = kept() / names_in(kept())[0];
    auto const restored = restore(whole, target());
    ASSERT_TRUE(restored);
    EXPECT_THAT(restored->schema, SizeIs(migrations().size()));
    EXPECT_EQ(count(*open(target())), 20);
}

TEST_P(BeforeNewSchema, GivenManyNewSchemas_WhenOpened_ThenTheNewestThreeAndAllOthersAreKept) {
    ASSERT_TRUE(wait_for(backups->make(kept())));
    for (int i = 0; i < 5; ++i) open_newer();
    EXPECT_THAT(names_in(kept()), ElementsAre("before-features-note-4-2026-11-23T23-30-03Z",
                                              "before-features-note-5-2026-11-23T23-30-04Z",
                                              "before-features-note-6-2026-11-23T23-30-05Z",
                                              "horenso-2026-11-23T23-30-00Z"));
}

TEST_P(BeforeNewSchema, GivenAPlaceWhereNothingCanBeWritten_WhenOpened_ThenTheSchemaStays) {
    write(kept(), "a file where the folder should be");
    EXPECT_THROW(open_newer(), DatabaseError);
    reopen();
    EXPECT_EQ(count(store()), 20);
}

class WithoutPgDump : public BeforeNewSchema {};
INSTANTIATE_TEST_SUITE_P(Databases, WithoutPgDump, testing::Values(Dialect::postgres),
                         kit::database_name);

TEST_P(WithoutPgDump, GivenOlderData_WhenOpened_ThenTheSchemaIsMadeAllTheSame) {
    std::string const path = std::getenv("PATH");
    setenv("PATH", folder.path().c_str(), 1);
    open_newer();
    setenv("PATH", path.c_str(), 1);
    EXPECT_THAT(names_in(kept()), IsEmpty());
    EXPECT_THROW(reopen(), NewerData);
}

}  // namespace
}  // namespace horenso::backup
