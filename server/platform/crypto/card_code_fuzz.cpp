#include <cstdint>
#include <cstdlib>

#include "platform/crypto/card_code.hpp"

namespace {

using horenso::crypto::typed_card_code;

void require(bool holds) {
    if (!holds) std::abort();
}

/// What is read is a code, and is read again from the form people see.
void read(std::string_view typed) {
    auto const code = typed_card_code(typed);
    if (!code) return;
    require(code->size() == 20);
    require(code->find_first_not_of("ABCDEFGHJKMNPQRSTUVWXYZ") == std::string::npos);
    require(typed_card_code(*code) == code);
    require(typed_card_code(horenso::crypto::card_code_as_shown(*code)) == code);
}

/// A code of 20 letters made of the bytes, typed in another of its forms at each letter.
void type(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    constexpr std::string_view between[] = {"", "", "-", " ", "\u3000", "\u30FC", "\u2212", "\r\n"};
    std::string code, typed;
    for (auto const each : bytes.substr(0, 20)) {
        auto const byte = static_cast<unsigned char>(each);
        auto const letter = letters[byte % letters.size()];
        code.push_back(letter);
        auto const wide = static_cast<char>(0xA1 + (letter - 'A'));  // U+FF21 is EF BC A1
        if (byte % 3 == 0)
            typed += std::string{"\xEF\xBC"} + wide;
        else
            typed.push_back(byte % 3 == 1 ? letter : static_cast<char>(letter - 'A' + 'a'));
        typed += between[byte / 32];
    }
    require(typed_card_code(typed) == (code.size() == 20 ? std::optional{code} : std::nullopt));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    read(bytes);
    type(bytes);
    return 0;
}
