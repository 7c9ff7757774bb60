#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/media/frame.hpp"

namespace horenso::media {

/// A picture as three bytes a pixel, row by row from the top: red, green, blue.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb = {};
};

/// A picture as it stands in a file.
struct Decoded {
    Pixels pixels = {};
    int orientation = 1;       ///< as EXIF counts: 1 is upright
    std::string profile = {};  ///< ICC; empty: sRGB, or not said
};

/// A decoder fills in `out`, or says why it doesn't.
using Decode = Outcome (*)(std::string_view bytes, Decoded& out);

inline constexpr std::int64_t most_pixels = 50'000'000;
inline constexpr std::int64_t longest_side = 20'000;

/// Looked at in a picture's head, before there is memory for it.
inline bool is_too_large(std::int64_t width, std::int64_t height) {
    return width > longest_side || height > longest_side || width * height > most_pixels;
}

/// Three bytes a pixel from four (the last is how much covers), on white. A row lies `row_bytes` behind the
/// one before.
inline Pixels on_white(int width, int height, std::uint8_t const* rgba, std::size_t row_bytes) {
    auto const across = static_cast<std::size_t>(width);
    auto const down = static_cast<std::size_t>(height);
    Pixels pixels{width, height, std::vector<std::uint8_t>(across * down * 3)};
    auto* to = pixels.rgb.data();
    for (std::size_t y = 0; y < down; ++y) {
        auto const* from = rgba + y * row_bytes;
        for (std::size_t x = 0; x < across; ++x, from += 4)
            for (std::size_t i = 0; i < 3; ++i) {
                unsigned const covers = from[3];
                *to++ = static_cast<std::uint8_t>((from[i] * covers + 255 * (255 - covers) + 127) /
                                                  255);
            }
    }
    return pixels;
}

}  // namespace horenso::media
