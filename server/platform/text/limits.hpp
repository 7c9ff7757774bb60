#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "platform/base/problem.hpp"

namespace horenso::text {

/// How long one text that a person sends may be.
struct Limits {
    std::size_t graphemes;
    std::size_t bytes;  ///< of UTF-8; graphemes alone have no bound
    bool may_be_empty = false;
};

/// What is wrong with `text`, named as the field `path`: not UTF-8, empty (white space counts as
/// nothing), too long, or with control characters. nullopt if nothing is. Looks at the bytes first, so
/// the cost is bounded by `limits` whatever was sent.
std::optional<Problem::Field> what_is_wrong(std::string_view path, std::string_view text,
                                            Limits const& limits);

}  // namespace horenso::text
