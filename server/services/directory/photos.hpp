// People's photos (clause 5.5). Included by directory.hpp.
#pragma once
#include <functional>
#include <string>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/media/workers.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::directory {

/// What somebody chose once; another choice has another id, so what an id names never changes.
using PhotoId = Id<struct PhotoTag>;

enum class PhotoSize { large, small };

/// The photo that stands beside somebody's name, if they want one. Everybody in the organisation sees it. Kept in the
/// database and not among the files: it goes in the same transaction as whatever it belongs to (docs/adr/0025-photos.md).
class Photos {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        /// Makes both sizes of what somebody sends; `whose` has one at a time (media::Workers).
        std::function<Task<Result<media::Portrait>>(std::string whose, std::string bytes)> make;
    };
    explicit Photos(Needs needs) : needs_(std::move(needs)) {}

    /// The viewer's from now on. Refused as `make` refuses it.
    Task<Result<PhotoId>> set(Viewer const& viewer, std::string bytes) const;
    /// The viewer has none any more.
    Task<Result<Done>> remove(Viewer const& viewer) const;
    /// The same of somebody else. Refused as `require<Permission::staff>` and `find_in_reach` refuse.
    Task<Result<Done>> remove_of(Viewer const& viewer, PersonId person) const;

    /// A JPEG. 404 `directory.no_such_photo`, also for one that was theirs once.
    Task<Result<std::string>> find(Viewer const& viewer, PersonId person, PhotoId photo,
                                   PhotoSize size) const;

private:
    Needs needs_;
};

/// Deletes what there is; in the caller's transaction.
std::int64_t erase_photo(Tx& tx, OrgId org, PersonId person);

}  // namespace horenso::directory
