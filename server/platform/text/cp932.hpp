#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace horenso::text {

/// Text in the code page of Japanese Windows (CP932, "Shift_JIS" as Excel writes it) as UTF-8: ～
/// and － are the full-width forms, the NEC and IBM rows (①, 髙, 﨑) are known, user-defined
/// characters become private-use ones. nullopt if any byte is not CP932.
std::optional<std::string> decode_cp932(std::string_view bytes);

/// A file of unknown origin as UTF-8 without a byte order mark: UTF-8 if it begins with UTF-8's
/// mark or is well-formed UTF-8, otherwise CP932. nullopt if it is neither.
std::optional<std::string> decode_japanese(std::string_view bytes);

}  // namespace horenso::text
