#pragma once
#include <optional>
#include <string>
#include <string_view>

/// A code on paper that stands in for a lost phone, once: 18 letters of the cards' alphabet, 81 bits, so that its plain
/// digest may be kept (token.hpp).
namespace horenso::crypto {

std::string random_recovery_code();

/// As a person reads it: ABCDEF-GHJKMN-PQRSTU. Expects 18 letters.
std::string recovery_code_as_shown(std::string_view code);

/// The 18 letters in what somebody typed, in any width and case, with spaces and hyphens. nullopt if that leaves
/// anything else.
std::optional<std::string> typed_recovery_code(std::string_view typed);

}  // namespace horenso::crypto
