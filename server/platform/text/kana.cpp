#include "platform/text/kana.hpp"

#include <algorithm>
#include <string_view>

#include "platform/text/code_points.hpp"

namespace horenso::text {
namespace {

// U+FF61 to U+FF9F, in order.
constexpr std::u32string_view full_width =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
    U"ハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
static_assert(full_width.size() == 0xFF9F - 0xFF61 + 1);

constexpr std::u32string_view takes_voicing = U"カキクケコサシスセソタチツテトハヒフヘホ";

bool is_voicing(char32_t mark) { return mark == U'゛' || mark == 0x3099; }
bool is_half_voicing(char32_t mark) { return mark == U'゜' || mark == 0x309A; }

/// The letter with its mark; 0 if there is no such letter.
char32_t joined(char32_t letter, char32_t mark) {
    auto const among = [letter](std::u32string_view letters) {
        return letters.find(letter) != letters.npos;
    };
    if (is_half_voicing(mark)) return among(U"ハヒフヘホ") ? letter + 2 : 0;
    if (!is_voicing(mark)) return 0;
    if (letter == U'ウ') return U'ヴ';
    if (letter == U'ワ') return U'ヷ';
    if (letter == U'ヲ') return U'ヺ';
    if (letter == U'ヽ') return U'ヾ';
    return among(takes_voicing) ? letter + 1 : 0;
}

char32_t katakana_of(char32_t character) {
    if (character >= 0xFF61 && character <= 0xFF9F) return full_width[character - 0xFF61];
    bool const is_hiragana =
        (character >= U'ぁ' && character <= U'ゖ') || character == U'ゝ' || character == U'ゞ';
    return is_hiragana ? character + 0x60 : character;
}

std::u32string katakana(std::string_view text) {
    std::u32string out;
    for (auto character : code_points(text)) {
        auto const letter = katakana_of(character);
        auto const with_mark = out.empty() ? 0 : joined(out.back(), letter);
        if (with_mark != 0)
            out.back() = with_mark;
        else
            out.push_back(letter);
    }
    return out;
}

// Pairs: a letter, and the one it is sorted as.
constexpr std::u32string_view sorted_as =
    U"ァアィイゥウェエォオャヤュユョヨッツヮワヵカヶケヴウガカギキグクゲケゴコザサジシズスゼセゾソ"
    U"ダタヂチヅツデテドトバハビヒブフベヘボホパハピヒプフペヘポホヷワヸヰヹヱヺヲ";
static_assert(sorted_as.size() % 2 == 0);

char32_t plain_letter(char32_t letter) {
    for (std::size_t at = 0; at < sorted_as.size(); at += 2)
        if (sorted_as[at] == letter) return sorted_as[at + 1];
    return letter;
}

constexpr std::u32string_view by_vowel[] = {U"アカサタナハマヤラワ", U"イキシチニヒミリヰ",
                                            U"ウクスツヌフムユル", U"エケセテネヘメレヱ",
                                            U"オコソトノホモヨロヲ"};

/// What ー sounds like after `letter`.
char32_t vowel_of(char32_t letter) {
    for (auto const& row : by_vowel)
        if (row.find(letter) != row.npos) return row.front();
    return U'ー';
}

bool is_space(char32_t character) { return character == U' ' || character == U'　'; }

std::u32string first_level(std::u32string_view letters) {
    std::u32string out;
    for (auto letter : letters) {
        bool const after_space = out.empty() || out.back() == U' ';
        if (is_space(letter)) {
            if (!after_space) out.push_back(U' ');
        } else if (letter == U'ー' && !after_space) {
            out.push_back(vowel_of(out.back()));
        } else if ((letter == U'ヽ' || letter == U'ヾ') && !after_space) {
            out.push_back(out.back());
        } else {
            out.push_back(plain_letter(letter));
        }
    }
    if (!out.empty() && out.back() == U' ') out.pop_back();
    return out;
}

}  // namespace

std::string to_katakana_full_width(std::string_view text) { return to_utf8(katakana(text)); }

bool is_katakana(std::string_view text) {
    auto const is_kana = [](char32_t c) {
        return (c >= U'ァ' && c <= U'ヺ') || c == U'ヽ' || c == U'ヾ';
    };
    auto const may_stand = [&](char32_t c) {
        return is_kana(c) || is_space(c) || c == U'ー' || c == U'・' || c == U'＝';
    };
    auto const letters = code_points(text);
    return std::ranges::any_of(letters, is_kana) && std::ranges::all_of(letters, may_stand);
}

std::string katakana_sort_key(std::string_view text) {
    auto const letters = katakana(text);
    return to_utf8(first_level(letters)) + '\t' + to_utf8(letters);
}

}  // namespace horenso::text
