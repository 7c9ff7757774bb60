#include "platform/text/limits.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "platform/text/code_points.hpp"
#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"

namespace horenso::text {
namespace {

bool is_visible(char32_t character) {
    auto const point = static_cast<UChar32>(character);
    return !u_isUWhiteSpace(point) &&
           !u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (is_visible(next_code_point(text, at))) return false;
    return true;
}

/// At most `bytes` of `text`, without a part of a character at the end.
std::string_view beginning_of(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    auto const is_inside = [text](std::size_t at) { return (text[at] & 0xC0) == 0x80; };
    auto const least = bytes - std::min<std::size_t>(bytes, 3);
    while (bytes > least && is_inside(bytes)) --bytes;
    return text.substr(0, bytes);
}

}  // namespace

std::optional<Wrong> what_is_wrong(std::string_view text, Limits const& limits) {
    auto const seen = beginning_of(text, limits.bytes);
    bool const is_whole = seen.size() == text.size();
    if (!is_utf8(seen)) return Wrong::not_utf8;
    if (first_forbidden(seen)) return Wrong::forbidden_character;
    if (is_whole && is_blank(seen)) return Wrong::blank;
    if (!at_most_graphemes(seen, limits.graphemes)) return Wrong::too_long;
    if (!is_whole) return Wrong::too_large;
    return std::nullopt;
}

}  // namespace horenso::text
