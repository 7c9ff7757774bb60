// Imports, as whoever waits for one sees them. Included by directory.hpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/long_work.hpp"
#include "platform/base/result.hpp"
#include "platform/store/store.hpp"
#include "services/directory/ids.hpp"

namespace horenso::directory {

/// What an import does, one after the other: the steps of its `Progress`.
enum class ImportStep { reading, checking, writing, following };
inline void begin(Progress& progress, ImportStep step, std::size_t rows = 0) {
    progress.begin(static_cast<std::size_t>(step), rows);
}

/// What an import came to.
struct ImportReport {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    friend bool operator==(ImportReport const&, ImportReport const&) = default;
};

/// Who imports what: their last import is kept, and found again.
struct ImportOf {
    OrgId org;
    PersonId by = {};       ///< 0: whoever runs the server
    std::string_view what;  ///< a literal: "people"; features say their own word
    std::string key = {};   ///< by which its maker knows it; may be empty
};
/// Its name in a `LongWork`.
std::string work_name(ImportOf const& whose);

/// Where an import stands on this node, and what the last one came to.
struct ImportStanding {
    struct Last {
        std::string key;
        Instant at;
        ImportReport report;
    };
    std::optional<Progress::Standing> now = {};
    std::optional<Last> last = {};
};
std::string standing_json(ImportStanding const& standing);

/// A key is a UUID, or there is none: 422 `directory.bad_import_key`.
Result<std::string> import_key(std::optional<std::string> typed);

/// In the transaction of the import: so it is kept if, and only if, the import is.
void keep_import(Tx& tx, ImportOf const& whose, Instant now, ImportReport const& report);
std::optional<ImportStanding::Last> last_import(Tx& tx, ImportOf const& whose);
/// Of somebody who retires.
void forget_imports(Tx& tx, OrgId org, PersonId by);

}  // namespace horenso::directory
