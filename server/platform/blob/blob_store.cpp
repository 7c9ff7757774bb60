#include "platform/blob/blob_store.hpp"

#include <stdexcept>

#include "platform/blob/durable_file.hpp"

namespace horenso {
namespace {

std::string text_of(BlobStore::Name const& name) {
    constexpr char const* digits = "0123456789abcdef";
    std::string text;
    for (auto const byte : name) {
        text += digits[byte >> 4];
        text += digits[byte & 0xf];
    }
    return text;
}

std::filesystem::path place_of(std::filesystem::path const& folder, BlobStore::Name const& name) {
    auto const text = text_of(name);
    return folder / text.substr(0, 2) / text;
}

Result<BlobStore::Name> keep(std::filesystem::path const& folder, std::string const& bytes) {
    auto const name = crypto::sha256(bytes);
    auto const place = place_of(folder, name);
    if (std::filesystem::exists(place)) {  // perhaps left by a put that never came to its end
        blob::sync(place);
        blob::sync(place.parent_path());
        return name;
    }
    auto const temporary = folder / "new" / crypto::random_token();
    if (!blob::write_whole(temporary, bytes)) {
        std::filesystem::remove(temporary);
        return Problem{.status = 507, .code = "blob.disk_full", .retry_after_s = 5};
    }
    if (std::filesystem::create_directory(place.parent_path())) blob::sync(folder);
    std::filesystem::rename(temporary, place);
    blob::sync(place.parent_path());
    return name;
}

std::optional<std::string> look_up(std::filesystem::path const& folder,
                                   BlobStore::Name const& name) {
    auto bytes = blob::read_whole(place_of(folder, name));
    if (bytes && crypto::sha256(*bytes) != name)
        throw BlobDamaged{"blob damaged: " + text_of(name)};
    return bytes;
}

bool take_away(std::filesystem::path const& folder, BlobStore::Name const& name) {
    auto const place = place_of(folder, name);
    if (!std::filesystem::remove(place)) return false;
    blob::sync(place.parent_path());
    return true;
}

}  // namespace

BlobStore::BlobStore(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::remove_all(folder_ / "new");
    std::filesystem::create_directories(folder_ / "new");
    blob::sync(folder_);
}

Task<Result<BlobStore::Name>> BlobStore::put(std::string bytes) {
    auto work = [folder = folder_, bytes = std::move(bytes)] { return keep(folder, bytes); };
    std::function<Result<Name>()> make = std::move(work);
    auto kept = co_await pool_.run(std::move(make));
    if (!kept) co_return kept.problem();
    co_return *std::move(kept);
}

Task<Result<std::optional<std::string>>> BlobStore::read(Name name) {
    auto work = [folder = folder_, name] { return look_up(folder, name); };
    std::function<std::optional<std::string>()> make = std::move(work);
    return pool_.run(std::move(make));
}

Task<Result<bool>> BlobStore::remove(Name name) {
    auto work = [folder = folder_, name] { return take_away(folder, name); };
    std::function<bool()> make = std::move(work);
    return pool_.run(std::move(make));
}

}  // namespace horenso
