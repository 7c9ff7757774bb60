#include "platform/media/run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/media/frame.hpp"

namespace horenso::media {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int why, char const* what) {
    throw std::system_error{why, std::generic_category(), what};
}

/// The line to the process: ours, and the end that becomes its standard input and output.
struct Line {
    Line() {
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            fail(errno, "socketpair");
    }
    ~Line() {
        close(ends[0]);
        close_theirs();
    }
    Line(Line const&) = delete;
    void close_theirs() {
        if (ends[1] >= 0) close(ends[1]);
        ends[1] = -1;
    }
    int ends[2];
};

/// What the process gets: three files and the signals as a shell would give them.
class Arrangement {
public:
    explicit Arrangement(int line) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_adddup2(&files_, line, 0);
        posix_spawn_file_actions_adddup2(&files_, line, 1);
        posix_spawn_file_actions_addopen(&files_, 2, "/dev/null", O_WRONLY, 0);
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

/// nullopt: there is no such program.
std::optional<pid_t> start(Work const& work, Line const& line) {
    Arrangement const arrangement{line.ends[1]};
    auto name = work.program.filename().string();
    auto job = work.job;
    std::array<char*, 3> const words{name.data(), job.data(), nullptr};
    std::array<char*, 1> const nothing{nullptr};
    pid_t child = 0;
    auto const error = posix_spawn(&child, work.program.c_str(), arrangement.files(),
                                   arrangement.signals(), words.data(), nothing.data());
    if (error == ENOENT || error == EACCES || error == ENOEXEC) return std::nullopt;
    if (error != 0) fail(error, work.program.c_str());
    return child;
}

enum class Talk { ended, late, too_long };

class Conversation {
public:
    Conversation(int line, std::string_view bytes, Clock::time_point until)
        : line_(line), unsent_(bytes), until_(until) {
        if (unsent_.empty()) shutdown(line_, SHUT_WR);
    }

    /// Until it closes its end.
    Talk hold() {
        for (;;) {
            using std::chrono::duration_cast, std::chrono::milliseconds;
            auto const left = duration_cast<milliseconds>(until_ - Clock::now()).count();
            if (left <= 0) return Talk::late;
            pollfd waits{line_, static_cast<short>(unsent_.empty() ? POLLIN : POLLIN | POLLOUT), 0};
            auto const ready = poll(&waits, 1, static_cast<int>(left));
            if (ready < 0 && errno != EINTR) fail(errno, "poll");
            if (ready <= 0) continue;
            if (waits.revents & POLLOUT) send_some();
            if (!(waits.revents & (POLLIN | POLLHUP | POLLERR))) continue;
            if (!receive_some()) return Talk::ended;
            if (received.size() > largest_answer) return Talk::too_long;
        }
    }

    std::string received;

private:
    void send_some() {
        auto const sent =
            ::send(line_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) unsent_.remove_prefix(static_cast<std::size_t>(sent));
        if (sent < 0 && errno == EPIPE) unsent_ = {};  // it has seen enough
        if (unsent_.empty()) shutdown(line_, SHUT_WR);
    }
    bool receive_some() {
        std::array<char, 64 * 1024> part;
        auto const got = recv(line_, part.data(), part.size(), MSG_DONTWAIT);
        if (got > 0) received.append(part.data(), static_cast<std::size_t>(got));
        return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
    }

    int line_;
    std::string_view unsent_;
    Clock::time_point until_;
};

/// The process. None outlives this, nor is left unwaited for.
class Child {
public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() {
        if (id_ == 0) return;
        kill(id_, SIGKILL);
        while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Child(Child const&) = delete;

    /// How it ended; killed if it doesn't by then.
    int end_by(Clock::time_point until) {
        using namespace std::chrono_literals;
        auto const id = std::exchange(id_, 0);
        int status = 0;
        for (;;) {
            auto const in_time = Clock::now() < until;
            if (!in_time) kill(id, SIGKILL);
            auto const ended = waitpid(id, &status, in_time ? WNOHANG : 0);
            if (ended == id) return status;
            if (ended < 0 && errno != EINTR) fail(errno, "waitpid");
            std::this_thread::sleep_for(1ms);
        }
    }

private:
    pid_t id_;  // 0: it has ended
};

/// EX_SOFTWARE: it reads nothing where it can't take away its own rights (media/jail.cpp).
constexpr int not_shut_in = 70;

std::string said_of(int status) {
    if (WIFSIGNALED(status)) return "killed by " + std::to_string(WTERMSIG(status));
    return "ended " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

Ran run(Work const& work) {
    Line line;
    auto const until = Clock::now() + work.deadline;
    auto const started = start(work, line);
    if (!started) return {Ran::End::missing, {}, "can't be started"};
    Child child{*started};
    line.close_theirs();
    Conversation conversation{line.ends[0], work.bytes, until};
    auto const talk = conversation.hold();
    // Once it has said what it had to say it ends by itself; else its time is over.
    auto const status = child.end_by(talk == Talk::ended ? until : Clock::time_point::min());
    if (talk == Talk::late) return {Ran::End::late};
    if (talk == Talk::too_long) return {Ran::End::lost, {}, "said too much"};
    if (WIFEXITED(status) && WEXITSTATUS(status) == not_shut_in)
        return {Ran::End::missing, {}, "can't shut itself in"};
    if (status != 0) return {Ran::End::lost, {}, said_of(status)};
    return {Ran::End::answered, std::move(conversation.received)};
}

}  // namespace horenso::media
