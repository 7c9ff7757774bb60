#pragma once
#include <string>
#include <vector>

#include "features/talk/talk.hpp"
#include "platform/backup/backups.hpp"
#include "platform/base/task.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"

namespace horenso::app {

/// What `horenso verify` says of one thing it looked at.
struct Finding {
    bool is_good = false;
    std::string json;  ///< {"check":…, …, "ok":true}
};

/// What the checks look into.
struct VerifyParts {
    directory::Directory& directory;
    audit::Audit& audit;
    talk::Talk& talk;
    backup::Backups& backups;
};

/// Makes every check there is, one after the other, while the server goes on. Changes nothing.
Task<std::vector<Finding>> verify(VerifyParts parts);

}  // namespace horenso::app
