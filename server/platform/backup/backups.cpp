#include "platform/backup/backups.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

#include "platform/base/log.hpp"
#include "platform/blob/durable_file.hpp"
#include "platform/crypto/token.hpp"
#include "platform/store/database_error.hpp"

namespace horenso::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_before_migrations = 3;
constexpr std::string_view automatic = "before-";

std::string name_at(Instant at) {
    auto text = utc_text(at);
    std::replace(text.begin(), text.end(), ':', '-');
    return text;
}

// People's requests come first on the processor.
void step_back() { setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 10); }

std::string digest_of_whole(fs::path const& path) {
    auto const bytes = blob::read_whole(path);
    return bytes ? crypto::sha256_hex(*bytes) : "";
}

void look_at_blobs(fs::path const& folder, Backups::Faults& faults, StopFlag const& stop) {
    if (!fs::exists(folder)) return;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (stop) return;
        auto const name = entry.path().filename().string();
        if (!entry.is_regular_file() || entry.path().parent_path() == folder / "new") continue;
        ++faults.file_count;
        if (auto const digest = digest_of_whole(entry.path()); !digest.empty() && digest != name)
            faults.files.push_back(name);
    }
}

/// All but the newest; by when they were made, which their manifests say.
void forget_older(fs::path const& place) {
    std::vector<std::pair<std::int64_t, fs::path>> made;
    for (auto const& entry : fs::directory_iterator{place}) {
        if (!entry.path().filename().string().starts_with(automatic)) continue;
        if (auto const manifest = read_manifest(entry.path()))
            made.emplace_back(manifest->mark.at.ms, entry.path());
    }
    std::sort(made.rbegin(), made.rend());
    for (std::size_t i = kept_before_migrations; i < made.size(); ++i) {
        log::info("backup.removed", {{"folder", made[i].second.string()}});
        fs::remove(made[i].second / manifest_name);  // first: what is left is no backup
        fs::remove_all(made[i].second);
    }
}

/// What there is to say besides the code.
std::string why(Problem const& problem) {
    std::string all;
    for (auto const& [name, value] : problem.arguments) all += ", " + name + ": " + value;
    return all;
}

Manifest begun(Tx& tx, Instant at, std::string program) {
    return {.program = std::move(program),
            .database = tx.dialect(),
            .mark = mark_of(tx, at),
            .schema = schema_of(tx),
            .files = {}};
}

}  // namespace

Task<Result<Made>> Backups::make(fs::path place) {
    auto const at = needs_.clock.now();
    auto begin = [at, this](Tx& tx) { return begun(tx, at, needs_.of.program); };
    auto manifest = co_await needs_.store.read(begin);
    auto copy = [this](fs::path const& target) { return needs_.store.copy_to(target, stop_); };
    Contents contents{.place = std::move(place),
                      .name = "horenso-" + name_at(at),
                      .manifest = std::move(manifest),
                      .copy = copy,
                      .files = needs_.of.files()};
    std::function<Result<Made>()> work = [this, contents = std::move(contents)] {
        step_back();
        return backup::make(contents, stop_);
    };
    auto made = co_await pool_.run(std::move(work));
    if (!made) co_return made.problem();
    auto result = *std::move(made);
    if (result) log::info("backup.made", {{"folder", result->folder.string()}});
    co_return result;
}

Task<Result<Backups::Faults>> Backups::look_through() {
    std::function<Faults()> work = [this] {
        step_back();
        Faults faults;
        faults.database = needs_.store.faults(stop_);
        look_at_blobs(needs_.of.files(), faults, stop_);
        return faults;
    };
    co_return co_await pool_.run(std::move(work));
}

BeforeMigrating before_migrating(Installation of, Clock const& clock) {
    return [of, &clock](Tx& tx, std::string const& step, CopyDatabase const& copy) {
        auto const at = clock.now();
        auto name = std::string{automatic} + step + '-' + name_at(at);
        std::replace(name.begin(), name.end(), '/', '-');
        StopFlag const never{false};
        auto const place = of.data / "backups";
        auto const made = make({.place = place,
                                .name = name,
                                .manifest = begun(tx, at, of.program),
                                .copy = copy,
                                .files = of.files(),
                                .how = Contents::Files::linked},
                               never);
        if (made) {
            log::info("backup.made", {{"folder", made->folder.string()}});
            return forget_older(place);
        }
        auto const& code = made.problem().code;
        if (code != "store.no_pg_dump")
            throw DatabaseError{"no backup could be made before the new schema: " + code +
                                why(made.problem())};
        log::warning("backup.none_before_migration", {{"why", code}});
    };
}

}  // namespace horenso::backup
