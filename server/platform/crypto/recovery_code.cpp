#include "platform/crypto/recovery_code.hpp"

#include "platform/crypto/code_letters.hpp"

namespace horenso::crypto {
namespace {

constexpr std::size_t letters = 18;
constexpr std::size_t group = 6;

}  // namespace

std::string random_recovery_code() { return random_letters(letters); }

std::string recovery_code_as_shown(std::string_view code) { return letters_as_shown(code, group); }

std::optional<std::string> typed_recovery_code(std::string_view typed) {
    return typed_letters(typed, letters);
}

}  // namespace horenso::crypto
