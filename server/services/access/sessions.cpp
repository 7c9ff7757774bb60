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
           (org_id, session_id, person_id, secret_hash, created_at, last_seen_at, device, device_since)
    VALUES ($1,     $2,         $3,        $4,          $5,         $5,           $6,     $5))"};

constexpr Sql select_row{R"(
    SELECT person_id, secret_hash, created_at, last_seen_at, device, device_since
      FROM access_session
     WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql update_seen{R"(
    UPDATE access_session SET last_seen_at = $3 WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql delete_row{R"(
    DELETE FROM access_session WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql select_others{R"(
    SELECT session_id FROM access_session WHERE org_id = $1 AND person_id = $2 AND session_id <> $3)"};

template <class I>
bool read_number(std::string_view text, I& out) {
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, out.value);
    bool const is_only_spelling = !text.starts_with('0');  // "012" would be another name of 12
    return error == std::errc{} && stop == end && out.value > 0 && is_only_spelling;
}

bool is_secret_of(Token const& token, crypto::Digest const& kept) {
    auto const digest = crypto::sha256(token.secret);
    auto const text = [](crypto::Digest const& d) {
        return std::string_view{reinterpret_cast<char const*>(d.data()), d.size()};
    };
    return crypto::are_equal_secrets(text(kept), text(digest));
}

}  // namespace

std::string Token::text() const {
    return std::to_string(org.value) + '-' + std::to_string(session.value) + '-' + secret;
}

std::optional<Token> Token::parse(std::string_view text) {
    auto const first = text.find('-');
    auto const second = first == text.npos ? first : text.find('-', first + 1);
    if (second == text.npos || text.size() > 200) return std::nullopt;
    Token token;
    if (!read_number(text.substr(0, first), token.org)) return std::nullopt;
    if (!read_number(text.substr(first + 1, second - first - 1), token.session))
        return std::nullopt;
    token.secret = text.substr(second + 1);
    return token;
}

std::string_view word_of(DeviceClass device) {
    return device == DeviceClass::shared ? "shared" : "own";
}

DeviceClass device_of(std::string_view word) {
    return word == "shared" ? DeviceClass::shared : DeviceClass::personal;
}

void insert_session(Tx& tx, Token const& token, PersonId person, DeviceClass device, Instant now) {
    tx.run(insert_row, token.org, token.session, person, crypto::sha256(token.secret), now,
           word_of(device));
}

std::optional<Found> find_session(Tx& tx, Token const& token, Instant now) {
    auto row = tx.query(select_row, token.org, token.session);
    if (!row.next()) return std::nullopt;
    if (!is_secret_of(token, row.get<crypto::Digest>(1))) return std::nullopt;
    Found found{row.get<PersonId>(0), device_of(row.get<std::string>(4)), row.get<Instant>(3)};
    if (now >= row.get<Instant>(2) + session_life || now >= found.last_seen + session_idle)
        return std::nullopt;
    if (found.device != DeviceClass::shared) return found;
    if (now >= row.get<Instant>(5) + shared_life || now >= found.last_seen + shared_idle)
        return std::nullopt;
    return found;
}

bool is_worth_noting(Use use, DeviceClass device, Instant last_seen, Instant now) {
    if (device != DeviceClass::shared) return now >= last_seen + std::chrono::hours{1};
    return use == Use::person && now >= last_seen + std::chrono::minutes{1};
}

void touch_session(Tx& tx, Token const& token, Instant now) {
    tx.run(update_seen, token.org, token.session, now);
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
    auto const& [viewer, last_seen, read_at] = found->second;
    if (asked.at - read_at > remembered_for) return std::nullopt;
    if (is_worth_noting(asked.use, viewer.device, last_seen, asked.now)) return std::nullopt;
    return viewer;
}

void Access::Cache::remember(std::string const& token, Viewer const& viewer, Instant last_seen,
                             std::chrono::steady_clock::time_point at, std::uint64_t read_in) {
    auto* loop = here();
    if (!loop || loop->generation != read_in) return;
    if (loop->entries.size() >= remembered_at_most) loop->entries.clear();
    loop->entries.insert_or_assign(token, Entry{viewer, last_seen, at});
}

void Access::Cache::forget(OrgId org, PersonId person, SessionId session) {
    auto* loop = here();
    if (!loop) return;
    ++loop->generation;
    std::erase_if(loop->entries, [&](auto const& entry) {
        auto const& viewer = entry.second.viewer;
        return viewer.org == org && viewer.person == person &&
               (session.value == 0 || viewer.session == session);
    });
}

}  // namespace horenso::access
