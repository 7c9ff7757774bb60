#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/embedded.hpp"
#include "platform/store/sql.hpp"

namespace horenso {

/// One step of the schema: `<folder>/migrations/0001_rooms.sql`, or where the dialects differ
/// `0004_search.sqlite.sql` and `0004_search.postgres.sql`. Forward only, never edited once released.
/// A first line `-- needs: services/directory/0001` names a step of another folder that must be there.
struct Migration {
    std::string folder;  ///< "features/talk"
    int number = 0;      ///< 1
    std::string name;    ///< "rooms"
    std::string sqlite;  ///< text for each dialect (the same where one file serves both)
    std::string postgres;
};

/// The migrations among `files`, ordered by shelf (platform, services, features, across), folder in
/// the order of the shelf, number. Throws std::logic_error on a gap, a twin or an unmet need.
std::vector<Migration> find_migrations(std::span<embedded::File const> files);

}  // namespace horenso
