#pragma once
#include <string>
#include <string_view>

namespace horenso::text {

/// `text` with all told apart by writing alone made equal: compatibility forms (NFKC: ｱ=ア, Ａ=A,
/// ①=1), case, katakana and hiragana, variation selectors and other invisible characters, and the
/// variants of characters in names (髙=高) that `variants.json` lists for both sides. The long vowel mark stays: コーヒー and コヒ differ. For comparing, searching and looking up only; what
/// people wrote is stored as they wrote it. What is not UTF-8 becomes U+FFFD.
std::string fold_for_comparison(std::string_view text);

}  // namespace horenso::text
