// Screens on walls: who makes them, and which request is one's own (clause 3.3).
#include "services/access/displays.hpp"

#include <algorithm>

#include "platform/crypto/card_code.hpp"
#include "platform/text/limits.hpp"
#include "services/access/attempts.hpp"
#include "services/access/sessions.hpp"
#include "services/audit/audit.hpp"

namespace horenso::access {
namespace {

constexpr std::int64_t most_displays = 200;
constexpr text::Limits longest_name{.graphemes = 50, .bytes = 400};
/// One that nobody switched on for so long is opened anew.
constexpr std::chrono::hours display_idle{24 * 60};
constexpr std::chrono::minutes noted_every{5};

constexpr Sql select_displays{R"(
    SELECT display_id, name, department,
           CASE WHEN code_hash IS NOT NULL AND code_ends_at > $2 THEN code_ends_at END, used_at
      FROM access_display
     WHERE org_id = $1
     ORDER BY name, display_id)"};
constexpr Sql count_displays{"SELECT COUNT(*) FROM access_display WHERE org_id = $1"};
constexpr Sql insert_display{R"(
    INSERT INTO access_display
           (org_id, display_id, name, department, code_hash, code_ends_at, secret_hash, made_at, used_at)
    VALUES ($1,     $2,         $3,   $4,         $5,        $6,           NULL,        $7,      0))"};
constexpr Sql update_display{R"(
    UPDATE access_display SET name = $3, department = $4 WHERE org_id = $1 AND display_id = $2)"};
constexpr Sql renew_display{R"(
    UPDATE access_display SET code_hash = $3, code_ends_at = $4, secret_hash = NULL
     WHERE org_id = $1 AND display_id = $2)"};
constexpr Sql delete_display{"DELETE FROM access_display WHERE org_id = $1 AND display_id = $2"};
// Whoever opens one isn't signed in: the code itself names the organisation.
constexpr Sql select_code{R"(
    SELECT org_id, display_id, name FROM access_display WHERE code_hash = $1 AND code_ends_at > $2)"};
constexpr Sql open_display{R"(
    UPDATE access_display SET code_hash = NULL, secret_hash = $4, used_at = $5
     WHERE org_id = $1 AND display_id = $2 AND code_hash = $3)"};
constexpr Sql select_open{R"(
    SELECT name, department, used_at, secret_hash FROM access_display
     WHERE org_id = $1 AND display_id = $2 AND secret_hash IS NOT NULL)"};
constexpr Sql update_used{R"(
    UPDATE access_display SET used_at = $3 WHERE org_id = $1 AND display_id = $2)"};
constexpr Sql rename_department{R"(
    UPDATE access_display SET department = $3 WHERE org_id = $1 AND department = $2)"};
constexpr Sql delete_of_department{R"(
    DELETE FROM access_display WHERE org_id = $1 AND department = $2)"};

using DisplayToken = Cookie<DisplayId>;

Problem no_such_display() { return {.status = 404, .code = "access.no_such_display"}; }
Problem elsewhere() { return {.status = 403, .code = "access.display_elsewhere", .clause = "3.4"}; }

struct Waiting {
    OrgId org;
    DisplayId display;
    std::string name;
};

std::optional<Waiting> find_code(Tx& tx, crypto::Digest const& hash, Instant now) {
    auto row = tx.query(select_code, hash, now);
    if (!row.next()) return std::nullopt;
    return Waiting{row.get<OrgId>(0), row.get<DisplayId>(1), row.get<std::string>(2)};
}

struct Open {
    std::string name;
    std::string department;
    Instant used_at;
};

std::optional<Open> find_open(Tx& tx, DisplayToken const& token) {
    auto row = tx.query(select_open, token.org, token.id);
    if (!row.next() || !is_secret_of(token.secret, row.get<crypto::Digest>(3))) return std::nullopt;
    return Open{row.get<std::string>(0), row.get<std::string>(1), row.get<Instant>(2)};
}

std::optional<Problem> refuse(Tx& tx, OrgId org, DisplayWish const& wish) {
    if (text::what_is_wrong(wish.name, longest_name) || wish.name.find('\n') != wish.name.npos)
        return Problem{.status = 422, .code = "access.bad_display_name"};
    if (wish.department.empty()) return std::nullopt;
    auto const departments = directory::departments_of(tx, org);
    bool const is_known = std::ranges::any_of(
        departments, [&](auto const& one) { return one.name == wish.department; });
    if (is_known) return std::nullopt;
    return Problem{.status = 422, .code = "access.no_such_department"};
}

bool is_full(Tx& tx, OrgId org) {
    auto row = tx.query(count_displays, org);
    return row.next() && row.get<std::int64_t>(0) >= most_displays;
}

audit::Entry entry_of(Viewer const& viewer, audit::Action action, DisplayId display) {
    return {.org = viewer.org,
            .actor = actor_of(viewer),
            .action = action,
            .subject = subject_of(viewer.org),
            .details = audit::Details{}.id("display", display)};
}

}  // namespace

Task<Result<std::vector<Display>>> Displays::list(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<Display>> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        std::vector<Display> displays;
        auto row = tx.query(select_displays, permit->org(), needs_.clock.now());
        while (row.next()) {
            Display display{row.get<DisplayId>(0), row.get<std::string>(1),
                            row.get<std::string>(2)};
            display.code_ends_at = row.get<std::optional<Instant>>(3);
            if (auto const used = row.get<Instant>(4); used.ms > 0) display.used_at = used;
            displays.push_back(std::move(display));
        }
        return displays;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<DisplayCode>> Displays::make(Viewer const& viewer, DisplayWish wish) {
    auto const letters = crypto::random_card_code();
    auto const now = needs_.clock.now();
    DisplayCode const code{needs_.ids.make<DisplayId>(now.ms), crypto::card_code_as_shown(letters),
                           now + card_life};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        auto const org = permit->org();
        if (auto refused = refuse(tx, org, wish)) return *std::move(refused);
        if (is_full(tx, org))
            return Problem{.status = 409,
                           .code = "access.too_many_displays",
                           .arguments = {{"limit", std::to_string(most_displays)}}};
        tx.run(insert_display, org, code.id, wish.name, wish.department, crypto::sha256(letters),
               code.expires_at, now);
        audit::record(tx, now, entry_of(viewer, audit::Action::display_made, code.id));
        return Done{};
    };
    auto const made = co_await needs_.store.write(write);
    if (!made) co_return made.problem();
    co_return code;
}

Task<Result<Done>> Displays::change(Viewer const& viewer, DisplayId display, DisplayWish wish) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        auto const org = permit->org();
        if (auto refused = refuse(tx, org, wish)) return *std::move(refused);
        if (tx.run(update_display, org, display, wish.name, wish.department) == 0)
            return no_such_display();
        audit::record(tx, needs_.clock.now(),
                      entry_of(viewer, audit::Action::display_changed, display));
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<DisplayCode>> Displays::renew(Viewer const& viewer, DisplayId display) {
    auto const letters = crypto::random_card_code();
    auto const now = needs_.clock.now();
    DisplayCode const code{display, crypto::card_code_as_shown(letters), now + card_life};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        auto const hash = crypto::sha256(letters);
        if (tx.run(renew_display, permit->org(), display, hash, code.expires_at) == 0)
            return no_such_display();
        audit::record(tx, now, entry_of(viewer, audit::Action::display_renewed, display));
        return Done{};
    };
    auto const renewed = co_await needs_.store.write(write);
    if (!renewed) co_return renewed.problem();
    co_return code;
}

