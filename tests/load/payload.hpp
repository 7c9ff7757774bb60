#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace horenso::load {

/// What a message says of itself: when it was sent, which of its room's messages it is, and which
/// sender waits for it.
struct Stamp {
    std::int64_t sent_ns = 0;
    std::uint32_t number = 0;
    std::uint32_t slot = 0;
};

/// A text of 200 bytes: a stamp in ASCII, then Japanese. Fixed length, so that it can be written
/// over in a ready request.
constexpr std::size_t payload_size = 200;
constexpr std::size_t stamp_size = 2 + 16 + 8 + 8;  ///< "@@", then three numbers in hexadecimal

std::string make_payload();

/// Writes the stamp over the first `stamp_size` characters at `text`.
void write_stamp(char* text, Stamp const& stamp);

/// Writes `digits` hexadecimal digits.
void write_hex(char* text, std::uint64_t value, std::size_t digits);

/// Finds the stamp in a frame. `at` is where it stood last time: looked at first, then kept up to
/// date.
std::optional<Stamp> find_stamp(std::string_view frame, std::size_t& at);

/// Finds the message's place in an event of the product (`"seq":N`), as `find_stamp` does.
std::optional<std::int64_t> find_seq(std::string_view frame, std::size_t& at);

}  // namespace horenso::load
