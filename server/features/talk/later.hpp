#pragma once
#include <optional>
#include <string>
#include <vector>

#include "features/talk/ids.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"
#include "services/jobs/jobs.hpp"
#include "services/live/live.hpp"
#include "services/policy/policy.hpp"

namespace horenso::talk {

struct NewMessage;

using LaterId = Id<struct LaterTag>;

/// A message that is to be sent at a time that its author chose (clause B3).
struct Later {
    LaterId id;
    RoomId room;
    PersonId author;
    std::string body;
    std::string client_key;
    Instant due_at;
    std::optional<std::string> failed = {};  ///< why it could not be sent: the code of a Problem
};

/// The author alone reads it.
Stream later_stream(OrgId org, PersonId author);

/// What people write now and send later. Until then nobody but the author sees it.
class LaterMessages {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        policy::Policy const& policy;
    };
    explicit LaterMessages(Needs needs) : needs_(needs) {}

    /// Keeps `draft` until `due_at`: at least a minute and at most a year from now, else 422 `talk.bad_time`; 100 for
    /// one author, else 422 `talk.too_many_later`. Text and guideline are looked at now, as `Talk::post` does. The same
    /// client key again gives what was kept the first time.
    Task<Result<Later>> keep(Viewer const& viewer, RoomId room, NewMessage draft, Instant due_at);
    /// The viewer's, the next first.
    Task<std::vector<Later>> mine(Viewer const& viewer) const;
    /// It isn't sent. 404 `talk.later_not_found` if it was sent already, or is another's.
    Task<Result<Done>> take_back(Viewer const& viewer, LaterId id);

    /// Sends what is due, each once. What can't be sent any more (the author left the room, a clause blocks it today)
    /// stays with its author, with the reason.
    void add_jobs(jobs::Jobs& jobs) const;
    /// One such message; does nothing if it was taken back.
    void send_due(Tx& tx, jobs::Job const& job) const;

    static live::Source source();

private:
    Needs needs_;
};

}  // namespace horenso::talk
