#pragma once
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace horenso::text {

/// `text` with all told apart by writing alone made equal: compatibility forms (NFKC: ｱ=ア, Ａ=A,
/// ①=1), case, katakana and hiragana, variation selectors and other invisible characters, and the
/// variants of characters in names (髙=高) that `variants.json` lists for both sides. The long vowel mark stays: コーヒー and コヒ differ. For comparing, searching and looking up only; what
/// people wrote is stored as they wrote it. What is not UTF-8 becomes U+FFFD.
std::string fold_for_comparison(std::string_view text);

/// A list of words, each folded: once for all that is compared with it, since folding takes a
/// microsecond.
template <std::ranges::input_range Words>
std::vector<std::string> folded_words(Words const& words) {
    std::vector<std::string> folded;
    for (std::string_view const word : words) folded.push_back(fold_for_comparison(word));
    return folded;
}

}  // namespace horenso::text
