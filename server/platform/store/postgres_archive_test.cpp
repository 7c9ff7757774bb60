#include "platform/store/postgres_archive.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using testing::HasSubstr;
namespace fs = std::filesystem;

class PostgresArchives : public StoreTest {
protected:
    fs::path target() const { return folder_.path() / "copy"; }
    Result<Done> copy() { return store().copy_to(target(), never_); }

    kit::TemporaryFolder folder_;
    StopFlag never_ = false;
};
INSTANTIATE_TEST_SUITE_P(Databases, PostgresArchives, testing::Values(Dialect::postgres),
                         kit::database_name);

TEST_P(PostgresArchives, GivenADatabaseInUse_WhenRestoredInto_ThenRefused) {
    ASSERT_TRUE(copy());
    auto const refused = postgres::restore_database(database().url(), target());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "store.database_not_empty");
}

TEST_P(PostgresArchives, GivenAnArchiveCutOff_WhenReadToItsEnd_ThenPgRestoreSaysSo) {
    ASSERT_TRUE(copy());
    auto const whole = postgres::fault_of_archive(target());
    ASSERT_TRUE(whole);
    EXPECT_EQ(*whole, "");
    std::filesystem::resize_file(target(), std::filesystem::file_size(target()) / 2);
    auto const half = postgres::fault_of_archive(target());
    ASSERT_TRUE(half);
    EXPECT_THAT(*half, HasSubstr("pg_restore"));
}

/// A pg_dump of the test's own, while this lives.
class OtherPgDump {
public:
    OtherPgDump(fs::path const& bin, std::string const& script) : path_(std::getenv("PATH")) {
        fs::create_directory(bin);
        if (!script.empty()) std::ofstream{bin / "pg_dump"} << "#!/bin/sh\n" << script << '\n';
        if (!script.empty()) fs::permissions(bin / "pg_dump", fs::perms::owner_all);
        setenv("PATH", (bin.string() + (script.empty() ? "" : ":" + path_)).c_str(), 1);
    }
    ~OtherPgDump() { setenv("PATH", path_.c_str(), 1); }
    OtherPgDump(OtherPgDump const&) = delete;

private:
    std::string path_;
};

TEST_P(PostgresArchives, GivenAPassword_WhenDumped_ThenTheProgramFindsItInItsEnvironmentOnly) {
    auto const seen = folder_.path() / "seen";
    OtherPgDump const dump{
        folder_.path() / "bin",
        "echo \"$@\" > " + seen.string() + "; echo \"pass $PGPASSWORD\" >> " + seen.string()};
    ASSERT_TRUE(postgres::copy_database(database().url() + " password=himitsu", target(), never_));
    std::ifstream in{seen};
    std::string words, password;
    std::getline(in, words);
    std::getline(in, password);
    EXPECT_THAT(words, testing::Not(HasSubstr("himitsu")));
    EXPECT_EQ(password, "pass himitsu");
}

TEST_P(PostgresArchives, GivenAPgDumpThatFails_WhenCopied_ThenWhatItSaidIsHandedOn) {
    OtherPgDump const dump{folder_.path() / "bin", "echo 'server version mismatch' >&2; exit 1"};
    auto const refused = copy();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "store.pg_dump_failed");
    EXPECT_EQ(refused.problem().arguments[1].second, "server version mismatch\n");
}

TEST_P(PostgresArchives, GivenNoPgDump_WhenCopied_ThenItIsSaidInWords) {
    OtherPgDump const none{folder_.path() / "bin", ""};
    auto const refused = copy();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "store.no_pg_dump");
}

}  // namespace
}  // namespace horenso
