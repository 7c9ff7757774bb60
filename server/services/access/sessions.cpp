#include "services/access/sessions.hpp"

#include <charconv>

#include "platform/crypto/token.hpp"
#include "platform/net/loops.hpp"
#include "services/access/revocations.hpp"

namespace horenso::access {
namespace {

constexpr std::chrono::seconds remembered_for{30};
constexpr std::size_t remembered_at_most = 50'000;

constexpr Sql insert_row{R"(
    INSERT INTO access_session
           (org_id, session_id, person_id, secret_hash, created_at, last_seen_at, device, device_since,
            device_id)
    VALUES ($1,     $2,         $3,        $4,          $5,         $5,           $6,     $5,
            $7))"};

constexpr Sql select_row{R"(
    SELECT person_id, secret_hash, created_at, last_seen_at, device, device_since, device_id,
           opened_by
      FROM access_session
     WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql update_seen{R"(
    UPDATE access_session SET last_seen_at = $3 WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql delete_row{R"(
    DELETE FROM access_session WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql select_others{R"(
    SELECT session_id FROM access_session WHERE org_id = $1 AND person_id = $2 AND session_id <> $3)"};

bool read_number(std::string_view text, std::int64_t& out) {
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, out);
    bool const is_only_spelling = !text.starts_with('0');  // "012" would be another name of 12
    return error == std::errc{} && stop == end && out > 0 && is_only_spelling;
}

}  // namespace

bool is_secret_of(std::string_view secret, crypto::Digest const& kept) {
    auto const digest = crypto::sha256(secret);
    auto const text = [](crypto::Digest const& d) {
        return std::string_view{reinterpret_cast<char const*>(d.data()), d.size()};
    };
    return crypto::are_equal_secrets(text(kept), text(digest));
}

std::string CookieText::text() const {
    return std::to_string(org) + '-' + std::to_string(number) + '-' + secret;
}

std::optional<CookieText> CookieText::parse(std::string_view text) {
    auto const first = text.find('-');
    auto const second = first == text.npos ? first : text.find('-', first + 1);
    if (second == text.npos || text.size() > 200) return std::nullopt;
    CookieText cookie;
    if (!read_number(text.substr(0, first), cookie.org)) return std::nullopt;
    if (!read_number(text.substr(first + 1, second - first - 1), cookie.number))
        return std::nullopt;
    cookie.secret = text.substr(second + 1);
    return cookie;
}

void insert_session(Tx& tx, Token const& token, Opened const& opened, Instant now) {
    tx.run(insert_row, token.org, token.id, opened.person, crypto::sha256(token.secret), now,
           word_of(opened.device), opened.on);
}

bool is_over(SessionTimes const& times, Instant now) {
    if (now >= times.created + session_life || now >= times.last_seen + session_idle) return true;
    if (times.device != DeviceClass::shared) return false;
    return now >= times.device_since + shared_life || now >= times.last_seen + shared_idle;
}

std::optional<Found> find_session(Tx& tx, Token const& token, Instant now) {
    auto row = tx.query(select_row, token.org, token.id);
    if (!row.next()) return std::nullopt;
    if (!is_secret_of(token.secret, row.get<crypto::Digest>(1))) return std::nullopt;
    SessionTimes const times{device_of(row.get<std::string_view>(4)), row.get<Instant>(2),
                             row.get<Instant>(3), row.get<Instant>(5)};
    if (is_over(times, now)) return std::nullopt;
    return Found{row.get<PersonId>(0), times.device, times.last_seen, row.get<DeviceId>(6),
                 row.get<std::string>(7)};
}

bool is_worth_noting(Use use, DeviceClass device, Instant last_seen, Instant now) {
    if (device != DeviceClass::shared) return now >= last_seen + std::chrono::hours{1};
    return use == Use::person && now >= last_seen + std::chrono::minutes{1};
}

void touch_session(Tx& tx, Token const& token, Instant now) {
    tx.run(update_seen, token.org, token.id, now);
}

std::int64_t end_session(Tx& tx, OrgId org, PersonId person, SessionId session) {
    auto const ended = tx.run(delete_row, org, session);
    note_revocation(tx, org, person, session);
    tx.tell({.what = Told::What::access_ended,
             .stream = directory::person_stream(org, person),
             .person = person.value,
             .session = session.value});
    return ended;
}

std::int64_t end_other_sessions(Tx& tx, OrgId org, PersonId person, SessionId keep) {
    std::vector<SessionId> others;
    auto row = tx.query(select_others, org, person, keep);
    while (row.next()) others.push_back(row.get<SessionId>(0));
    std::int64_t ended = 0;
    for (auto const other : others) ended += end_session(tx, org, person, other);
    return ended;
}

Access::Cache::Loop* Access::Cache::here() {
    auto const loop = net::Loops::current();
    return loop < 0 ? nullptr : &loops_.at(static_cast<std::size_t>(loop));
}

std::uint64_t Access::Cache::generation() {
    auto const* loop = here();
    return loop ? loop->generation : 0;
}

std::optional<Viewer> Access::Cache::find(std::string const& token, Asked const& asked) {
    auto* loop = here();
    if (!loop) return std::nullopt;
    auto const found = loop->entries.find(token);
    if (found == loop->entries.end()) return std::nullopt;
    auto const& [known, read_at, address] = found->second;
    if (asked.at - read_at > remembered_for || address != asked.address) return std::nullopt;
    if (is_worth_noting(asked.use, known.viewer.device, known.last_seen, asked.now))
        return std::nullopt;
    return known.viewer;
}

void Access::Cache::remember(std::string const& token, Known const& known, Asked const& asked,
                             std::uint64_t read_in) {
    auto* loop = here();
    if (!loop || loop->generation != read_in) return;
    if (loop->entries.size() >= remembered_at_most) loop->entries.clear();
    loop->entries.insert_or_assign(token, Entry{known, asked.at, asked.address});
}

void Access::Cache::forget(OrgId org, PersonId person, SessionId session) {
    auto* loop = here();
    if (!loop) return;
    ++loop->generation;
    std::erase_if(loop->entries, [&](auto const& entry) {
        auto const& viewer = entry.second.known.viewer;
        return viewer.org == org && viewer.person == person &&
               (session.value == 0 || viewer.session == session);
    });
}

}  // namespace horenso::access
