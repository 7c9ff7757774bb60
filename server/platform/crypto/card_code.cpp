#include "platform/crypto/card_code.hpp"

#include "platform/crypto/code_letters.hpp"

namespace horenso::crypto {
namespace {

constexpr std::size_t letters = 20;
constexpr std::size_t group = 4;

}  // namespace

std::string random_card_code() { return random_letters(letters); }

std::string card_code_as_shown(std::string_view code) { return letters_as_shown(code, group); }

std::optional<std::string> typed_card_code(std::string_view typed) {
    return typed_letters(typed, letters);
}

}  // namespace horenso::crypto
