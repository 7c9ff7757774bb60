#include "load/payload.hpp"

#include <array>
#include <charconv>

namespace horenso::load {
namespace {

constexpr std::array<std::int8_t, 256> hex_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < 10; ++i) values[std::size_t{'0'} + i] = static_cast<std::int8_t>(i);
    for (std::size_t i = 0; i < 6; ++i)
        values[std::size_t{'a'} + i] = static_cast<std::int8_t>(10 + i);
    return values;
}();

bool read_hex(char const* text, std::size_t digits, std::uint64_t& value) {
    value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        auto const digit = hex_values[static_cast<unsigned char>(text[i])];
        if (digit < 0) return false;
        value = value << 4 | static_cast<std::uint64_t>(digit);
    }
    return true;
}

}  // namespace

std::string make_payload() {
    std::string text(stamp_size, '@');
    write_stamp(text.data(), {});
    std::string_view const words = "明日の会議は14時に本所二階で行います。資料をご確認ください。";
    while (text.size() + words.size() <= payload_size) text += words;
    while (text.size() + 3 <= payload_size) text += "。";
    text.resize(payload_size, '.');
    return text;
}

void write_hex(char* text, std::uint64_t value, std::size_t digits) {
    for (std::size_t i = digits; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
}

void write_stamp(char* text, Stamp const& stamp) {
    text[0] = text[1] = '@';
    write_hex(text + 2, static_cast<std::uint64_t>(stamp.sent_ns), 16);
    write_hex(text + 18, stamp.number, 8);
    write_hex(text + 26, stamp.slot, 8);
}

std::optional<Stamp> find_stamp(std::string_view frame, std::size_t& at) {
    auto is_here = [&](std::size_t i) {
        return i + stamp_size <= frame.size() && frame[i] == '@' && frame[i + 1] == '@';
    };
    if (!is_here(at)) {
        auto found = frame.find("@@");
        if (found == std::string_view::npos || !is_here(found)) return std::nullopt;
        at = found;
    }
    std::uint64_t sent = 0;
    std::uint64_t number = 0;
    std::uint64_t slot = 0;
    char const* text = frame.data() + at;
    if (!read_hex(text + 2, 16, sent) || !read_hex(text + 18, 8, number) ||
        !read_hex(text + 26, 8, slot)) {
        return std::nullopt;
    }
    return Stamp{static_cast<std::int64_t>(sent), static_cast<std::uint32_t>(number),
                 static_cast<std::uint32_t>(slot)};
}

std::optional<std::int64_t> find_seq(std::string_view frame, std::size_t& at) {
    constexpr std::string_view name = "\"seq\":";
    if (at >= frame.size() || !frame.substr(at).starts_with(name)) {
        auto found = frame.find(name);
        if (found == std::string_view::npos) return std::nullopt;
        at = found;
    }
    std::int64_t seq = 0;
    char const* digits = frame.data() + at + name.size();
    auto const read = std::from_chars(digits, frame.data() + frame.size(), seq);
    if (read.ec != std::errc{}) return std::nullopt;
    return seq;
}

}  // namespace horenso::load
