#include "services/access/sign_in_rules.hpp"

#include "services/access/access.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr std::int64_t fewest_days = 30;
constexpr std::int64_t most_days = 365;
constexpr std::chrono::hours day{24};

constexpr Sql select_rules{R"(
    SELECT password_days, second_for_administrators, login_form, pattern_passwords
      FROM access_rules WHERE org_id = $1)"};
constexpr Sql upsert_rules{R"(
    INSERT INTO access_rules
           (org_id, password_days, second_for_administrators, login_form, pattern_passwords)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id)
    DO UPDATE SET password_days = excluded.password_days,
                  second_for_administrators = excluded.second_for_administrators,
                  login_form = excluded.login_form,
                  pattern_passwords = excluded.pattern_passwords)"};
constexpr Sql select_changed{R"(
    SELECT changed_at FROM access_password WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql delete_firsts{"DELETE FROM access_first_password WHERE org_id = $1"};

/// Whether somebody could sign in by a password alone, or has nothing that lasts.
bool lacks_second(Tx& tx, OrgId org, PersonId person) {
    if (has_second_factor(tx, org, person)) return false;
    bool const has_password = !password_hash_of(tx, org, person).empty();
    return has_password || !has_passkey(tx, org, person);
}

std::optional<Problem> refuse(SignInRules const& rules) {
    auto const days = rules.password_days;
    if (days == 0 || (days >= fewest_days && days <= most_days)) return std::nullopt;
    return Problem{.status = 422,
                   .code = "json.bad_fields",
                   .fields = {{.path = "password_days", .code = "access.bad_password_days"}}};
}

void record(Tx& tx, Viewer const& viewer, SignInRules const& rules, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::sign_in_rules_set,
                   .subject = subject_of(viewer.org),
                   .details = audit::Details{}
                                  .number("password_days", rules.password_days)
                                  .number("second_for_administrators",
                                          rules.second_for_administrators ? 1 : 0)
                                  .number("login_by_number",
                                          rules.login_form == directory::LoginForm::number ? 1 : 0)
                                  .number("pattern_passwords", rules.pattern_passwords ? 1 : 0)});
}

}  // namespace

SignInRules sign_in_rules(Tx& tx, OrgId org) {
    auto row = tx.query(select_rules, org);
    if (!row.next()) return {};
    auto const form = directory::login_form(row.get<std::string_view>(2));
    return {row.get<std::int64_t>(0), row.get<int>(1) != 0,
            form.value_or(directory::LoginForm::name), row.get<int>(3) != 0};
}

bool owes_second_factor(Tx& tx, OrgId org, PersonId person) {
    if (!sign_in_rules(tx, org).second_for_administrators) return false;
    return !directory::standing_of(tx, org, person).permissions.empty() &&
           lacks_second(tx, org, person);
}

std::optional<Instant> password_over_at(SignInRules const& rules, Instant changed_at) {
    if (rules.password_days == 0) return std::nullopt;
    return changed_at + day * rules.password_days;
}

std::optional<Instant> find_password_over(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_changed, org, person);
    if (!row.next()) return std::nullopt;
    auto const changed_at = row.get<Instant>(0);
    return password_over_at(sign_in_rules(tx, org), changed_at);
}

Task<Result<SignInRules>> SignInRuleBook::rules(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<SignInRules> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        return sign_in_rules(tx, permit->org());
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> SignInRuleBook::set(Viewer const& viewer, SignInRules rules) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::sign_in>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse(rules)) return *std::move(refused);
        auto const org = permit->org();
        if (sign_in_rules(tx, org) == rules) return Done{};
        if (rules.second_for_administrators && lacks_second(tx, org, viewer.person))
            return Problem{.status = 409, .code = "access.second_first"};
        tx.run(upsert_rules, org, rules.password_days, rules.second_for_administrators ? 1 : 0,
               directory::word_of(rules.login_form), rules.pattern_passwords ? 1 : 0);
        if (!rules.pattern_passwords) tx.run(delete_firsts, org);
        record(tx, viewer, rules, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::access
