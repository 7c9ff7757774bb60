#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "services/access/access.hpp"
#include "services/hours/hours.hpp"
#include "services/jobs/jobs.hpp"
#include "services/live/live.hpp"
#include "services/policy/policy.hpp"

namespace horenso::notify {

/// What calls a person: that person alone reads it.
Stream notices_stream(OrgId org, PersonId person);

/// Tells a person's screens that something for them is another.
void tell(Tx& tx, OrgId org, PersonId person);

/// Something unread in one place.
struct Waiting {
    std::string place;  ///< "room:12", as a stream is called
    std::int64_t messages = 0;
    friend bool operator==(Waiting const&, Waiting const&) = default;
};

/// Others' messages to a person that were posted in [from, until) and are unread now.
using FindWaiting = std::function<std::vector<Waiting>(Tx&, OrgId, PersonId, hours::Opening)>;

/// What came while somebody could not be rung.
struct Notice {
    std::int64_t id = 0;  ///< of the person, rising
    Instant told_at;
    Instant closed_from;
    Instant closed_until;
    std::vector<Waiting> waiting;  ///< most messages first
};

/// What one person is told of, and how.
struct Mine {
    std::vector<Notice> notices;  ///< the newest first
    std::int64_t seen = 0;        ///< the newest notice that was looked at
    bool holds = true;            ///< clause B3: outside operating time nothing rings
    bool rings = true;            ///< the person may be rung now
    std::optional<Instant> changes_at = {};
    std::vector<std::string> quiet = {};  ///< what the person doesn't want to be rung for
};

/// Who may be rung, when and for what (clause B3). Messages themselves are never held: what is held is the
/// ringing, and what came meanwhile is told once, at the person's next opening, as far as it is unread then.
class Notify {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        hours::Hours const& hours;
        policy::Policy const& policy;
        FindWaiting find_waiting;
    };
    explicit Notify(Needs needs) : needs_(std::move(needs)) {}

    Task<Mine> mine(Viewer const& viewer) const;
    /// The viewer has looked at notices up to this one. The mark never goes back, nor past the newest.
    Task<Result<Done>> see(Viewer const& viewer, std::int64_t up_to);
    /// `what`: "talk" (messages), "digest" (what waited), or a place. 422 `notify.bad_choice` for anything else,
    /// and for more than 500 places.
    Task<Result<Done>> set_quiet(Viewer const& viewer, std::string what, bool quiet);

    /// Looks again and again who opens and who closes, and tells what waited.
    void add_jobs(jobs::Jobs& jobs) const;
    /// One such look at the organisations that are due; gives when the next is.
    Instant look(Tx& tx) const;
    /// Somebody's hours are others from now on: looks again at once.
    static void look_soon(Tx& tx, OrgId org, Instant now);

    static live::Source source();

private:
    Needs needs_;
};

/// Deletes a person's notices and wishes (clause 3.9).
directory::Erased erase_person(Tx& tx, OrgId org, PersonId person);

/// The routes of this folder (api/notify.yaml).
void add_routes(net::Router& router, access::Door const& door, Notify& notify);

}  // namespace horenso::notify
