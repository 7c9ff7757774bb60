#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "platform/backup/make.hpp"
#include "platform/base/pool.hpp"
#include "platform/base/task.hpp"
#include "platform/store/open.hpp"
#include "platform/time/clock.hpp"

namespace horenso::backup {

/// Where an installation keeps what a backup holds, and its version.
struct Installation {
    std::filesystem::path data;  ///< the data folder
    std::string program;

    std::filesystem::path files() const { return data / "files"; }
};

/// Makes backups of the running installation, and looks through it, on a thread of its own with less of
/// the processor than the rest. One after the other; 503 `backup.busy` when more than two wait.
///
/// Must be gone before the store and the loops are.
class Backups {
public:
    struct Needs {
        WholeStore& store;
        Clock const& clock;
        Installation of;
    };
    explicit Backups(Needs needs) : needs_(std::move(needs)) {}
    ~Backups() { stop(); }

    /// Makes `place/horenso-2026-11-23T10-20-30Z/`. Problems and exceptions: see `make`.
    Task<Result<Made>> make(std::filesystem::path place);

    /// What is wrong, a line each.
    struct Faults {
        std::vector<std::string> database;  ///< see `WholeStore::faults`
        std::vector<std::string> files;     ///< blobs that aren't what they are called
        std::size_t file_count = 0;
    };
    Task<Result<Faults>> look_through();

    /// What runs ends soon with `store.copy_stopped`. From any thread.
    void stop() { stop_ = true; }

private:
    Needs needs_;
    StopFlag stop_ = false;
    Pool pool_{{.threads = 1, .queue = 2}, "backup.busy"};
};

/// For `SqliteOptions` and `PostgresOptions`: makes `data/backups/before-features-talk-2-…Z/` before a
/// new schema, and keeps the newest three of these. Where pg_dump isn't installed it only warns in the
/// log; any other failure throws.
BeforeMigrating before_migrating(Installation of, Clock const& clock);

}  // namespace horenso::backup
