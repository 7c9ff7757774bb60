#include "platform/base/id_source.hpp"

#include <algorithm>

namespace horenso {
namespace {

constexpr std::int64_t epoch_ms = 1'735'689'600'000;  // 2025-01-01T00:00Z
constexpr int counter_bits = 12;
constexpr int node_bits = 10;

// 41 bits end in 2094. A clock that says more is wrong, and must not make ids negative; what is left
// above is for the counter.
constexpr std::int64_t last_ms = (std::int64_t{1} << 41) - (1 << 20);

}  // namespace

std::int64_t IdSource::next(std::int64_t now_ms) {
    auto const time = std::clamp<std::int64_t>(now_ms - epoch_ms, 0, last_ms) << counter_bits;
    auto last = last_.load(std::memory_order_relaxed);
    std::int64_t mine = 0;
    do {
        mine = std::max(time, last + 1);
    } while (!last_.compare_exchange_weak(last, mine, std::memory_order_relaxed));
    auto const counter = mine & ((1 << counter_bits) - 1);
    return ((mine >> counter_bits) << (node_bits + counter_bits)) | (node_ << counter_bits) |
           counter;
}

}  // namespace horenso
