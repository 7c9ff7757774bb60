#include "app/authority.hpp"

#include <chrono>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "platform/base/log.hpp"
#include "platform/blob/durable_file.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;

constexpr auto least_left = 90 * 24h;
constexpr std::string_view key_begins = "-----BEGIN PRIVATE KEY-----";

std::optional<crypto::Identity> kept(std::filesystem::path const& file) {
    auto const bytes = blob::read_whole(file);
    if (!bytes) return std::nullopt;
    auto const at = bytes->find(key_begins);
    if (at == std::string::npos) throw std::runtime_error{file.string() + ": has no private key"};
    return crypto::Identity{bytes->substr(0, at), bytes->substr(at)};
}

bool is_good(crypto::Identity const& authority, std::vector<std::string> const& names,
             Instant now) {
    auto const sample = crypto::issue(authority, names, now);
    return crypto::is_vouched_for(sample.certificate, authority.certificate, now) &&
           crypto::expiry(authority.certificate) > now + least_left;
}

void keep(std::filesystem::path const& file, crypto::Identity const& authority) {
    auto const folder = file.parent_path();
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    auto const unfinished = folder / "authority.unfinished";
    std::filesystem::remove(unfinished);
    if (!blob::write_whole(unfinished, authority.certificate + authority.key))
        throw std::system_error{ENOSPC, std::generic_category(), unfinished.string()};
    std::filesystem::rename(unfinished, file);
    blob::sync(folder);
}

}  // namespace

Authority::Authority(std::filesystem::path const& data, std::vector<std::string> const& names,
                     Instant now) {
    auto const file = data / "tls" / "authority.pem";
    auto found = kept(file);
    if (found && is_good(*found, names, now)) {
        own_ = std::move(*found);
        return;
    }
    own_ = crypto::make_authority(names, now);
    keep(file, own_);
    if (found)
        log::warning("app.authority_replaced", {{"was", crypto::fingerprint(found->certificate)},
                                                {"is", crypto::fingerprint(own_.certificate)}});
}

crypto::Identity Authority::issue(std::vector<std::string> const& names, Instant now) const {
    return crypto::issue(own_, names, now);
}

}  // namespace horenso::app
