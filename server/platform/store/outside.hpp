#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

namespace horenso::sqlite {

/// What the driver asks of the machine; tests put a bad day in its place.
struct Outside {
    /// Ends the process because the disk can't be trusted any more. When a test's version returns, the
    /// store answers everything with an exception from then on.
    std::function<void(std::string_view why)> end_process;

    /// Free bytes where `folder` is.
    std::function<std::uintmax_t(std::filesystem::path const& folder)> free_bytes;

    /// SQLite's way to files; null: the system's.
    char const* vfs = nullptr;
};

/// The machine as it is. `end_process` logs and leaves with EX_IOERR, without a core file: that would
/// hold what people wrote.
Outside real_outside();

}  // namespace horenso::sqlite
