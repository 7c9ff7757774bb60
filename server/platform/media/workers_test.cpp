// The program that looks at bytes is there, is kept in its place, and may do what it likes to itself alone.
#include "platform/media/workers.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdio>
#include <fstream>
#include <future>
#include <memory>

#include "kit/folder.hpp"
#include "kit/wait_for.hpp"

namespace horenso::media {
namespace {

using namespace std::chrono_literals;
using kit::wait_for;

/// A grey picture of one row, four bits a pixel, without compression: as PNG.
std::string png() {
    using namespace std::string_literals;
    return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55"
           "\0\0\0\nIDATx\x9c\x63\x68\0\0\0\x82\0\x81\x77\xcd\x72\xb6\0\0\0\0IEND\xae\x42\x60\x82"s;
}

class MediaWorkers : public testing::Test {
protected:
    /// A program that does this instead.
    std::filesystem::path program(std::string const& script) {
        auto const path = folder.path() / "horenso-media";
        std::ofstream{path} << "#!/bin/sh\n" << script << '\n';
        chmod(path.c_str(), 0700);
        return path;
    }
    Result<Portrait> made_by(std::filesystem::path path, std::string bytes = "x",
                             std::chrono::milliseconds deadline = 10s) {
        Workers workers{std::move(path), {.deadline = deadline}};
        return wait_for(workers.portrait("1", std::move(bytes)));
    }
    static std::string code(Result<Portrait> const& made) {
        return made ? "" : made.problem().code;
    }

    kit::TemporaryFolder folder;
};

TEST_F(MediaWorkers, GivenAPicture_WhenMade_ThenThereAreTwo) {
    auto const made = made_by(beside_this_program(), png());
    ASSERT_EQ(code(made), "");
    EXPECT_TRUE(made->large.starts_with("\xff\xd8\xff"));
    EXPECT_TRUE(made->small.starts_with("\xff\xd8\xff"));
    EXPECT_LT(made->small.size(), made->large.size());
}

TEST_F(MediaWorkers, GivenWhatIsNoPicture_WhenMade_ThenItIsSaid) {
    auto const there = beside_this_program();
    EXPECT_EQ(code(made_by(there, "<svg/>")), "media.not_a_picture");
    EXPECT_EQ(code(made_by(there, "")), "media.not_a_picture");
    EXPECT_EQ(code(made_by(there, png().substr(0, 50))), "media.broken");
    EXPECT_EQ(code(made_by(there, std::string(largest_picture, 'x'))), "media.not_a_picture");
    EXPECT_EQ(code(made_by(there, std::string(largest_picture + 1, 'x'))), "media.too_large");
    auto huge = png();
    huge.replace(16, 8, std::string{"\0\0\xea\x60\0\0\xea\x60", 8});
    EXPECT_EQ(code(made_by(there, huge)), "media.broken");  // its checksum is wrong now
}

TEST_F(MediaWorkers, GivenTheProgramItself_WhenItTriesWhatItMayNot_ThenAllIsRefused) {
    std::unique_ptr<FILE, int (*)(FILE*)> const told{
        popen((beside_this_program().string() + " check").c_str(), "r"), pclose};
    std::string said(4096, '\0');
    said.resize(fread(said.data(), 1, said.size(), told.get()));
    EXPECT_NE(said.find("open a file: refused"), std::string::npos);
    EXPECT_EQ(said.find("POSSIBLE"), std::string::npos) << said;
}

TEST_F(MediaWorkers, GivenNoProgram_WhenMade_ThenItIsSaidAndLookedForAgain) {
    Workers workers{folder.path() / "horenso-media", {}};
    EXPECT_FALSE(workers.is_there());
    EXPECT_EQ(code(wait_for(workers.portrait("1", "x"))), "media.missing");
    program("exit 1");
    EXPECT_TRUE(workers.is_there());
    EXPECT_EQ(code(wait_for(workers.portrait("1", "x"))), "media.broken");
}

TEST_F(MediaWorkers, GivenAProgramThatCannotShutItselfIn_WhenMade_ThenThePictureIsNotBlamed) {
    EXPECT_EQ(code(made_by(program("exit 70"), "x")), "media.missing");
}

TEST_F(MediaWorkers,
       GivenAProgramThatStandsStill_WhenItsTimeIsOver_ThenItIsEndedAndTheNextJobRuns) {
    EXPECT_EQ(code(made_by(program("kill -STOP $$"), "x", 200ms)), "media.took_too_long");
    EXPECT_EQ(code(made_by(program("exec >&- <&-; exec sleep 60"), "x", 200ms)), "media.broken");
    EXPECT_EQ(code(made_by(program("cat >/dev/null; exec sleep 60"), "x", 200ms)),
              "media.took_too_long");
    EXPECT_EQ(code(made_by(beside_this_program(), png())), "");
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a process is left";
}

TEST_F(MediaWorkers, GivenAProgramThatDies_WhenMade_ThenOnlyThatJobIsLost) {
    for (auto const* death : {"kill -SEGV $$", "exit 3", "exec true"})
        EXPECT_EQ(code(made_by(program(death), std::string(1'000'000, 'x'))), "media.broken");
}

TEST_F(MediaWorkers, GivenAProgramThatWasTurned_WhenItAnswers_ThenNothingOfItIsTaken) {
    auto const turned = [&](std::string const& script) {
        return code(made_by(program("cat >/dev/null; " + script)));
    };
    EXPECT_EQ(turned("printf 'd\\0\\0\\0\\4<svg\\0\\0\\0\\4<svg'"), "media.broken");
    EXPECT_EQ(turned("printf 'd\\0\\0\\0\\3\\377\\330\\377'"), "media.broken");
    EXPECT_EQ(turned("printf 'd\\377\\377\\377\\377'"), "media.broken");
    EXPECT_EQ(turned("head -c 700000 /dev/zero | tr '\\0' d"), "media.broken");
    EXPECT_EQ(turned("cat /dev/zero"), "media.broken");
    EXPECT_EQ(turned("printf k"), "media.not_a_picture");
    EXPECT_EQ(turned("printf l"), "media.too_many_pixels");
}

TEST_F(MediaWorkers, GivenTheServersEnvironmentAndFiles_WhenAProgramLooks_ThenThereIsNothing) {
    setenv("HORENSO_DATABASE", "postgresql://secret", 1);
    auto const seen = folder.path() / "seen";
    auto const looked = made_by(program("cat >/dev/null; cat /proc/$$/environ >" + seen.string()));
    EXPECT_EQ(code(looked), "media.broken");
    unsetenv("HORENSO_DATABASE");
    std::ifstream file{seen};
    std::string const said{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(said.find("secret"), std::string::npos) << said;
}

TEST_F(MediaWorkers, GivenSomebodysJobUnderWay_WhenTheySendAnother_ThenTheyWaitAndOthersDoNot) {
    Workers workers{program("sleep 0.5"), {}};
    auto first =
        std::async(std::launch::async, [&] { return wait_for(workers.portrait("1", "x")); });
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(code(wait_for(workers.portrait("1", "x"))), "media.one_at_a_time");
    EXPECT_EQ(code(wait_for(workers.portrait("2", "x"))), "media.broken");
    EXPECT_EQ(code(first.get()), "media.broken");
    EXPECT_EQ(code(wait_for(workers.portrait("1", "x"))), "media.broken");
}

}  // namespace
}  // namespace horenso::media
