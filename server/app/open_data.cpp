#include "app/open_data.hpp"

#include "platform/backup/backups.hpp"
#include "platform/base/embedded.hpp"

namespace horenso::app {

std::filesystem::path prepared(std::filesystem::path const& data) {
    std::filesystem::create_directories(data);
    std::filesystem::permissions(data, std::filesystem::perms::owner_all);
    return data;
}

std::vector<Migration> schema() { return find_migrations(embedded::files()); }

std::unique_ptr<WholeStore> open_store(Config const& config, Clock const& clock) {
    auto const& url = config["database"];
    std::filesystem::path const folder{config["data"]};
    auto const keep = backup::before_migrating({folder, HORENSO_VERSION}, clock);
    if (!url.empty()) return open_postgres({.url = url, .before_migrating = keep}, schema());
    return open_sqlite({.file = folder / "horenso.db", .before_migrating = keep}, schema());
}

}  // namespace horenso::app
