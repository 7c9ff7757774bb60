#pragma once
#include <optional>
#include <string>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/door.hpp"
#include "services/access/proof.hpp"
#include "services/directory/directory.hpp"

namespace horenso::crypto {
class Hasher;
}

namespace horenso::access {

/// What an organisation has decided about ways in (clauses 7.1, 7.2), as it is to begin with.
struct SignInRules {
    std::int64_t password_days = 0;  ///< 0: passwords don't end; else 30 to 365
    bool second_for_administrators = false;
    directory::LoginForm login_form = directory::LoginForm::name;  ///< of newcomers in an import
    bool pattern_passwords = false;  ///< the guideline's first password, instead of a card
    friend bool operator==(SignInRules const&, SignInRules const&) = default;
};
SignInRules sign_in_rules(Tx& tx, OrgId org);

/// Somebody who is permitted anything, by role or set, where that wants a second factor, and has none: they sign in, and
/// administrate no more until they do. A passkey without a password beside it is two factors in itself.
bool owes_second_factor(Tx& tx, OrgId org, PersonId person);

/// So long before its end somebody is told of it.
inline constexpr int password_warning_days = 14;
/// When a password set at `changed_at` ends; nothing if passwords don't.
std::optional<Instant> password_over_at(SignInRules const& rules, Instant changed_at);
/// The same of somebody's present password.
std::optional<Instant> find_password_over(Tx& tx, OrgId org, PersonId person);

/// What administrators decide about it.
class SignInRuleBook {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        crypto::Hasher& hasher;
        Access& access;
    };
    explicit SignInRuleBook(Needs needs) : needs_(needs) {}

    /// These are for whoever is permitted `sign_in`, 403.
    Task<Result<SignInRules>> rules(Viewer const& viewer) const;
    /// From now on. 422 `access.bad_password_days`; 409 `access.second_first` if the asker would owe a second factor.
    Task<Result<Done>> set(Viewer const& viewer, SignInRules rules);

    /// A password by the guideline's pattern (clause 7.1): whoever sees the ID can guess it. Good for a week and for one
    /// sign-in, with which another is chosen; ends the person's card and any earlier one.
    struct First {
        directory::Person person;
        std::string password;
        Instant expires_at;
    };
    /// Only for whoever has just signed in, or gives a proof. 409 `access.no_patterns` where the organisation hasn't chosen it, `access.no_birth_year` if the ID has none; 404
    /// `directory.no_such_person`.
    Task<Result<First>> issue_first(Viewer const& viewer, PersonId person, Proof proof = {});

private:
    Result<First> find_first(Tx& tx, Viewer const& viewer, PersonId person) const;
    Needs needs_;
};

/// The password that the guideline makes: 組織 and the year of birth, as it stands in the ID. nullopt if there is none.
std::optional<std::string> pattern_password(std::string_view login);

/// The kept hash of a first password that is good; empty: there is none.
std::string first_password_of(Tx& tx, OrgId org, PersonId person, Instant now);
/// False if it was used meanwhile.
bool use_first_password(Tx& tx, OrgId org, PersonId person, std::string const& hash);
std::int64_t erase_first_password(Tx& tx, OrgId org, PersonId person);
/// Those whose time is over; at most `most`.
std::int64_t sweep_first_passwords(Tx& tx, Instant now, int most);

/// The routes of api/sign_in_rules.yaml.
void add_routes(net::Router& router, Door const& door, SignInRuleBook& book);

}  // namespace horenso::access
