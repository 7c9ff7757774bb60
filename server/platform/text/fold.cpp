#include "platform/text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <stdexcept>
#include <unordered_map>

#include "platform/base/embedded.hpp"
#include "platform/text/code_points.hpp"

namespace horenso::text {
namespace {

std::string ascii_folded(std::string_view text) {
    std::string out{text};
    for (auto& letter : out)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return out;
}

icu::Normalizer2 const& compatibility_folding() {
    auto status = U_ZERO_ERROR;
    auto const* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error{u_errorName(status)};
    return *folding;
}

/// NFKC, case folding and the removal of what is never shown, in one pass of ICU.
std::string compatibility_folded(std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink{&out, static_cast<std::int32_t>(text.size())};
    auto status = U_ZERO_ERROR;
    icu::StringPiece const piece{text.data(), static_cast<std::int32_t>(text.size())};
    compatibility_folding().normalizeUTF8(0, piece, sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error{u_errorName(status)};
    return out;
}

/// ァ to ヶ, and the iteration marks ヽ ヾ, stand 0x60 above their hiragana.
char32_t hiragana_of(char32_t character) {
    bool const has_hiragana =
        (character >= U'ァ' && character <= U'ヶ') || character == U'ヽ' || character == U'ヾ';
    return has_hiragana ? character - 0x60 : character;
}

using Variants = std::unordered_map<char32_t, char32_t>;

Variants read_variants() {
    auto const files = embedded::files();
    auto const file =
        std::ranges::find(files, "platform/text/variants.json", &embedded::File::path);
    auto const table = boost::json::parse(file->bytes);
    Variants variants;
    for (auto const& [variant, plain] : table.as_object())
        variants.emplace(code_points(variant).at(0), code_points(plain.as_string()).at(0));
    return variants;
}

char32_t plain_of(char32_t character) {
    static auto const variants = read_variants();
    auto const found = variants.find(character);
    return found == variants.end() ? character : found->second;
}

}  // namespace

std::string fold_for_comparison(std::string_view text) {
    auto const is_ascii = [](char byte) { return static_cast<signed char>(byte) >= 0; };
    if (std::ranges::all_of(text, is_ascii)) return ascii_folded(text);
    auto characters = code_points(compatibility_folded(text));
    for (auto& character : characters) character = plain_of(hiragana_of(character));
    return to_utf8(characters);
}

}  // namespace horenso::text
