#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/door.hpp"
#include "services/access/sightings.hpp"
#include "services/directory/directory.hpp"

namespace horenso {
using DoubtId = Id<struct DoubtTag>;
}

namespace horenso::access {

/// One of the two uses that somebody is asked about.
struct DoubtfulUse {
    Instant at;
    std::string device;  ///< its name
    std::string client;  ///< "Windows Chrome"
    std::string site;
    bool is_here = false;  ///< in the asker's session
};

/// 心当たりの確認: use that can't be one person's, and what that person says of it.
struct Doubt {
    /// So long it comes by itself; then it waits where it is looked for.
    static constexpr std::chrono::hours asks_for{24};
    /// So long it waits, and what was "mine" isn't asked about again.
    static constexpr std::chrono::hours quiet_for{24 * 30};

    DoubtId id;
    PersonId person;
    Doubtful::Kind kind = Doubtful::Kind::places;
    Instant told_at;
    bool asks = false;  ///< it still comes by itself
    DoubtfulUse first = {}, second = {};
    std::optional<Instant> answered_at = {};
    std::int64_t sessions = 0;  ///< that the answer ended
};

std::string_view word_of(Doubtful::Kind kind);  ///< as kept and as on the wire

/// What somebody says of it.
enum class Claim { mine, not_mine };
/// Whether whoever said so is still signed in.
struct Settled {
    bool signed_out = false;
};

/// Use that can't be one person's is told to that person first (clause 3.3). Nothing is blocked, and nobody else hears
/// of it, unless the person says that it wasn't they.
class Doubts {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        int loops = 1;  ///< how many loops remember what they saw last
    };
    explicit Doubts(Needs needs);
    ~Doubts();

    /// The viewer has just done something, from `address` with a browser that calls itself `client`. Writes only in
    /// exclusive places and when a session's browser becomes another. Looks at most every 30 s a session, if nothing
    /// changes there; so what changes on another loop is known here by then. Refuses nobody.
    Task<> see(Viewer const& viewer, std::string address, std::string client);

    /// The viewer's own that are open; for 30 days.
    Task<std::vector<Doubt>> mine(Viewer const& viewer) const;
    /// "Mine" closes it, and the same pair isn't asked about for 30 days. "Not mine" ends the viewer's other sessions, of
    /// a copied one this one too, deletes passkeys made on the other device or on that of the copied one, ends where the
    /// PIN is good, and tells whoever is permitted `sign_in`. 404 `access.no_such_doubt`, also when it was answered.
    Task<Result<Settled>> settle(Viewer const& viewer, DoubtId doubt, Claim claim);
    /// What people said was not they, for whoever is permitted `sign_in`, 403. The newest 200.
    Task<Result<std::vector<Doubt>>> denied(Viewer const& viewer) const;

private:
    struct Seen;
    struct Asked;
    void judge(Tx& tx, Viewer const& viewer, Seen const& seen) const;
    Settled deny(Tx& tx, Viewer const& viewer, DoubtId doubt, Asked const& asked) const;
    Needs needs_;
    class Memory;
    std::unique_ptr<Memory> memory_;
};

/// What is kept of somebody's doubts and sightings, deleted (clause 3.9).
std::int64_t erase_doubts(Tx& tx, OrgId org, PersonId person);
/// Deletes sightings, and doubts that nobody denied in their time; at most `most` of each.
std::int64_t sweep_doubts(Tx& tx, Instant now, int most);

/// What the browser of a request calls itself, in a few words.
std::string client_of(net::Request const& request);
/// The routes of api/doubts.yaml.
void add_routes(net::Router& router, Door const& door, Doubts& doubts);

}  // namespace horenso::access
