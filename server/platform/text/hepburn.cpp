#include <algorithm>
#include <array>

#include "platform/text/code_points.hpp"
#include "platform/text/kana.hpp"

namespace horenso::text {
namespace {

struct Spelling {
    std::u32string_view kana;
    std::string_view letters;
};

// Two kana that make one sound. What stands in no table is no reading.
constexpr Spelling pairs[] = {
    {U"キャ", "kya"}, {U"キュ", "kyu"}, {U"キョ", "kyo"}, {U"ギャ", "gya"}, {U"ギュ", "gyu"},
    {U"ギョ", "gyo"}, {U"シャ", "sha"}, {U"シュ", "shu"}, {U"ショ", "sho"}, {U"シェ", "she"},
    {U"ジャ", "ja"},  {U"ジュ", "ju"},  {U"ジョ", "jo"},  {U"ジェ", "je"},  {U"チャ", "cha"},
    {U"チュ", "chu"}, {U"チョ", "cho"}, {U"チェ", "che"}, {U"ヂャ", "ja"},  {U"ヂュ", "ju"},
    {U"ヂョ", "jo"},  {U"ニャ", "nya"}, {U"ニュ", "nyu"}, {U"ニョ", "nyo"}, {U"ヒャ", "hya"},
    {U"ヒュ", "hyu"}, {U"ヒョ", "hyo"}, {U"ビャ", "bya"}, {U"ビュ", "byu"}, {U"ビョ", "byo"},
    {U"ピャ", "pya"}, {U"ピュ", "pyu"}, {U"ピョ", "pyo"}, {U"ミャ", "mya"}, {U"ミュ", "myu"},
    {U"ミョ", "myo"}, {U"リャ", "rya"}, {U"リュ", "ryu"}, {U"リョ", "ryo"}, {U"イェ", "ye"},
    {U"ウィ", "wi"},  {U"ウェ", "we"},  {U"ウォ", "wo"},  {U"クァ", "kwa"}, {U"クィ", "kwi"},
    {U"クェ", "kwe"}, {U"クォ", "kwo"}, {U"グァ", "gwa"}, {U"ツァ", "tsa"}, {U"ツィ", "tsi"},
    {U"ツェ", "tse"}, {U"ツォ", "tso"}, {U"ティ", "ti"},  {U"テュ", "tyu"}, {U"トゥ", "tu"},
    {U"ディ", "di"},  {U"デュ", "dyu"}, {U"ドゥ", "du"},  {U"ファ", "fa"},  {U"フィ", "fi"},
    {U"フェ", "fe"},  {U"フォ", "fo"},  {U"フュ", "fyu"}, {U"ヴァ", "va"},  {U"ヴィ", "vi"},
    {U"ヴェ", "ve"},  {U"ヴォ", "vo"},  {U"ヴュ", "vyu"},
};

// ァ (U+30A1) to ヶ (U+30F6), in order; ッ has no letters of its own.
constexpr std::array<std::string_view, 0x30F6 - 0x30A1 + 1> singles = {
    "a",  "a",  "i",   "i",  "u",  "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", "",   "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa",  "wa", "i",  "e",   "o",  "n",   "vu", "ka", "ke",
};

// Endings of surnames in which ウ begins a part of its own (井上, 竹之内, 松浦) and is spoken.
constexpr std::u32string_view parted_endings[] = {U"ノウエ", U"ノウチ", U"ノウラ",
                                                  U"ツウラ", U"ツウチ", U"クウラ"};

std::string_view single(char32_t letter) {
    return letter >= U'ァ' && letter <= U'ヶ' ? singles[letter - U'ァ'] : std::string_view{};
}

/// Spells one word, sound by sound.
class Word {
public:
    explicit Word(std::u32string_view kana) : kana_(kana) {}

    std::optional<std::string> spelt() {
        while (at_ < kana_.size())
            if (!pass_silent() && !add_sound()) return std::nullopt;
        if (out_.empty()) return std::nullopt;
        return out_;
    }

private:
    bool pass_silent() {
        if (kana_[at_] == U'ッ')
            doubles_ = true;
        else if (kana_[at_] == U'ー' || is_long_vowel())
            may_lengthen_ = false;
        else
            return false;
        ++at_;
        return true;
    }

    /// ウ after a sound in u or o, and オ after one in o, once, unless it is a sound of its own.
    bool is_long_vowel() const {
        if (!may_lengthen_ || pair() != nullptr) return false;
        bool const last = at_ + 1 == kana_.size();
        if (kana_[at_] == U'オ') return out_.back() == 'o' && !last;
        if (kana_[at_] != U'ウ' || (out_.back() != 'o' && out_.back() != 'u')) return false;
        auto const ending = kana_.substr(at_ - 1);
        return std::ranges::find(parted_endings, ending) == std::ranges::end(parted_endings);
    }

    Spelling const* pair() const {
        auto const* found = std::ranges::find(pairs, kana_.substr(at_, 2), &Spelling::kana);
        return found == std::ranges::end(pairs) ? nullptr : found;
    }

    bool add_sound() {
        if (auto const* found = pair()) {
            add(found->letters, 2);
            return true;
        }
        auto const letters = single(kana_[at_]);
        if (letters.empty()) return false;
        add(letters, 1);
        return true;
    }

    void add(std::string_view letters, std::size_t kana) {
        auto const first = letters.front();
        bool const is_vowel = std::string_view{"aiueo"}.find(first) != std::string_view::npos;
        bool const is_lip = first == 'b' || first == 'm' || first == 'p';
        if (after_nasal_ && is_lip) out_.back() = 'm';
        if (doubles_ && !is_vowel) out_.push_back(letters.starts_with("ch") ? 't' : first);
        out_ += letters;
        at_ += kana;
        doubles_ = false;
        after_nasal_ = letters == "n";
        may_lengthen_ = true;
    }

    std::u32string_view kana_;
    std::size_t at_ = 0;
    std::string out_;
    bool doubles_ = false;       ///< a ッ waits for its consonant
    bool after_nasal_ = false;   ///< the last sound was ン
    bool may_lengthen_ = false;  ///< the last sound has not been lengthened yet
};

bool parts_words(char32_t character) {
    return character == U' ' || character == U'　' || character == U'・' || character == U'＝';
}

}  // namespace

std::optional<std::string> hepburn(std::string_view kana) {
    auto const letters = code_points(to_katakana_full_width(kana));
    std::string out;
    for (auto from = letters.begin(); from != letters.end();) {
        auto const to = std::find_if(from, letters.end(), parts_words);
        if (from != to) {
            auto const word = Word{std::u32string_view{from, to}}.spelt();
            if (!word) return std::nullopt;
            if (!out.empty()) out.push_back(' ');
            out += *word;
        }
        from = to == letters.end() ? to : to + 1;
    }
    if (out.empty()) return std::nullopt;
    return out;
}

}  // namespace horenso::text
