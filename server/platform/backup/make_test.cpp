#include "platform/backup/make.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>

#include "kit/folder.hpp"
#include "platform/backup/check.hpp"

namespace horenso::backup {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

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

class Making : public testing::Test {
protected:
    Result<Made> make_one() {
        return make({.place = place,
                     .name = "one",
                     .manifest = {.program = "0.1.0", .mark = mark, .schema = {}, .files = {}},
                     .copy = copy,
                     .files = folder.path() / "files"},
                    never);
    }
    kit::TemporaryFolder folder;
    fs::path place = folder.path() / "backups";
    Mark mark;
    StopFlag never = false;
    CopyDatabase copy = [](fs::path const& target) -> Result<Done> {
        write(target, "database");
        return Done{};
    };
};

TEST_F(Making, GivenACopyThatFails_WhenMade_ThenNothingIsLeft) {
    copy = [](fs::path const& target) -> Result<Done> {
        write(target, "half");
        return Problem{.status = 507, .code = "store.no_room_for_copy"};
    };
    EXPECT_EQ(make_one().problem().code, "store.no_room_for_copy");
    EXPECT_THAT(names_in(place), IsEmpty());
    copy = [](fs::path const& target) -> Result<Done> {
        write(target, "half");
        throw std::domain_error{"gone"};
    };
    EXPECT_THROW((void)make_one(), std::domain_error);
    EXPECT_THAT(names_in(place), IsEmpty());
}

TEST_F(Making, GivenItIsBeingMade_WhenLookedAt_ThenNothingLooksLikeABackup) {
    copy = [this](fs::path const& target) -> Result<Done> {
        EXPECT_THAT(names_in(place), ElementsAre(".unfinished-one"));
        EXPECT_FALSE(check(place / ".unfinished-one"));
        write(target, "database");
        return Done{};
    };
    ASSERT_TRUE(make_one());
    EXPECT_THAT(names_in(place), ElementsAre("one"));
}

TEST_F(Making, GivenWhatACrashLeft_WhenTheNextIsMade_ThenItIsTakenAwayButNotWhatIsInWork) {
    for (auto const* name : {".unfinished-left", ".unfinished-inwork"}) {
        fs::create_directories(place / name);
        write(place / name / "horenso.db", "half");
        fs::last_write_time(place / name, fs::file_time_type::clock::now() - std::chrono::hours{1});
    }
    auto const somebody = ::open((place / ".unfinished-inwork").c_str(), O_RDONLY | O_DIRECTORY);
    ASSERT_EQ(flock(somebody, LOCK_EX), 0);
    ASSERT_TRUE(make_one());
    EXPECT_THAT(names_in(place), ElementsAre(".unfinished-inwork", "one"));
    ::close(somebody);
}

TEST_F(Making, GivenLessRoomThanNeeded_WhenMade_ThenItSaysHowMuchBeforeItBegins) {
    mark.bytes = std::int64_t{1} << 60;
    bool begun = false;
    copy = [&](fs::path const&) -> Result<Done> {
        begun = true;
        return Done{};
    };
    auto const refused = make_one();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "backup.no_room");
    EXPECT_EQ(refused.problem().arguments[0].first, "needed");
    EXPECT_FALSE(begun);
    EXPECT_THAT(names_in(place), IsEmpty());
}

TEST_F(Making, GivenBlobsStillBeingWritten_WhenMade_ThenOnlyWholeOnesAreInIt) {
    for (auto const* path : {"files/new/token", "files/ab/abcd"}) {
        fs::create_directories((folder.path() / path).parent_path());
        write(folder.path() / path, "bytes");
    }
    auto const made = make_one();
    ASSERT_TRUE(made);
    ASSERT_EQ(made->manifest.files.size(), 2u);
    EXPECT_EQ(made->manifest.files[1].path, "files/ab/abcd");
    EXPECT_EQ(made->manifest.bytes(), std::string{"databasebytes"}.size());
}

TEST_F(Making, GivenAPathThatLeavesTheFolder_WhenRead_ThenItIsNoBackup) {
    for (auto const* path : {"../outside", "/etc/passwd", "files/../../outside", ".", ""}) {
        Manifest manifest;
        manifest.files = {{path, 1, std::string(64, '0')}};
        write(folder.path() / manifest_name, manifest_text(manifest));
        auto const read = read_manifest(folder.path());
        ASSERT_FALSE(read) << path;
        EXPECT_EQ(read.problem().code, "backup.not_a_backup") << path;
    }
}

TEST_F(Making, GivenAManifest_WhenWrittenAndRead_ThenItIsTheSame) {
    Manifest manifest;
    manifest.program = "0.1.0";
    manifest.database = Dialect::postgres;
    manifest.mark = {{1'795'476'600'123}, 3, 40, 5'000'000'000};
    manifest.schema = {"platform/store/1", "features/talk/2"};
    manifest.files = {{"horenso.pgdump", 6'000'000'000u, std::string(64, 'a')}};
    write(folder.path() / manifest_name, manifest_text(manifest));
    auto const read = read_manifest(folder.path());
    ASSERT_TRUE(read);
    EXPECT_EQ(manifest_text(*read), manifest_text(manifest));
    EXPECT_EQ(utc_text(read->mark.at), "2026-11-23T23:30:00Z");
}

}  // namespace
}  // namespace horenso::backup
