#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/store/tx.hpp"
#include "services/access/access.hpp"

namespace horenso::access {

/// A cookie's value: "<organisation>-<session>-<secret>". The numbers find the row; only the secret,
/// of which the row keeps a hash, proves anything.
struct Token {
    OrgId org;
    SessionId session;
    std::string secret;

    std::string text() const;
    static std::optional<Token> parse(std::string_view text);
};

/// Sessions live 90 days, 14 without use.
inline constexpr std::chrono::hours session_life{24 * 90};
inline constexpr std::chrono::hours session_idle{24 * 14};

void insert_session(Tx& tx, Token const& token, PersonId person, Instant now);
/// Whose it is, if it is good now.
struct Found {
    PersonId person;
    Instant last_seen;
};
std::optional<Found> find_session(Tx& tx, Token const& token, Instant now);
void touch_session(Tx& tx, Token const& token, Instant now);
/// Ends one session, or all of the person's but `keep`, and tells it.
void end_session(Tx& tx, OrgId org, PersonId person, SessionId session);
void end_other_sessions(Tx& tx, OrgId org, PersonId person, SessionId keep);

/// What the loops remember of sessions, so that not every request asks the database. One map a loop,
/// touched on that loop only; an ended session leaves all of them (`Live` tells), and after 30 s an
/// entry is read again.
class Access::Cache {
public:
    explicit Cache(int loops) : loops_(static_cast<std::size_t>(loops)) {}

    std::optional<Viewer> find(std::string const& token, std::chrono::steady_clock::time_point now);
    /// Counts what was forgotten on this loop: what was read before must not be remembered after.
    std::uint64_t generation();
    void remember(std::string const& token, Viewer const& viewer,
                  std::chrono::steady_clock::time_point now, std::uint64_t read_in);
    void forget(OrgId org, PersonId person, SessionId session);

private:
    struct Entry {
        Viewer viewer;
        std::chrono::steady_clock::time_point read_at;
    };
    struct Loop {
        std::unordered_map<std::string, Entry> entries;
        std::uint64_t generation = 0;
    };
    Loop* here();  ///< null off the loops
    std::vector<Loop> loops_;
};

}  // namespace horenso::access
