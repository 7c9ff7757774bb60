#include "platform/store/outside_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace horenso {
namespace {

constexpr std::size_t most_said = 4096;
constexpr int look_every_ms = 50;

[[noreturn]] void fail(int why, char const* what) {
    throw std::system_error{why, std::generic_category(), what};
}

/// The pipe of its standard error.
struct Pipe {
    Pipe() {
        if (pipe2(ends, O_CLOEXEC) != 0) fail(errno, "pipe");
    }
    ~Pipe() {
        close(ends[0]);
        close_writing();
    }
    Pipe(Pipe const&) = delete;
    void close_writing() {
        if (ends[1] >= 0) close(ends[1]);
        ends[1] = -1;
    }
    int ends[2];
};

/// What the child gets: three files and the signals as a shell would give them.
class Arrangement {
public:
    explicit Arrangement(int standard_error) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&files_, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&files_, standard_error, 2);
        posix_spawn_file_actions_addclosefrom_np(&files_, 3);
        posix_spawnattr_init(&signals_);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&signals_, &none);
        posix_spawnattr_setsigdefault(&signals_, &all);
        posix_spawnattr_setflags(&signals_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Arrangement() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&signals_);
    }
    Arrangement(Arrangement const&) = delete;
    posix_spawn_file_actions_t const* files() const { return &files_; }
    posix_spawnattr_t const* signals() const { return &signals_; }

private:
    posix_spawn_file_actions_t files_;
    posix_spawnattr_t signals_;
};

std::vector<char*> pointers(std::vector<std::string> const& texts) {
    std::vector<char*> all;
    for (auto const& text : texts) all.push_back(const_cast<char*>(text.c_str()));
    all.push_back(nullptr);
    return all;
}

/// Until it closes its standard error, which it does when it ends.
std::string listen_to(int from, pid_t child, StopFlag const& stop) {
    std::string said;
    std::array<char, 1024> part{};
    for (;;) {
        if (stop) kill(child, SIGTERM);
        pollfd waits{from, POLLIN, 0};
        if (poll(&waits, 1, look_every_ms) == 0) continue;
        auto const got = read(from, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return said;
        said.append(part.data(), static_cast<std::size_t>(got));
        if (said.size() > most_said) said.erase(0, said.size() - most_said);
    }
}

}  // namespace

ProgramEnd run_program(std::vector<std::string> const& words,
                       std::vector<std::string> const& environment, StopFlag const& stop) {
    Pipe pipe;
    Arrangement const arrangement{pipe.ends[1]};
    auto const argv = pointers(words);
    auto const envp = pointers(environment);
    pid_t child = 0;
    auto const error = posix_spawnp(&child, words.front().c_str(), arrangement.files(),
                                    arrangement.signals(), argv.data(), envp.data());
    ProgramEnd end;
    if (error == ENOENT) return end;
    if (error != 0) fail(error, words.front().c_str());
    pipe.close_writing();
    end.was_found = true;
    end.said = listen_to(pipe.ends[0], child, stop);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    end.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return end;
}

}  // namespace horenso
