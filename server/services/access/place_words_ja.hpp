#pragma once
#include <string_view>

namespace horenso::access {

/// What stands behind the name of a place in the name of an organisation there, in the order in which it is taken off.
inline constexpr std::string_view organisation_endings[] = {
    "社会福祉協議会", "社協", "市", "区", "町", "村", "県"};

/// Kana that are spoken together with the one before.
inline constexpr std::u32string_view small_kana = U"ァィゥェォャュョヮ";
/// Spoken with the one after.
inline constexpr std::u32string_view double_consonant = U"ッ";

}  // namespace horenso::access
