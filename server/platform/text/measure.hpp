#pragma once
#include <cstddef>
#include <string_view>

/// How long text is, as a person counts. The front end counts the same way; both are held to
/// `tests/vectors/text_lengths.json`. Everything here expects UTF-8.
namespace horenso::text {

/// Extended grapheme clusters (UAX #29): a family emoji, a flag, か with its dakuten or 葛 with its
/// variation selector is one each, and so is CRLF.
std::size_t graphemes(std::string_view text);

/// True if `text` has at most `limit` graphemes. Stops as soon as it knows, and nearly always knows
/// without ICU: text of no more bytes, or no more code points, than `limit` needs no look.
bool at_most_graphemes(std::string_view text, std::size_t limit);

/// The width of `text` in units of half a full-width character: a grapheme counts 2 if it begins
/// with a wide, full-width or ambiguous character (UAX #11) or is shown as an emoji, otherwise 1.
/// So half-width kana counts 1, with its dakuten too. The 13 full-width characters of clause 2.2.a
/// are 26.
std::size_t half_width_units(std::string_view text);

}  // namespace horenso::text
