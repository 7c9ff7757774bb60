#pragma once
#include <string>

#include "services/access/access.hpp"
#include "services/access/attempts.hpp"
#include "services/access/password_rules.hpp"

namespace horenso::access {

/// Which of somebody's passwords was typed.
enum class WhichPassword { none, own, first };

/// What the database knows of a login.
struct KnownLogin {
    OrgId org = {};
    PersonId person = {};
    std::string hash = {};   ///< of the own password; empty: there is none
    std::string first = {};  ///< of one by the guideline's pattern (clause 7.1)
    bool has_second = false;
    bool is_over = false;  ///< the own password is too old (clause 7.2)
    PasswordOwner owner = {};
    Attempt attempt = {};
    /// All passwords from that network; nothing on a device where the person was before.
    std::optional<Attempt> of_network = {};

    bool has_any() const { return !hash.empty() || !first.empty(); }
};

}  // namespace horenso::access
