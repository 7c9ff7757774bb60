#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace horenso::text {

/// The character that begins at `at`, which must be inside, and moves `at` behind it. U+FFFD, one
/// byte on, where none begins.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// The characters of `text`, one code point each; U+FFFD for what is not UTF-8.
std::u32string code_points(std::string_view text);

std::string to_utf8(std::u32string_view characters);
void append_utf8(std::string& text, char32_t character);

}  // namespace horenso::text
