#pragma once
#include <string>
#include <vector>

#include "services/access/password_rules.hpp"

namespace horenso::access {

/// A word that others connect with a password's owner, folded for comparison.
struct KnownWord {
    std::u32string text;
    Guess why;
};

/// All of them: the organisation's name with and without 市 and 社会福祉協議会, its slug; the person's names, their
/// reading in kana and in the usual spellings, the ID and its parts.
std::vector<KnownWord> owner_words(PasswordOwner const& owner);

/// `kana` in the spellings that people type: sato, satou, satoh; shouji, syouzi.
std::set<std::string> spellings(std::string_view kana);

}  // namespace horenso::access
