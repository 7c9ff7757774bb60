#pragma once
#include <string_view>

/// The Japanese words of calendars.
namespace horenso::hours::words_ja {

inline constexpr std::string_view new_year = "年末年始";

}  // namespace horenso::hours::words_ja
