#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Codes that people read from paper and type: letters without I, L and O, which are mistaken for digits. Each is four
/// and a half bits.
namespace horenso::crypto {

std::string random_letters(std::size_t count);

/// In groups with a hyphen between.
std::string letters_as_shown(std::string_view code, std::size_t group);

/// The letters in what somebody typed or scanned: any width and case, with spaces, and with anything that looks like a
/// hyphen (a Japanese keyboard types ー or −). nullopt if that leaves anything but `count` letters.
std::optional<std::string> typed_letters(std::string_view typed, std::size_t count);

}  // namespace horenso::crypto
