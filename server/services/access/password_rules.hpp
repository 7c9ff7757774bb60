#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/problem.hpp"

/// Which passwords are hard to guess. No composition rules (NIST SP 800-63B-4 §3.1.1.2): a password is long, and what
/// others know or everybody types counts for nothing in it.
namespace horenso::access {

/// 15, because it may be the only factor.
inline constexpr std::size_t least_password_graphemes = 15;
inline constexpr std::size_t most_password_graphemes = 128;

/// What others know of whoever chooses a password.
struct PasswordOwner {
    std::string organisation;  ///< its name
    std::string slug;
    std::string name;
    std::string kana;  ///< the reading of the name, in katakana
    std::string login;
};

/// Why a part of a password is no secret.
enum class Guess { organisation, name, year, common, pattern };

struct Guessed {
    std::size_t left = 0;  ///< graphemes that nothing here explains
    std::set<Guess> found = {};
};

/// What is left of a password without what can be guessed: words of the organisation and its person in any writing,
/// the reading in Hepburn and Kunrei, letters swapped for digits (p4ssw0rd); years of both calendars and dates; words
/// that many use; what repeats, and rows of the keyboard, the alphabet and the kana.
Guessed guess(std::string_view password, PasswordOwner const& owner);

/// 422 `access.weak_password`, `access.long_password`, or `access.guessable_password` with a field for each kind of
/// guess. Nothing in it comes from the password but how much of it is left.
std::optional<Problem> refuse_password(std::string_view password, PasswordOwner const& owner);

}  // namespace horenso::access
