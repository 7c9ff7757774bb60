#include "square.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace horenso::media {
namespace {

constexpr std::size_t channels = 3;

/// What a pixel of the result is mixed from: neighbouring pixels from `first` on, and how much of each.
struct Mix {
    int first = 0;
    std::vector<float> shares;
};

/// A triangle over each place of the result, as wide as what it stands for, at least two pixels.
std::vector<Mix> mixes(int from, int to) {
    auto const scale = static_cast<float>(from) / static_cast<float>(to);
    auto const reach = std::max(1.0F, scale);
    std::vector<Mix> all;
    for (int i = 0; i < to; ++i) {
        auto const middle = (static_cast<float>(i) + 0.5F) * scale;
        auto const first = std::max(0, static_cast<int>(std::floor(middle - reach)));
        auto const end = std::min(from, static_cast<int>(std::ceil(middle + reach)));
        Mix mix{first, {}};
        float sum = 0;
        for (int x = first; x < end; ++x) {
            auto const away = std::abs(static_cast<float>(x) + 0.5F - middle);
            mix.shares.push_back(std::max(0.0F, 1.0F - away / reach));
            sum += mix.shares.back();
        }
        for (auto& share : mix.shares) share /= sum;
        all.push_back(std::move(mix));
    }
    return all;
}

/// A row of the result along one axis: `step` bytes lie between neighbours.
void mix_line(std::uint8_t const* from, std::size_t step, std::vector<Mix> const& mixed,
              std::uint8_t* to, std::size_t to_step) {
    for (auto const& [first, shares] : mixed) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            auto const* at = from + static_cast<std::size_t>(first) * step + channel;
            float value = 0.5F;
            for (auto const share : shares) {
                value += share * static_cast<float>(*at);
                at += step;
            }
            to[channel] = static_cast<std::uint8_t>(std::min(value, 255.0F));
        }
        to += to_step;
    }
}

std::size_t offset(int x, int y, int width) {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
            static_cast<std::size_t>(x)) *
           channels;
}

}  // namespace

Pixels middle_square(Pixels const& from, int side) {
    auto const whole = std::min(from.width, from.height);
    auto const left = (from.width - whole) / 2;
    auto const top = (from.height - whole) / 2;
    auto const mixed = mixes(whole, side);
    std::vector<std::uint8_t> narrow(offset(0, whole, side));
    for (int y = 0; y < whole; ++y)
        mix_line(&from.rgb[offset(left, top + y, from.width)], channels, mixed,
                 &narrow[offset(0, y, side)], channels);
    Pixels square{side, side, std::vector<std::uint8_t>(offset(0, side, side))};
    auto const row = offset(0, 1, side);
    for (int x = 0; x < side; ++x)
        mix_line(&narrow[offset(x, 0, side)], row, mixed, &square.rgb[offset(x, 0, side)], row);
    return square;
}

Pixels upright(Pixels const& from, int orientation) {
    if (orientation == 1) return from;
    auto const side = from.width;
    auto const last = side - 1;
    Pixels to{side, side, std::vector<std::uint8_t>(from.rgb.size())};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            // Where the pixel that belongs here lies (TIFF 6.0, Orientation).
            bool const turned = orientation >= 5;
            bool const from_right =
                orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
            bool const from_below =
                orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
            auto const along = turned ? y : x;
            auto const down = turned ? x : y;
            auto const at_x = from_right ? last - along : along;
            auto const at_y = from_below ? last - down : down;
            std::copy_n(&from.rgb[offset(at_x, at_y, side)], channels, &to.rgb[offset(x, y, side)]);
        }
    return to;
}

}  // namespace horenso::media
