#include "jail.hpp"

#include <fcntl.h>
#include <grp.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>

namespace horenso::media {
namespace {

constexpr rlim_t memory = 768UL * 1024 * 1024;
constexpr rlim_t processor_s = 10;
constexpr rlim_t open_files = 3;  // those that are open now
constexpr unsigned nobody = 65534;

void need(bool worked, char const* what) {
    if (worked) return;
    std::perror(what);
    std::exit(70);
}

void limit(__rlimit_resource resource, rlim_t most) {
    rlimit const both{most, most};
    need(setrlimit(resource, &both) == 0, "setrlimit");
}

/// When the machine has no memory left, the system ends this program and not the server.
void offer_itself_first() {
    auto const score = open("/proc/self/oom_score_adj", O_WRONLY);
    if (score < 0) return;
    [[maybe_unused]] auto const wrote = write(score, "1000", 4);
    close(score);
}

void become_nobody() {
    if (geteuid() != 0) return;
    need(setgroups(0, nullptr) == 0 && setresgid(nobody, nobody, nobody) == 0 &&
             setresuid(nobody, nobody, nobody) == 0,
         "setuid");
}

/// What the decoders need once they are loaded. All else is refused as if it weren't permitted.
class Filter {
public:
    Filter() : rules_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {
        need(rules_ != nullptr, "seccomp_init");
    }
    ~Filter() { seccomp_release(rules_); }
    Filter(Filter const&) = delete;

    void allow(std::initializer_list<int> calls) {
        for (auto const call : calls)
            need(seccomp_rule_add(rules_, SCMP_ACT_ALLOW, call, 0) == 0, "seccomp_rule_add");
    }
    /// No memory that can be run may come into being.
    void allow_without_execution(int call) {
        scmp_arg_cmp const data{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
        need(seccomp_rule_add(rules_, SCMP_ACT_ALLOW, call, 1, data) == 0, "seccomp_rule_add");
    }
    void allow_threads() {
        constexpr scmp_datum_t thread = CLONE_THREAD | CLONE_VM;
        // In a space of its own for users it is root, and the system would give it all others.
        constexpr scmp_datum_t spaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS |
                                        CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;
        scmp_arg_cmp const flags{0, SCMP_CMP_MASKED_EQ, thread | spaces, thread};
        need(seccomp_rule_add(rules_, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, flags) == 0,
             "seccomp_rule_add");
        // Its flags lie in memory, where a filter doesn't see them; the C library then takes clone.
        need(seccomp_rule_add(rules_, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0,
             "seccomp_rule_add");
    }
    void load() { need(seccomp_load(rules_) == 0, "seccomp_load"); }

private:
    scmp_filter_ctx rules_;
};

void refuse_calls() {
    Filter filter;
    filter.allow({SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(exit), SCMP_SYS(exit_group),
                  SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)});
    filter.allow({SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(gettid),
                  SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(restart_syscall),
                  SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn)});
    filter.allow({SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(gettimeofday),
                  SCMP_SYS(getrandom)});
    filter.allow_without_execution(SCMP_SYS(mmap));
    filter.allow_without_execution(SCMP_SYS(mprotect));
    filter.allow_threads();
    filter.load();
}

bool is_refused(char const* what, bool refused) {
    std::printf("%s: %s\n", what, refused ? "refused" : "POSSIBLE");
    return refused;
}

/// Asks for a thread such as the system never makes, but which it refuses as wrong and not as forbidden.
bool are_spaces_refused() {
    return syscall(SYS_clone, CLONE_THREAD | CLONE_VM | CLONE_NEWNET, 0, 0, 0, 0) < 0 &&
           errno == EPERM;
}

}  // namespace

void enter_jail() {
    mallopt(M_ARENA_MAX, 1);  // each more would take a part of the memory that there may be
    need(close_range(3, ~0U, 0) == 0, "close_range");
    offer_itself_first();
    become_nobody();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    need(prctl(PR_SET_DUMPABLE, 0) == 0, "dumpable");
    need(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no_new_privs");
    unshare(CLONE_NEWUSER | CLONE_NEWNET);  // where a system permits that; the filter holds anyway
    limit(RLIMIT_AS, memory);
    limit(RLIMIT_CPU, processor_s);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, open_files);
    refuse_calls();
}

bool is_jailed() {
    bool all = true;
    all &= is_refused("open a file", open("/etc/passwd", O_RDONLY) < 0);
    all &= is_refused("make a file", creat("/tmp/horenso-media", 0600) < 0);
    all &= is_refused("reach a network", socket(AF_INET, SOCK_STREAM, 0) < 0);
    all &= is_refused("reach a local socket", socket(AF_UNIX, SOCK_STREAM, 0) < 0);
    all &= is_refused("start a process", fork() < 0);
    all &= is_refused("have spaces of its own", are_spaces_refused());
    char* const nothing[] = {nullptr};
    all &= is_refused("become a program", execve("/bin/true", nothing, nothing) < 0);
    all &= is_refused("signal a process", kill(getppid(), 0) < 0);
    all &= is_refused("run what it wrote", mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
    return all;
}

}  // namespace horenso::media
