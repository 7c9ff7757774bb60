#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/time/clock.hpp"
#include "services/directory/ids.hpp"
#include "services/policy/finding.hpp"

namespace horenso::policy {

/// What somebody says yes to: this person, these words, this place, these measures.
struct Question {
    OrgId org;
    PersonId person;
    Draft draft;
    std::vector<std::string> measures;  ///< "B6.main", in the order of the findings
};

/// How long an answer may wait for the line to come back.
inline constexpr std::chrono::hours acknowledgement_life{24};

/// A text that only a server with `key` can have made, and for this question only: good until
/// `acknowledgement_life` after `now`. Nothing of the question can be read from it.
std::string acknowledgement(std::string_view key, Question const& question, Instant now);

/// Whether it was made for this question and is still good.
bool acknowledges(std::string_view key, std::string_view given, Question const& question,
                  Instant now);

}  // namespace horenso::policy
