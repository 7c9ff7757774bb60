#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace horenso::directory {

/// What a first login is made from.
struct LoginSource {
    std::string_view kana;  ///< surname, space, given name
    std::optional<int> birth_year;
    std::string_view org;  ///< what follows '@'
};

/// What the logins of newcomers are made from.
enum class LoginForm { name, number };
std::string_view word_of(LoginForm form);  ///< "name", "number": in the store and on the wire
std::optional<LoginForm> login_form(std::string_view word);

/// The pattern of the guideline, clause 7.1.
inline constexpr std::string_view login_pattern = "{given_initial}.{surname}{birth_year}@{org}";

/// A login of the given pattern that isn't taken: h.sato1967@shakyo, for a second one
/// h.sato1967-2@shakyo. Names are spelt in Hepburn. What is not known is left out, and a name without
/// a second part has no initial (sato1967@shakyo). A name that can't be spelt gives staff1@shakyo,
/// staff2@shakyo, ... The same arguments give the same login. `is_taken` is asked until it says no.
std::string new_login(LoginSource const& source,
                      std::function<bool(std::string_view)> const& is_taken,
                      std::string_view pattern = login_pattern);

}  // namespace horenso::directory
