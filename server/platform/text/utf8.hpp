#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

/// What bytes may become text. Cheap enough for every message and every WebSocket frame: no ICU.
namespace horenso::text {

/// True if `bytes` is well-formed UTF-8 (Unicode 15, table 3-7): nothing overlong, no surrogates,
/// nothing above U+10FFFF. Empty is well-formed.
bool is_utf8(std::string_view bytes);

/// Bytes of the well-formed character that begins at `at`, which must be inside; 0 if none does.
std::size_t character_length(std::string_view bytes, std::size_t at);

/// Where the first character stands that text may not contain: a control character (Cc: U+0000 to
/// U+001F, DEL, C1) other than LF and TAB. Expects UTF-8; the answer is a byte offset.
std::optional<std::size_t> first_forbidden(std::string_view text);

/// True if `bytes` is UTF-8 without forbidden characters. Length is another question (measure.hpp).
bool is_allowed_text(std::string_view bytes);

}  // namespace horenso::text
