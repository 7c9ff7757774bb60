#pragma once
#include <string_view>

namespace horenso::talk::words_ja {

/// What the room of an employment type has behind its name: 正職員G (clause 5.4).
inline constexpr std::string_view group_ending = "G";

}  // namespace horenso::talk::words_ja
