#include "platform/text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace horenso::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080;

std::uint64_t eight_bytes(char const* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The first place in [at, end) that is not ASCII: 32 bytes a step, then 8, then one.
char const* after_ascii(char const* at, char const* end) {
    while (end - at >= 32) {
        auto const all =
            eight_bytes(at) | eight_bytes(at + 8) | eight_bytes(at + 16) | eight_bytes(at + 24);
        if (all & high_bits) break;
        at += 32;
    }
    while (end - at >= 8 && !(eight_bytes(at) & high_bits)) at += 8;
    while (at != end && static_cast<signed char>(*at) >= 0) ++at;
    return at;
}

bool between(unsigned char byte, unsigned char low, unsigned char high) {
    return static_cast<unsigned char>(byte - low) <= high - low;
}

bool follows(unsigned char byte) { return static_cast<signed char>(byte) < -64; }  // 80..BF

/// Bytes of the well-formed character beyond ASCII that begins at `at`; 0 if there is none.
/// Three bytes, which is nearly all of Japanese, are asked first.
std::ptrdiff_t length_beyond_ascii(char const* start, char const* end) {
    auto const* at = reinterpret_cast<unsigned char const*>(start);
    auto const left = end - start;
    auto const lead = at[0];
    if (between(lead, 0xE0, 0xEF)) {
        if (left < 3 || !follows(at[1]) || !follows(at[2])) return 0;
        if (lead == 0xE0 && at[1] < 0xA0) return 0;  // overlong
        if (lead == 0xED && at[1] > 0x9F) return 0;  // a surrogate
        return 3;
    }
    if (between(lead, 0xC2, 0xDF)) return left >= 2 && follows(at[1]) ? 2 : 0;
    if (!between(lead, 0xF0, 0xF4) || left < 4) return 0;
    if (!follows(at[1]) || !follows(at[2]) || !follows(at[3])) return 0;
    if (lead == 0xF0 && at[1] < 0x90) return 0;  // overlong
    if (lead == 0xF4 && at[1] > 0x8F) return 0;  // above U+10FFFF
    return 4;
}

bool forbidden_ascii(unsigned char byte) {
    return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    char const* at = bytes.data();
    char const* const end = at + bytes.size();
    while (at != end) {
        if (static_cast<signed char>(*at) >= 0) {
            at = after_ascii(at, end);
            continue;
        }
        auto const length = length_beyond_ascii(at, end);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::size_t character_length(std::string_view bytes, std::size_t at) {
    auto const* const start = bytes.data() + at;
    if (static_cast<signed char>(*start) >= 0) return 1;
    return static_cast<std::size_t>(length_beyond_ascii(start, bytes.data() + bytes.size()));
}

std::optional<std::size_t> first_forbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const byte = static_cast<unsigned char>(text[at]);
        if (forbidden_ascii(byte)) return at;
        bool const c1 = byte == 0xC2 && at + 1 < text.size() &&
                        between(static_cast<unsigned char>(text[at + 1]), 0x80, 0x9F);
        if (c1) return at;
    }
    return std::nullopt;
}

bool is_allowed_text(std::string_view bytes) { return is_utf8(bytes) && !first_forbidden(bytes); }

}  // namespace horenso::text
