#pragma once
#include <string_view>

/// The Japanese words of a sheet, whatever it is about.
namespace horenso::sheet::words_ja {

inline constexpr std::string_view row = "行 ";
inline constexpr std::string_view full_width_space = "　";
inline constexpr std::string_view no_break_space = "\u00A0";

}  // namespace horenso::sheet::words_ja
