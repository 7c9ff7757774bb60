#include "platform/text/code_points.hpp"

#include "platform/text/utf8.hpp"

namespace horenso::text {

char32_t next_code_point(std::string_view text, std::size_t& at) {
    auto const length = character_length(text, at);
    auto const* bytes = reinterpret_cast<unsigned char const*>(text.data()) + at;
    at += length == 0 ? 1 : length;
    auto const low_bits = [bytes](int index) { return char32_t{bytes[index]} & 0x3F; };
    switch (length) {
        case 1: return bytes[0];
        case 2: return (char32_t{bytes[0]} & 0x1F) << 6 | low_bits(1);
        case 3: return (char32_t{bytes[0]} & 0x0F) << 12 | low_bits(1) << 6 | low_bits(2);
        case 4:
            return (char32_t{bytes[0]} & 0x07) << 18 | low_bits(1) << 12 | low_bits(2) << 6 |
                   low_bits(3);
        default: return 0xFFFD;
    }
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
}

void append_utf8(std::string& text, char32_t character) {
    auto const byte = [&text](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (character < 0x80) {
        byte(character);
        return;
    }
    if (character < 0x800) {
        byte(0xC0 | character >> 6);
    } else {
        if (character < 0x10000) {
            byte(0xE0 | character >> 12);
        } else {
            byte(0xF0 | character >> 18);
            byte(0x80 | (character >> 12 & 0x3F));
        }
        byte(0x80 | (character >> 6 & 0x3F));
    }
    byte(0x80 | (character & 0x3F));
}

std::string to_utf8(std::u32string_view characters) {
    std::string out;
    out.reserve(characters.size() * 3);
    for (auto character : characters) append_utf8(out, character);
    return out;
}

}  // namespace horenso::text
