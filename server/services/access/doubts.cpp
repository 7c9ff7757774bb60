// Use that can't be one person's: how it is noticed (clause 3.3). What the person says of it stands in doubt_answers.cpp.
#include "services/access/doubts.hpp"

#include <algorithm>
#include <unordered_map>

#include "platform/net/loops.hpp"
#include "services/access/known.hpp"
#include "services/access/places.hpp"

namespace horenso::access {
namespace {

constexpr std::chrono::seconds remembered_for{30};
constexpr std::size_t remembered_at_most = 50'000;
/// Whoever calls a browser otherwise each time makes no more work than this.
constexpr std::int64_t most_sightings = 200;

constexpr Sql select_client{R"(
    SELECT client FROM access_session WHERE org_id = $1 AND session_id = $2)"};
constexpr Sql update_client{R"(
    UPDATE access_session SET client = $3 WHERE org_id = $1 AND session_id = $2)"};
constexpr Sql delete_old_sightings{R"(
    DELETE FROM access_sighting WHERE org_id = $1 AND seen_at < $2)"};
constexpr Sql insert_sighting{R"(
    INSERT INTO access_sighting (org_id, person_id, session_id, seen_at, client, site)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING)"};
constexpr Sql select_sightings{R"(
    SELECT session_id, client, site, seen_at FROM access_sighting
     WHERE org_id = $1 AND person_id = $2
     ORDER BY seen_at DESC, session_id DESC
     LIMIT $3)"};
constexpr Sql select_device{R"(
    SELECT s.device_id, COALESCE(d.name, '')
      FROM access_session s
      LEFT JOIN access_device d ON d.org_id = s.org_id AND d.device_id = s.device_id
     WHERE s.org_id = $1 AND s.session_id = $2)"};
constexpr Sql select_asked{R"(
    SELECT 1 FROM access_doubt
     WHERE org_id = $1 AND person_id = $2 AND pair = $3
       AND (answer = '' AND told_at > $4 OR answer = 'mine' AND answered_at > $5)
     LIMIT 1)"};
constexpr Sql insert_doubt{R"(
    INSERT INTO access_doubt
           (org_id, doubt_id, person_id, kind, pair, told_at,
            first_at, first_session, first_device, first_name, first_client, first_site,
            second_at, second_session, second_device, second_name, second_client, second_site,
            answer, sessions)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, '', 0))"};

struct On {
    DeviceId id;
    std::string name;
};

On device_of_session(Tx& tx, OrgId org, SessionId session) {
    auto row = tx.query(select_device, org, session);
    if (!row.next()) return {};
    return {row.get<DeviceId>(0), row.get<std::string>(1)};
}

std::vector<Sighting> sightings_of(Tx& tx, OrgId org, PersonId person) {
    std::vector<Sighting> sightings;
    auto row = tx.query(select_sightings, org, person, most_sightings);
    while (row.next())
        sightings.push_back({row.get<SessionId>(0), row.get<std::string>(1),
                             row.get<std::string>(2), row.get<Instant>(3)});
    std::ranges::reverse(sightings);
    return sightings;
}

/// The same devices at the same places are one pair, in whichever order.
std::string pair_of(Doubtful const& doubtful, On const& first, On const& second) {
    auto const side = [](Sighting const& seen, On const& on) {
        return std::to_string(on.id.value) + ' ' + seen.client + ' ' + seen.site;
    };
    auto one = side(doubtful.first, first);
    auto other = side(doubtful.second, second);
    if (other < one) std::swap(one, other);
    return std::string{word_of(doubtful.kind)} + '\n' + one + '\n' + other;
}

}  // namespace

/// What each loop saw last of a session, so that not every act asks the database.
class Doubts::Memory {
public:
    explicit Memory(int loops) : loops_(static_cast<std::size_t>(loops)) {}

    struct Last {
        std::string client;
        std::string address;
        std::chrono::steady_clock::time_point at;
    };
    /// True if it is nothing new; else it is remembered.
    bool knows(SessionId session, Last last) {
        auto const loop = net::Loops::current();
        if (loop < 0) return false;
        auto& entries = loops_.at(static_cast<std::size_t>(loop));
        auto const found = entries.find(session.value);
        if (found != entries.end() && found->second.client == last.client &&
            found->second.address == last.address && last.at - found->second.at <= remembered_for)
            return true;
        if (entries.size() >= remembered_at_most) entries.clear();
        entries.insert_or_assign(session.value, std::move(last));
        return false;
    }

private:
    std::vector<std::unordered_map<std::int64_t, Last>> loops_;
};

/// What is to be noted.
struct Doubts::Seen {
    std::string client = {};
    std::string site = {};
    std::string client_before = {};

    bool is_ordinary() const { return site.empty() && (client.empty() || client == client_before); }
    /// The first that is known of a session is no change.
    bool is_sighting() const { return !site.empty() || !client_before.empty(); }
};

std::string_view word_of(Doubtful::Kind kind) {
    return kind == Doubtful::Kind::copied ? "copied" : "places";
}

Doubts::Doubts(Needs needs) : needs_(needs), memory_(std::make_unique<Memory>(needs.loops)) {}
Doubts::~Doubts() = default;

Task<> Doubts::see(Viewer const& viewer, std::string address, std::string client) {
    if (memory_->knows(viewer.session, {client, address, needs_.clock.steady()})) co_return;
    auto look = [&](Tx& tx) {
        Seen seen{.client = client, .site = site_of(tx, viewer.org, address)};
        auto row = tx.query(select_client, viewer.org, viewer.session);
        if (row.next()) seen.client_before = row.get<std::string>(0);
        if (seen.client.empty()) seen.client = seen.client_before;  // nothing said is nothing new
        return seen;
    };
    auto const seen = co_await needs_.store.read(look);
    if (seen.is_ordinary()) co_return;
    auto write = [&](Tx& tx) -> Result<Done> {
        judge(tx, viewer, seen);
        return Done{};
    };
    auto const noted = co_await needs_.store.write(write);
    (void)noted;  // a full disk: the next one is noted
}

void Doubts::judge(Tx& tx, Viewer const& viewer, Seen const& seen) const {
    auto const now = needs_.clock.now();
    auto const org = viewer.org;
    auto const person = viewer.person;
    if (!seen.client.empty() && seen.client != seen.client_before)
        tx.run(update_client, org, viewer.session, seen.client);
    if (!seen.is_sighting()) return;
    tx.run(delete_old_sightings, org, now - sighting_life);
    tx.run(insert_sighting, org, person, viewer.session, now, seen.client, seen.site);
    auto const doubtful = cannot_be_one(sightings_of(tx, org, person));
    if (!doubtful || !directory::lock_org(tx, org)) return;  // two who judge at once ask once
    auto const first = device_of_session(tx, org, doubtful->first.session);
    auto const second = device_of_session(tx, org, doubtful->second.session);
    auto const pair = pair_of(*doubtful, first, second);
    if (tx.query(select_asked, org, person, pair, now - Doubt::asks_for, now - Doubt::quiet_for)
            .next())
        return;
    tx.run(insert_doubt, org, needs_.ids.make<DoubtId>(now.ms), person, word_of(doubtful->kind),
           pair, now, doubtful->first.at, doubtful->first.session, first.id, first.name,
           doubtful->first.client, doubtful->first.site, doubtful->second.at,
           doubtful->second.session, second.id, second.name, doubtful->second.client,
           doubtful->second.site);
    tell_devices(tx, org, {person});
}

}  // namespace horenso::access
