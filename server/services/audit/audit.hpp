#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/base/org.hpp"
#include "platform/base/task.hpp"
#include "platform/crypto/token.hpp"
#include "platform/store/store.hpp"
#include "services/audit/action.hpp"
#include "services/audit/details.hpp"
#include "services/audit/ids.hpp"

namespace horenso::audit {

struct Entry {
    OrgId org;
    Actor actor;
    Action action;
    Subject subject;
    Details details = {};
};

/// Adds a row to the organisation's chain, in the transaction of what it records: both are kept or
/// neither is. Call it last: on PostgreSQL the chain's head stays locked until commit, so whoever
/// records takes no other lock after it. Nothing for hot paths; posting and reading record nothing.
void record(Tx& tx, Instant at, Entry const& entry);

/// What is wrong with a chain, and where.
struct Break {
    enum class Kind {
        hash,        ///< the row isn't what was hashed: it was changed
        hole,        ///< the row is missing
        order,       ///< the row doesn't follow the one before, or stands before the first
        head,        ///< the chain doesn't end where its head says, or has none
        unreadable,  ///< a value isn't of its column's type
    };
    Kind kind = Kind::hash;
    std::int64_t seq = 0;  ///< of the first row that is wrong or missing
};
std::string_view name_of(Break::Kind kind);

/// One organisation's chain as it was walked.
struct Chain {
    OrgId org;
    std::int64_t entries = 0;       ///< that were good
    crypto::Digest head{};          ///< the hash of the last good one
    std::optional<Break> broken{};  ///< the first thing that was wrong
};

/// Looks at what was recorded.
class Audit {
public:
    explicit Audit(Store& store) : store_(store) {}

    /// Whose rows there are, by the tables of this folder; 0 if there are rows of what can't be an
    /// organisation.
    Task<std::vector<OrgId>> organisations();

    /// Walks the organisation's chain from its first row to its head, up to the first thing that is
    /// wrong. Reads a page at a time, so rows may be added meanwhile; memory doesn't grow with the
    /// chain. Whoever can write to the database can also write a whole new chain, and isn't found.
    Task<Chain> verify(OrgId org);

private:
    Store& store_;
};

}  // namespace horenso::audit
