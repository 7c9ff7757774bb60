#include "platform/store/outside.hpp"

#include <sysexits.h>
#include <unistd.h>

#include <limits>
#include <string>

#include "platform/base/log.hpp"

namespace horenso::sqlite {
namespace {

void leave(std::string_view why) {
    log::error("store.disk_failed", {{"why", std::string{why}}});
    _exit(EX_IOERR);  // no destructor may write any more
}

// What can't be asked is no reason to refuse: SQLite itself will meet the end of the disk.
std::uintmax_t free_on_disk(std::filesystem::path const& folder) {
    std::error_code error;
    auto space = std::filesystem::space(folder, error);
    return error ? std::numeric_limits<std::uintmax_t>::max() : space.available;
}

}  // namespace

Outside real_outside() { return {leave, free_on_disk, nullptr}; }

}  // namespace horenso::sqlite
