#pragma once
#include "features/talk/talk.hpp"

namespace horenso::talk {

/// Why this can't be the reason of 緊急 (clause B3): blank, over 100 characters, more than one line.
std::optional<Problem> refuse_reason(std::string_view reason);

/// 403 `talk.may_not_be_urgent`, unless the viewer is permitted `urgent` or the head of a department, or measure `urgent`
/// of clause B3 is on for the viewer's department.
std::optional<Problem> refuse_urgent(Tx& tx, Viewer const& viewer, policy::Policy const& policy);

}  // namespace horenso::talk
