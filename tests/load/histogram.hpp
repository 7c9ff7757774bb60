#pragma once
#include <array>
#include <bit>
#include <cstdint>

namespace horenso::load {

/// Counts durations with a relative error below 2 %: 64 steps per power of two. Adding costs a few
/// instructions and no memory, so that measuring doesn't disturb what is measured.
class Histogram {
public:
    void add(std::int64_t nanoseconds) {
        ++counts_[place(nanoseconds < 0 ? 0 : static_cast<std::uint64_t>(nanoseconds))];
        ++total_;
    }

    std::uint64_t total() const { return total_; }

    /// The duration that `share` (0 to 1) of all do not exceed, in microseconds; 0 if there are
    /// none.
    double microseconds_at(double share) const {
        auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(total_));
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            seen += counts_[i];
            if (counts_[i] != 0 && seen >= wanted) return static_cast<double>(middle(i)) / 1000.0;
        }
        return 0;
    }

private:
    static constexpr unsigned step_bits = 6;
    static constexpr std::uint64_t steps = std::uint64_t{1} << step_bits;

    static std::size_t place(std::uint64_t value) {
        if (value < steps) return value;
        auto const shift = static_cast<unsigned>(std::bit_width(value)) - 1 - step_bits;
        return (std::uint64_t{shift} + 1) * steps + ((value >> shift) - steps);
    }

    static std::uint64_t middle(std::size_t at) {
        if (at < steps) return at;
        auto const shift = at / steps - 1;
        return ((at % steps + steps) << shift) + ((std::uint64_t{1} << shift) >> 1);
    }

    std::array<std::uint64_t, (64 - step_bits + 1) * steps> counts_{};
    std::uint64_t total_ = 0;
};

}  // namespace horenso::load
