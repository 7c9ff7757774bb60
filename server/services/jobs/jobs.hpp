#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/org.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/net/loops.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"

namespace horenso::jobs {

/// Whose jobs those are that belong to no organisation.
inline constexpr OrgId installation{0};

/// Something the server is to do by itself. There is one job for an organisation, kind and key.
struct Job {
    OrgId org;
    std::string kind;          ///< "talk.send_later"
    std::string key = {};      ///< ids, never what people wrote: it stands in the log
    Instant due_at;            ///< as scheduled; failures don't move it
    std::string payload = {};  ///< for the handler, as it was given
};

/// Schedules the job in the caller's transaction. If it is there already it gets this payload and this
/// time, and begins anew: an attempt that is under way changes nothing any more.
void schedule(Tx& tx, Job const& job);

/// As `schedule`, unless the job is there and due as early or earlier. For what is always there.
void schedule_at_latest(Tx& tx, Job const& job);

/// Takes the job away; false if there is none, or none any more. After true, an effect in the database
/// doesn't happen; one outside may be on its way.
bool cancel(Tx& tx, OrgId org, std::string_view kind, std::string_view key);

/// The next moment after `now` at which it is so long after midnight where the organisation is.
Instant next_daily(Instant now, std::chrono::minutes after_midnight);

/// What a handler says when it has done its work: the job is over, or is due again.
struct Next {
    std::optional<Instant> due_at = {};
};

/// Work in the database. Runs in one transaction with the end of the job, so it happens exactly once,
/// wherever and however often it was tried. A function as `Store::write` takes it: it may run more than
/// once, and touches nothing but the transaction, the clock and its own values. A Problem, or what it
/// throws, rolls back; then it is tried again. Work that is long does a part and is due again at once.
/// It may schedule or cancel its own job: that counts, and not what it returns.
using Effect = std::function<Result<Next>(Tx&, Job const&)>;

/// Work outside the database: push, mail, files. Happens at least once: when a node dies, or is slower
/// than `Pace::lease`, another repeats it. Organisation, kind, key and `due_at` together are the same at
/// each repetition. Every wait in it has a deadline, all together well below the lease.
using Outside = std::function<Task<Result<Next>>(Job)>;

/// Other values are for tests.
struct Pace {
    std::chrono::milliseconds period{1000};       ///< between two looks
    std::chrono::milliseconds lease{30'000};      ///< until another runner may take what one holds
    std::chrono::milliseconds first_pause{5000};  ///< after a failure; doubles each time
    std::chrono::milliseconds longest_pause{3'600'000};
};

/// Does what is due: each job once, on whichever node takes it, also what became due while no server
/// ran. A job begins within about a second of its time, sooner if it was scheduled on this node.
///
/// A failure is logged (`jobs.failed`) and tried again after 5 s, 10 s … an hour, without end; from the
/// tenth on it is logged as an error. A kind that this node doesn't know is left to nodes that do.
class Jobs {
public:
    struct Needs {
        Store& store;
        net::Loops& loops;
        Clock const& clock;  ///< says what is due; leases go by the database's
        Pace pace = {};
    };
    explicit Jobs(Needs needs) : needs_(std::move(needs)) {}

    /// Says who does the jobs of a kind. Before `start`.
    void on(std::string kind, Effect effect);
    void on_outside(std::string kind, Outside outside);

    /// From the start on there is this job, due at `first.due_at` at the latest. One that recurs is kept
    /// so: a server that slept through its time does it once, a clock that was wrong doesn't stop it.
    void keep(Job first);

    /// Begins, once, when all handlers are known. After the loops' `stop` nothing is begun any more; what
    /// was begun is awaited with all that was spawned.
    void start();

    /// Takes out of what a transaction told what `schedule` told, and looks at once. From any thread.
    void hear(std::vector<Told>& told);

    struct Leased;

private:
    void look_soon();
    Task<> look();
    Task<> keep_what_is_kept();
    Task<> take();
    Task<> run(Leased const& leased);
    Task<> attempt(Leased const& leased);
    Task<Result<Done>> perform(Leased const& leased);

    Needs needs_;
    std::map<std::string, std::variant<Effect, Outside>, std::less<>> handlers_;
    std::string kinds_;  ///< a JSON array

    // From the start on loop 0 only.
    std::vector<Job> kept_;
    int running_ = 0;
    bool looking_ = false;
    bool look_again_ = false;
    bool may_be_more_ = false;
    bool can_look_ = true;
    bool ending_ = false;
};

}  // namespace horenso::jobs
