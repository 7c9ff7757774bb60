#include "platform/text/measure.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "platform/text/code_points.hpp"

namespace horenso::text {
namespace {

void check(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error{u_errorName(status)};
}

std::unique_ptr<icu::BreakIterator> make_iterator() {
    auto status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    check(status);
    return made;
}

/// The boundaries of one text. Making ICU's iterator costs more than most texts, so each thread
/// keeps one; two of these must not be alive on a thread at once.
class Boundaries {
public:
    explicit Boundaries(std::string_view text) : iterator_(shared()) {
        auto status = U_ZERO_ERROR;
        utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        iterator_.setText(&text_, status);
        check(status);
        iterator_.first();
    }
    ~Boundaries() { utext_close(&text_); }
    Boundaries(Boundaries const&) = delete;
    Boundaries& operator=(Boundaries const&) = delete;

    /// Goes to the end of the next grapheme and gives its offset; DONE after the last.
    std::int32_t next() { return iterator_.next(); }

private:
    static icu::BreakIterator& shared() {
        thread_local auto const made = make_iterator();
        return *made;
    }

    UText text_ = UTEXT_INITIALIZER;
    icu::BreakIterator& iterator_;
};

/// True if neither neighbour can ever join this character to a grapheme: ASCII without CR, kana,
/// Japanese punctuation, ideographs, full-width forms. Nearly all text is only these.
bool stands_alone(char32_t character) {
    if (character < 0x80) return character != '\r';
    if (character < 0x3000) return false;
    if (character < 0x3100)
        return !(character >= 0x302A && character <= 0x3030) && character != 0x303D &&
               character != 0x3099 && character != 0x309A;
    return (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0xFF01 && character <= 0xFF9D);
}

bool is_wide(char32_t character) {
    switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_WIDE:
        case U_EA_FULLWIDTH:
        case U_EA_AMBIGUOUS: return true;
        default: return false;
    }
}

bool is_shown_as_emoji(char32_t character) {
    constexpr char32_t emoji_variation = 0xFE0F;
    return character == emoji_variation ||
           u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_EMOJI_PRESENTATION);
}

std::size_t width_of(std::string_view grapheme) {
    for (std::size_t at = 0; at < grapheme.size();) {
        bool const first = at == 0;
        auto const character = next_code_point(grapheme, at);
        if (is_shown_as_emoji(character) || (first && is_wide(character))) return 2;
    }
    return 1;
}

struct Quick {
    std::size_t code_points = 0;
    bool all_stand_alone = true;  ///< then there are as many graphemes
};

Quick look(std::string_view text) {
    Quick seen;
    for (std::size_t at = 0; at < text.size(); ++seen.code_points)
        seen.all_stand_alone = stands_alone(next_code_point(text, at)) && seen.all_stand_alone;
    return seen;
}

std::size_t count_up_to(std::string_view text, std::size_t most) {
    Boundaries boundaries{text};
    std::size_t count = 0;
    while (count < most && boundaries.next() != icu::BreakIterator::DONE) ++count;
    return count;
}

}  // namespace

std::size_t graphemes(std::string_view text) {
    auto const seen = look(text);
    return seen.all_stand_alone ? seen.code_points : count_up_to(text, text.size());
}

bool at_most_graphemes(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return true;
    auto const seen = look(text);
    if (seen.code_points <= limit) return true;
    return !seen.all_stand_alone && count_up_to(text, limit + 1) <= limit;
}

std::size_t half_width_units(std::string_view text) {
    Boundaries boundaries{text};
    std::size_t units = 0;
    std::size_t begin = 0;
    for (auto end = boundaries.next(); end != icu::BreakIterator::DONE; end = boundaries.next()) {
        auto const next = static_cast<std::size_t>(end);
        units += width_of(text.substr(begin, next - begin));
        begin = next;
    }
    return units;
}

}  // namespace horenso::text
