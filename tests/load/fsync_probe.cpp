// What one durable append costs on this disk: 300 bytes and fdatasync, again and again.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "load/clock.hpp"
#include "load/histogram.hpp"

int main(int argc, char** argv) {
    using horenso::load::now_ns;
    if (argc != 3) {
        std::fprintf(stderr, "usage: load_fsync_probe FILE SECONDS\n");
        return 2;
    }
    int const file = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return std::perror(argv[1]), 1;
    std::string const record(300, 'r');
    horenso::load::Histogram times;
    auto const end = now_ns() + static_cast<std::int64_t>(std::atof(argv[2]) * 1e9);
    for (auto now = now_ns(); now < end;) {
        if (write(file, record.data(), record.size()) != static_cast<ssize_t>(record.size()) ||
            fdatasync(file) != 0) {
            return std::perror("write"), 1;
        }
        auto const done = now_ns();
        times.add(done - now);
        now = done;
    }
    close(file);
    unlink(argv[1]);
    std::printf("{\"syncs\":%llu,\"p50_us\":%.1f,\"p99_us\":%.1f}\n",
                static_cast<unsigned long long>(times.total()), times.microseconds_at(0.5),
                times.microseconds_at(0.99));
    return 0;
}
