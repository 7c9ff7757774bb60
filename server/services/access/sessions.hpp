#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/crypto/token.hpp"
#include "platform/store/tx.hpp"
#include "services/access/access.hpp"

namespace horenso::access {

/// A cookie's value: "<organisation>-<number>-<secret>". The numbers find the row; only the secret, of which the row
/// keeps a hash, proves anything.
struct CookieText {
    std::int64_t org = 0;
    std::int64_t number = 0;
    std::string secret;

    std::string text() const;
    /// nullopt for every other spelling, so that one cookie has one text.
    static std::optional<CookieText> parse(std::string_view text);
};
/// The same, of a session or of a device.
template <class I>
struct Cookie {
    OrgId org;
    I id;
    std::string secret;

    std::string text() const { return CookieText{org.value, id.value, secret}.text(); }
    static std::optional<Cookie> parse(std::string_view text) {
        auto parsed = CookieText::parse(text);
        if (!parsed) return std::nullopt;
        return Cookie{OrgId{parsed->org}, I{parsed->number}, std::move(parsed->secret)};
    }
};
using Token = Cookie<SessionId>;
bool is_secret_of(std::string_view secret, crypto::Digest const& kept);

/// Sessions live 90 days, 14 without use.
inline constexpr std::chrono::hours session_life{24 * 90};
inline constexpr std::chrono::hours session_idle{24 * 14};
/// On a device that many use, a PC at the counter, a session ends with the working day, and once its person
/// has been away for as long as a visit takes: nobody is to find a colleague's screen open (clauses 3.3, 3.4).
/// Not sooner, because whoever has only a card needs a new one each time.
inline constexpr std::chrono::hours shared_life{12};
inline constexpr std::chrono::minutes shared_idle{30};
/// How long after signing in a shared device may still be called one's own: as long as nobody else is likely
/// to sit there.
inline constexpr std::chrono::minutes fresh_for{30};
/// A sign-in card's code is good for a week.
inline constexpr std::chrono::hours card_life{24 * 7};

/// Whose a new session is, and where.
struct Opened {
    PersonId person;
    DeviceClass device = DeviceClass::personal;
    DeviceId on = {};  ///< 0: no device is known, as by an older program
};
void insert_session(Tx& tx, Token const& token, Opened const& opened, Instant now);
/// When a session began and was last used.
struct SessionTimes {
    DeviceClass device = DeviceClass::personal;
    Instant created;
    Instant last_seen;
    Instant device_since;
};
bool is_over(SessionTimes const& times, Instant now);
/// Whose it is, if it is good now.
struct Found {
    PersonId person;
    DeviceClass device = DeviceClass::personal;
    Instant last_seen;
    DeviceId on = {};
    std::string by = {};  ///< how it was opened
};
std::optional<Found> find_session(Tx& tx, Token const& token, Instant now);
/// As it is in the database, whatever a loop remembers.
DeviceClass find_device(Tx& tx, Viewer const& viewer);
void touch_session(Tx& tx, Token const& token, Instant now);
/// Whether a use is worth a write. What ends for want of use is counted from the last note, so notes are as
/// fine as that time needs: an hour of fourteen days, a minute of thirty.
bool is_worth_noting(Use use, DeviceClass device, Instant last_seen, Instant now);
/// Ends one session, or all of the person's but `keep`, and tells it. Gives how many there were.
std::int64_t end_session(Tx& tx, OrgId org, PersonId person, SessionId session);
std::int64_t end_other_sessions(Tx& tx, OrgId org, PersonId person, SessionId keep);

/// 403 `access.on_leave` or `access.on_leave_until` for somebody who doesn't use any of this today (clause B5), and
/// `access.retired` for whose last day is over (clause 3.9). Whoever puts an end to that waits for this transaction.
std::optional<Problem> refuse_absent(Tx& tx, OrgId org, PersonId person, Clock const& clock);
/// What is to happen when a leave that was set begins.
void begin_leave(Tx& tx, jobs::Job const& job, Instant now);
void add_leave_job(jobs::Jobs& jobs, Clock const& clock);

/// What the loops remember of sessions, so that not every request asks the database. One map a loop,
/// touched on that loop only; an ended session leaves all of them (`Live` tells), and after 30 s an
/// entry is read again.
class Access::Cache {
public:
    explicit Cache(int loops) : loops_(static_cast<std::size_t>(loops)) {}

    struct Asked {
        std::chrono::steady_clock::time_point at;
        Instant now;
        Use use;
        std::string address;  ///< from another, what may be done is looked at anew
    };
    /// Nothing if it must be read, or if this use is to be noted.
    std::optional<Viewer> find(std::string const& token, Asked const& asked);
    /// Counts what was forgotten on this loop: what was read before must not be remembered after.
    std::uint64_t generation();
    struct Known {
        Viewer viewer;
        Instant last_seen;
    };
    void remember(std::string const& token, Known const& known, Asked const& asked,
                  std::uint64_t read_in);
    void forget(OrgId org, PersonId person, SessionId session);

private:
    struct Entry {
        Known known;
        std::chrono::steady_clock::time_point read_at;
        std::string address;
    };
    struct Loop {
        std::unordered_map<std::string, Entry> entries;
        std::uint64_t generation = 0;
    };
    Loop* here();  ///< null off the loops
    std::vector<Loop> loops_;
};

}  // namespace horenso::access
