#pragma once
#include <sys/types.h>
#include <time.h>

#include <cstdint>
#include <stdexcept>

namespace horenso::load {

inline std::int64_t nanoseconds(timespec const& t) {
    return static_cast<std::int64_t>(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

/// Time that never jumps, in nanoseconds; the same for every process of the machine.
inline std::int64_t now_ns() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return nanoseconds(t);
}

/// CPU time (user and system, all threads, living and ended) that the kernel accounts to a process.
/// 0 asks for our own. Throws when the process is gone.
inline std::int64_t cpu_ns(pid_t process) {
    clockid_t clock{};
    timespec t{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &t) != 0) {
        throw std::runtime_error("the measured process is gone");
    }
    return nanoseconds(t);
}

}  // namespace horenso::load
