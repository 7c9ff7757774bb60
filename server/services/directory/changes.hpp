// What is planned for people: transfers (異動, clause 6.4) and retirements (退職, clause 3.9). Included by directory.hpp.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"

namespace horenso::jobs {
class Jobs;
}
namespace horenso::net {
class Router;
}

namespace horenso::directory {

struct Person;
struct StaffPlan;

using ChangeId = Id<struct ChangeTag>;

/// New values of somebody's fields, by their names on the wire; posts as in a staff sheet.
using NewValues = std::map<std::string, std::string, std::less<>>;

struct PlannedChange {
    enum class Kind { transfer, retirement };
    struct Field {
        std::string field;
        std::string before;  ///< as it is now
        std::string after;
    };
    ChangeId id;
    PersonId person;
    Kind kind = Kind::transfer;
    std::string day;  ///< a transfer's first, a retirement's last: "2027-04-01"
    std::vector<Field> fields = {};
};

/// What was deleted of somebody, and how many rows.
struct Erased {
    std::string what;
    std::int64_t rows = 0;
};

/// Proof that somebody's account ended.
struct Retired {
    PersonId person;
    std::string name;  ///< 退職者 and their number
    std::string last_day;
    Instant done_at;
    std::vector<Erased> erased = {};
};

/// What somebody alone carries, and who gets it when they go, if anybody does by themselves (引き継ぎ).
struct HandOver {
    std::string what;  ///< "head", "master": as the wire names it (api/changes.yaml)
    std::string name;  ///< of what there are several; empty: only a number
    std::int64_t count = 1;
    std::optional<PersonId> next = {};
};

/// What becomes of people on a day. The server does it by itself at 0:00 of the organisation's day, each thing once,
/// also after it slept through the hour; what stands for one day comes in the order in which it was planned. All of it is
/// for whoever is permitted `staff`, and what changes somebody for those who reach them: 403. 404 `directory.no_such_person` for who isn't there (any more).
class Changes {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        /// Deletes what else is kept of somebody who retires, in the same transaction.
        std::function<std::vector<Erased>(Tx&, OrgId, PersonId)> also_erase = {};
        /// What else follows when somebody has another department, post or employment (Directory::Needs).
        std::function<void(Tx&, OrgId, StaffPlan const&)> also_place = {};
        /// What else somebody alone carries.
        std::function<std::vector<HandOver>(Tx&, OrgId, PersonId)> also_carries = {};
    };
    explicit Changes(Needs needs) : needs_(std::move(needs)) {}

    /// The next first.
    Task<Result<std::vector<PlannedChange>>> planned(Viewer const& viewer) const;
    /// From 0:00 of `day` on, a day as Japanese people write it; at once if it is today or over. 422 `directory.bad_day`,
    /// `directory.nothing_changes`, and `directory.bad_change` with what is wrong.
    Task<Result<Done>> transfer(Viewer const& viewer, PersonId person, std::string day,
                                NewValues values) const;
    /// `day` is the last, today or later. Goes before an earlier plan. Who has a transfer on the next day stays (再雇用):
    /// then there is only that. 422 `directory.bad_day`, 409 `directory.last_administrator`.
    Task<Result<Done>> retire(Viewer const& viewer, PersonId person, std::string day) const;
    /// 404 `directory.no_such_change`, also when its day has come.
    Task<Result<Done>> call_off(Viewer const& viewer, ChangeId change) const;
    /// What is to be handed over before `person` goes. Everybody sees their own.
    Task<Result<std::vector<HandOver>>> carried_by(Viewer const& viewer, PersonId person) const;
    /// The latest first.
    Task<Result<std::vector<Retired>>> retired(Viewer const& viewer) const;

    /// `directory.changes`: carries out what is due, one after the other.
    void add_jobs(jobs::Jobs& jobs) const;
    /// The first thing that is due, if anything is; and when to look again.
    std::optional<Instant> do_next(Tx& tx, OrgId org) const;

private:
    void carry_out(Tx& tx, OrgId org, PlannedChange const& change) const;
    void write_transfer(Tx& tx, OrgId org, Person const& before, Person const& after) const;
    Needs needs_;
};

}  // namespace horenso::directory
