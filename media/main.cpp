#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>

#include "jail.hpp"
#include "portrait.hpp"

namespace {

using namespace horenso::media;

constexpr std::size_t most_read = 64 * 1024 * 1024;

/// All that comes until the other side has no more.
std::string read_all() {
    std::string bytes;
    static std::array<char, 64 * 1024> part;
    for (;;) {
        auto const got = read(STDIN_FILENO, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || bytes.size() > most_read) return bytes;
        bytes.append(part.data(), static_cast<std::size_t>(got));
    }
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const wrote = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (wrote < 0 && errno != EINTR) return false;
        if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    std::string_view const job = argc == 2 ? argv[1] : "";
    if (job != "portrait" && job != "check") {
        std::fputs(
            "usage: horenso-media portrait <PICTURE | cat >ANSWER    it may not write into a file\n"
            "       horenso-media check    says whether this system keeps it from all it may not "
            "do\n",
            stderr);
        return 64;
    }
    enter_jail();
    if (job == "check") return is_jailed() ? 0 : 1;
    return write_all(write_answer(portrait(read_all()))) ? 0 : 74;
}