Task<Result<Done>> Displays::end(Viewer const& viewer, DisplayId display) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        if (tx.run(delete_display, permit->org(), display) == 0) return no_such_display();
        audit::record(tx, needs_.clock.now(),
                      entry_of(viewer, audit::Action::display_ended, display));
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<OpenedDisplay>> Displays::open(std::string code, std::string address) {
    auto const letters = crypto::typed_card_code(code);
    auto const hash = crypto::sha256(letters.value_or(""));
    Attempt const attempt{{}, "display", network_of(address), card_throttle};
    auto look = [&](Tx& tx) -> Result<bool> {
        auto const now = needs_.clock.now();
        if (letters && find_code(tx, hash, now)) return true;
        auto const may = may_try(tx, attempt, now);
        if (!may) return may.problem();
        return false;
    };
    auto const is_good = co_await needs_.store.read(look);
    if (!is_good) co_return is_good.problem();
    if (!*is_good) {
        auto count = [&](Tx& tx) { return begin_attempt(tx, attempt, needs_.clock.now()); };
        auto const counted = co_await needs_.store.write(count);
        if (!counted) co_return counted.problem();
    }
    auto const secret = crypto::random_token();
    auto redeem = [&](Tx& tx) -> Result<OpenedDisplay> {
        auto const now = needs_.clock.now();
        auto const waiting = letters ? find_code(tx, hash, now) : std::nullopt;
        if (!waiting) return Problem{.status = 401, .code = "access.bad_display_code"};
        auto const& [org, display, name] = *waiting;
        if (!is_in_office(tx, org, address)) return elsewhere();
        if (tx.run(open_display, org, display, hash, crypto::sha256(secret), now) == 0)
            return Problem{.status = 401, .code = "access.bad_display_code"};
        audit::record(tx, now,
                      {.org = org,
                       .actor = audit::the_server,
                       .action = audit::Action::display_opened,
                       .subject = subject_of(org),
                       .details = audit::Details{}.id("display", display)});
        DisplayToken const token{org, display, secret};
        return OpenedDisplay{token.text(), name};
    };
    co_return co_await needs_.store.write(redeem);
}

Result<AtDisplay> Displays::enter(Tx& tx, DisplayKnock const& knock) const {
    if (!needs_.access.is_current())
        return Problem{.status = 503, .code = "access.blind", .retry_after_s = 1};
    Problem const no_display{.status = 401, .code = "access.no_display", .clause = "3.3"};
    auto const token = DisplayToken::parse(knock.cookie);
    auto const open = token ? find_open(tx, *token) : std::nullopt;
    if (!open || needs_.clock.now() >= open->used_at + display_idle) return no_display;
    AtDisplay at{token->org, token->id, open->used_at};
    at.name_ = open->name;
    at.department_ = open->department;
    if (!is_in_office(tx, at.org_, knock.address)) return elsewhere();
    return at;
}

Task<> Displays::note_use(AtDisplay const& at) const {
    auto const now = needs_.clock.now();
    if (now < at.used_at_ + noted_every) co_return;
    auto write = [&](Tx& tx) -> Result<Done> {
        tx.run(update_used, at.org_, at.id_, now);
        return Done{};
    };
    auto const noted = co_await needs_.store.write(write);
    (void)noted;  // a full disk darkens no display
}

bool Displays::is_in_office(Tx& tx, OrgId org, std::string_view address) const {
    return place_of(tx, org, needs_.rules, DeviceClass::shared, address).network ==
           NetworkClass::office;
}

void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames) {
    directory::rename_in(tx, org, renames, rename_department, delete_of_department);
}

}  // namespace horenso::access
