#pragma once
#include <optional>
#include <string>
#include <string_view>

/// Readings of names.
namespace horenso::text {

/// Half-width kana and hiragana as full-width katakana, dakuten joined to their letter (ｶﾞ, が and
/// か with U+3099 all become ガ). All else stays as it is.
std::string to_katakana_full_width(std::string_view text);

/// True if `text` has nothing but full-width katakana, ー, ・, ＝ and spaces, and at least one
/// kana.
bool is_katakana(std::string_view text);

/// A key whose byte order is the order of the kana table: voicing, small letters and the long mark
/// only decide between readings that are otherwise equal (ハハ, ババ, パパ, ハヒ), and a shorter
/// word comes first (サト ハナ before サトウ アイ). Kana of any width; other characters come by
/// code point.
std::string katakana_sort_key(std::string_view text);

/// `kana` in the Hepburn spelling of Japanese passports, as lower-case ASCII: long vowels are
/// dropped (サトウ sato, オオノ ono), ン before b, m, p is m, ッ doubles and gives tch. An オ that
/// ends a word stays (ヨコオ yokoo), and so does the ウ that begins a part of common surnames
/// (イノウエ inoue). Small vowels are spelt as they sound (ファ fa, ヴィ vi), not as passports do
/// (fua, bui). Spaces, ・ and ＝ become one space. nullopt if anything else is in it, or nothing.
std::optional<std::string> hepburn(std::string_view kana);

}  // namespace horenso::text
