#include "platform/backup/make.hpp"

#include <algorithm>
#include <memory>
#include <system_error>

#include "platform/backup/files.hpp"
#include "platform/backup/unfinished.hpp"
#include "platform/blob/durable_file.hpp"

namespace horenso::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t left_free = 32 << 20;
constexpr std::uintmax_t megabyte = 1 << 20;

/// The blobs as paths in their folder, sorted; those still being written are nobody's yet.
std::vector<std::string> blobs_in(fs::path const& folder) {
    std::vector<std::string> paths;
    if (!fs::exists(folder)) return paths;
    for (auto const& shelf : fs::directory_iterator{folder}) {
        if (!shelf.is_directory() || shelf.path().filename() == "new") continue;
        for (auto const& blob : fs::directory_iterator{shelf})
            if (blob.is_regular_file()) paths.push_back(fs::relative(blob.path(), folder).string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::uintmax_t size_of(fs::path const& folder, std::vector<std::string> const& blobs) {
    std::uintmax_t all = 0;
    std::error_code gone;
    for (auto const& blob : blobs)
        if (auto const size = fs::file_size(folder / blob, gone); !gone) all += size;
    return all;
}

/// A file on disk takes what it takes; an archive of PostgreSQL's leaves out its indexes and is packed.
std::uintmax_t size_of_database(Manifest const& manifest) {
    auto const bytes = static_cast<std::uintmax_t>(manifest.mark.bytes);
    return manifest.database == Dialect::sqlite ? bytes : bytes / 2;
}

Result<Done> must_fit(Contents const& contents) {
    auto needed = size_of_database(contents.manifest) + left_free;
    if (contents.how == Contents::Files::copied)
        needed += size_of(contents.files, blobs_in(contents.files));
    auto const free = fs::space(contents.place).available;
    if (free >= needed) return Done{};
    return Problem{.status = 507,
                   .code = "backup.no_room",
                   .arguments = {{"needed", std::to_string(needed / megabyte + 1)},
                                 {"free", std::to_string(free / megabyte)}}};
}

/// False if the blob went away meanwhile: then no row of the copied database names it, or one that was
/// deleted for good.
bool keep_blob(fs::path const& from, fs::path const& to, Contents::Files how) {
    for (auto const& folder : {to.parent_path().parent_path(), to.parent_path()})
        if (fs::create_directory(folder)) fs::permissions(folder, fs::perms::owner_all);
    std::error_code error;
    if (how == Contents::Files::linked) fs::create_hard_link(from, to, error);
    if (how == Contents::Files::linked && !error) return true;
    if (!fs::exists(from)) return false;
    (void)copy_durably(from, to);
    return true;
}

Result<Done> fill(Contents const& contents, fs::path const& folder, Manifest& manifest,
                  StopFlag const& stop) {
    auto const database = manifest.database == Dialect::sqlite ? "horenso.db" : "horenso.pgdump";
    auto copied = contents.copy(folder / database);
    if (!copied) return copied;
    manifest.files.push_back(described(folder, database));
    for (auto const& blob : blobs_in(contents.files)) {
        if (stop) return Problem{.status = 503, .code = "store.copy_stopped"};
        auto const path = "files/" + blob;
        if (keep_blob(contents.files / blob, folder / path, contents.how))
            manifest.files.push_back(described(folder, path));
    }
    return Done{};
}

Result<std::unique_ptr<Unfinished>> begin(Contents const& contents) {
    try {
        return std::make_unique<Unfinished>(contents.place, contents.name);
    } catch (fs::filesystem_error const& error) {
        if (is_want_of_room(error.code())) throw;
        return Problem{.status = 422,
                       .code = "backup.bad_place",
                       .arguments = {{"folder", contents.place.string()}}};
    }
}

}  // namespace

Result<Made> make(Contents const& contents, StopFlag const& stop) {
    try {
        auto prepared = begin(contents);
        if (!prepared) return prepared.problem();
        auto& folder = **prepared;
        if (auto fits = must_fit(contents); !fits) return fits.problem();
        auto manifest = contents.manifest;
        auto filled = fill(contents, folder.path(), manifest, stop);
        if (!filled) return filled.problem();
        sync_folders(folder.path());
        if (!blob::write_whole(folder.path() / manifest_name, manifest_text(manifest)))
            return Problem{.status = 507, .code = "store.no_room_for_copy"};
        blob::sync(folder.path());
        return Made{folder.finish(), std::move(manifest)};
    } catch (std::system_error const& error) {
        if (!is_want_of_room(error.code())) throw;
        return Problem{.status = 507, .code = "store.no_room_for_copy"};
    }
}

}  // namespace horenso::backup
