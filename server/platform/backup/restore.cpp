#include "platform/backup/restore.hpp"

#include <system_error>

#include "platform/backup/check.hpp"
#include "platform/backup/files.hpp"
#include "platform/blob/durable_file.hpp"
#include "platform/store/postgres_archive.hpp"

namespace horenso::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t megabyte = 1 << 20;

Result<Done> must_suit(Manifest const& manifest, Target const& target) {
    if (manifest.database == Dialect::postgres && target.database.empty())
        return Problem{.status = 422, .code = "backup.of_postgres"};
    if (manifest.database == Dialect::sqlite && !target.database.empty())
        return Problem{.status = 422, .code = "backup.of_sqlite"};
    return Done{};
}

Result<Done> must_fit(Manifest const& manifest, fs::path const& data) {
    auto needed = manifest.bytes();
    if (manifest.database == Dialect::postgres) needed -= manifest.files.front().bytes;
    auto const free = fs::space(data).available;
    if (free >= needed) return Done{};
    return Problem{.status = 507,
                   .code = "backup.no_room",
                   .arguments = {{"needed", std::to_string(needed / megabyte + 1)},
                                 {"free", std::to_string(free / megabyte)}}};
}

/// Again by its digest, on the way: it was checked a while ago.
Result<Done> bring_back(fs::path const& folder, Manifest::File const& file, fs::path const& to) {
    if (copy_durably(folder / file.path, to) == file.blake2b) return Done{};
    return Problem{
        .status = 422, .code = "backup.damaged", .fields = {{file.path, "backup.file_changed"}}};
}

Result<Done> bring_back_blobs(fs::path const& folder, Manifest const& manifest,
                              fs::path const& data) {
    for (auto const& file : manifest.files) {
        if (&file == &manifest.files.front()) continue;
        auto const to = data / file.path;
        fs::create_directories(to.parent_path());
        auto done = bring_back(folder, file, to);
        if (!done) return done;
    }
    sync_folders(data);
    return Done{};
}

Result<Done> bring_back_database(fs::path const& folder, Manifest const& manifest,
                                 Target const& target) {
    auto const& file = manifest.files.front();
    if (manifest.database == Dialect::postgres)
        return postgres::restore_database(target.database, folder / file.path);
    auto const unfinished = target.data / "horenso.db.unfinished";
    auto done = bring_back(folder, file, unfinished);
    if (!done) return done;
    fs::rename(unfinished, target.data / "horenso.db");
    blob::sync(target.data);
    return done;
}

}  // namespace

Result<Manifest> restore(fs::path const& folder, Target const& target) {
    auto manifest = check(folder);
    if (!manifest) return manifest;
    if (auto suits = must_suit(*manifest, target); !suits) return suits.problem();
    if (!is_free(target.data)) return Problem{.status = 409, .code = "backup.target_not_empty"};
    fs::create_directories(target.data);
    fs::permissions(target.data, fs::perms::owner_all);
    if (auto fits = must_fit(*manifest, target.data); !fits) return fits.problem();
    auto blobs = bring_back_blobs(folder, *manifest, target.data);
    if (!blobs) return blobs.problem();
    auto database = bring_back_database(folder, *manifest, target);
    if (!database) return database.problem();
    return manifest;
}

}  // namespace horenso::backup
