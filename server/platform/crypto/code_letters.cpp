#include "platform/crypto/code_letters.hpp"

#include <sodium.h>

#include <algorithm>

#include "platform/text/code_points.hpp"
#include "platform/text/fold.hpp"

namespace horenso::crypto {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ";

// What folding leaves of hyphens, dashes, the minus sign, the long vowel mark and box lines.
constexpr std::u32string_view hyphens =
    U"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC\u2500\u2501\uFF70";

bool is_passed_over(char32_t character) {
    return character == U' ' || character == U'\t' || character == U'\n' || character == U'\r' ||
           hyphens.find(character) != hyphens.npos;
}

}  // namespace

std::string random_letters(std::size_t count) {
    std::string code(count, '\0');
    std::ranges::generate(code, [] { return alphabet[randombytes_uniform(alphabet.size())]; });
    return code;
}

std::string letters_as_shown(std::string_view code, std::size_t group) {
    std::string shown;
    for (std::size_t at = 0; at < code.size(); at += group) {
        if (at > 0) shown.push_back('-');
        shown += code.substr(at, group);
    }
    return shown;
}

std::optional<std::string> typed_letters(std::string_view typed, std::size_t count) {
    constexpr std::size_t longest = 200;
    if (typed.size() > longest) return std::nullopt;
    std::string code;
    for (auto const character : text::code_points(text::fold_for_comparison(typed))) {
        if (is_passed_over(character)) continue;
        if (character < U'a' || character > U'z') return std::nullopt;
        auto const letter = static_cast<char>(character - U'a' + U'A');
        if (alphabet.find(letter) == alphabet.npos) return std::nullopt;
        code.push_back(letter);
    }
    if (code.size() != count) return std::nullopt;
    return code;
}

}  // namespace horenso::crypto
