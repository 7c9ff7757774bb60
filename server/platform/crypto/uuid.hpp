#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace horenso::crypto {

using Uuid = std::array<std::uint8_t, 16>;

/// A UUID in its canonical form (RFC 9562 §4): 36 characters, lower case. nullopt for every other
/// spelling, so that one UUID has one text. Any version is taken.
std::optional<Uuid> parse_uuid(std::string_view text);

std::string uuid_text(Uuid const& uuid);

}  // namespace horenso::crypto
