#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace horenso::text {

/// How long one text that a person sends may be.
struct Limits {
    std::size_t graphemes;
    std::size_t bytes;  ///< of UTF-8; graphemes alone have no bound
};

/// Why a text can't be taken. What is safe then and what to do, only the feature can say that asked.
/// What is blank the front end says too; both are held to `tests/vectors/blank_texts.json`.
enum class Wrong {
    not_utf8,
    forbidden_character,  ///< as first_forbidden
    blank,                ///< nothing in it that a reader could see: spaces of any kind, line ends
    too_long,             ///< too many graphemes
    too_large,            ///< too many bytes, though not too many graphemes as far as was looked
};

/// What is wrong with `text`; nullopt if nothing is. Looks no further than `limits.bytes`, so that is
/// what it costs at most, whatever was sent.
std::optional<Wrong> what_is_wrong(std::string_view text, Limits const& limits);

}  // namespace horenso::text
