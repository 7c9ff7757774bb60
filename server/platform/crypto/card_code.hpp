#pragma once
#include <optional>
#include <string>
#include <string_view>

/// The one-time code on a sign-in card: 20 letters without I, L and O, which people mistake for
/// digits. 23^20 is more than 2^90, so its plain digest may be kept (token.hpp).
namespace horenso::crypto {

/// A new code, as it is digested and compared: 20 letters.
std::string random_card_code();

/// The code as a person reads it: ABCD-EFGH-JKMN-PQRS-TUVW. Expects 20 letters.
std::string card_code_as_shown(std::string_view code);

/// The 20 letters in what somebody typed or scanned: any width and case, with spaces, and with
/// anything that looks like a hyphen (a Japanese keyboard types ー or −). nullopt if that leaves
/// anything but 20 letters of the code.
std::optional<std::string> typed_card_code(std::string_view typed);

}  // namespace horenso::crypto
