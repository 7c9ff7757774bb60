// 異動後の見直し (clause 6.4). Included by talk.hpp.
#pragma once
#include <string>
#include <vector>

#include "features/talk/ids.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/directory.hpp"
#include "services/hours/hours.hpp"
#include "services/live/live.hpp"
#include "services/policy/policy.hpp"

namespace horenso::talk {

using ReviewId = Id<struct ReviewTag>;

/// What somebody does in the organisation, as far as it says which groups they belong in.
struct Duty {
    std::string department;
    std::string posts;   ///< 兼務, as in a staff sheet
    std::string duties;  ///< 担当
    friend bool operator==(Duty const&, Duty const&) = default;
};

/// Somebody has another duty and is still in this group: the master says whether they stay.
struct Review {
    ReviewId id;
    RoomId room;
    PersonId person;
    Duty before;
    Duty now;
    Instant made_at;
    std::string due_on;  ///< "2026-12-08"
};

/// Whoever is master of a room at the moment reads its reviews, and hears when they change.
Stream reviews_stream(OrgId org, PersonId master);

/// After a transfer the members of groups are looked at anew. A review is open until it is answered, or the person is no
/// longer in the room, or does what they did before.
class Reviews {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        policy::Policy const& policy;
        hours::Hours const& hours;
    };
    enum class Answer { stays, leaves };
    explicit Reviews(Needs needs) : needs_(needs) {}

    /// Of the rooms whose master the viewer is, the first due first.
    Task<std::vector<Review>> mine(Viewer const& viewer) const;
    /// `leaves` takes the person out; the master themselves only when nobody else is in, else 409 `talk.needs_successor`.
    /// 404 `talk.review_not_found` for everybody but the room's master, also for the deputy.
    Task<Result<Done>> answer(Viewer const& viewer, ReviewId id, Answer answer) const;

    /// Makes them, where clause 6.4 is on, for whoever moved; due in seven days, or on the next day on which the
    /// master's department works. `app` plugs it into the directory.
    void place(Tx& tx, OrgId org, directory::StaffPlan const& moved) const;

    static live::Source source();

private:
    Needs needs_;
};

}  // namespace horenso::talk
