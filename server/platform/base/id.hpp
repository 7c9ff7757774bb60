#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace horenso {

/// A database key that can't be mistaken for the key of something else.
/// In JSON it is a string, because browsers round 64-bit numbers.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    friend auto operator<=>(Id, Id) = default;
};

}  // namespace horenso

template <class Tag>
struct std::hash<horenso::Id<Tag>> {
    std::size_t operator()(horenso::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
