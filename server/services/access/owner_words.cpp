#include "services/access/owner_words.hpp"

#include <algorithm>

#include "platform/text/code_points.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/kana.hpp"
#include "services/access/place_words_ja.hpp"

namespace horenso::access {
namespace {

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string kunrei(std::string text) {
    for (auto const& [from, to] : {std::pair{"shi", "si"},
                                   {"sh", "sy"},
                                   {"chi", "ti"},
                                   {"ch", "ty"},
                                   {"tsu", "tu"},
                                   {"fu", "hu"},
                                   {"ji", "zi"},
                                   {"j", "zy"}})
        text = replaced(std::move(text), from, to);
    return text;
}

/// Sound by sound, so that long vowels stay as they are written: サトウ satou.
std::string as_typed(std::string_view kana) {
    std::string out;
    std::u32string sound;
    auto const flush = [&] {
        if (auto const letters = text::hepburn(text::to_utf8(sound))) out += *letters;
        sound.clear();
    };
    for (auto const c : text::code_points(kana)) {
        auto const joins = small_kana.find(c) != small_kana.npos || sound == double_consonant;
        if (!joins && !sound.empty()) flush();
        sound += c;
    }
    if (!sound.empty()) flush();
    return out;
}

class Words {
public:
    explicit Words(std::vector<KnownWord>& out) : out_(out) {}

    /// Of two characters at least, of three if they are letters of the alphabet: fewer stand anywhere.
    void add(std::string_view word, Guess why) {
        auto folded = text::code_points(text::fold_for_comparison(word));
        std::erase(folded, U' ');
        auto const least =
            std::ranges::all_of(folded, [](char32_t c) { return c < 0x80; }) ? 3U : 2U;
        if (folded.size() >= least) out_.push_back({std::move(folded), why});
    }

    void add_spellings(std::string_view kana, Guess why) {
        for (auto const& one : spellings(text::to_katakana_full_width(kana))) add(one, why);
    }

    /// "a.sasaki1985" is a word, and so are its runs of letters.
    void add_login(std::string_view login, Guess why) {
        add(login, why);
        std::string run;
        for (auto const c : std::string{login} + '.') {
            if (is_letter(static_cast<unsigned char>(c)) ||
                is_digit(static_cast<unsigned char>(c))) {
                run += c;
                continue;
            }
            add(run, why);
            add(run.substr(0, run.find_last_not_of("0123456789") + 1), why);
            run.clear();
        }
    }

private:
    std::vector<KnownWord>& out_;
};

std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    std::string part;
    for (auto const c : text::fold_for_comparison(name) + ' ') {
        if (c != ' ') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::move(part));
            part.clear();
        }
    }
    return parts;
}

void add_organisation(Words& words, PasswordOwner const& owner) {
    constexpr auto why = Guess::organisation;
    words.add_login(owner.slug, why);
    for (auto place : parts_of(owner.organisation)) {
        words.add(place, why);
        for (std::string_view const ending : organisation_endings) {
            if (!place.ends_with(ending)) continue;
            place.resize(place.size() - ending.size());
            words.add(place, why);
            words.add_spellings(place, why);
        }
    }
}

}  // namespace

std::set<std::string> spellings(std::string_view kana) {
    auto const whole = text::hepburn(kana);
    if (!whole) return {};
    auto const typed = as_typed(kana);
    std::set<std::string> all{*whole, typed, replaced(replaced(typed, "ou", "oh"), "oo", "oh")};
    for (auto const& one : std::set{all}) all.insert(kunrei(one));
    return all;
}

std::vector<KnownWord> owner_words(PasswordOwner const& owner) {
    std::vector<KnownWord> all;
    Words words{all};
    add_organisation(words, owner);
    words.add(owner.name, Guess::name);
    for (auto const& part : parts_of(owner.name)) words.add(part, Guess::name);
    for (auto const& part : parts_of(owner.kana)) {
        words.add(part, Guess::name);
        words.add_spellings(part, Guess::name);
    }
    words.add_login(std::string_view{owner.login}.substr(0, owner.login.find('@')), Guess::name);
    return all;
}

}  // namespace horenso::access
