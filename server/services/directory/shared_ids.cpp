#include "services/directory/shared_ids.hpp"

#include <algorithm>
#include <string>

#include "platform/text/fold.hpp"
#include "services/directory/shared_words_ja.hpp"

namespace horenso::directory {
namespace {

bool is_one_of(std::string_view word, auto const& words) {
    return std::ranges::find(words, word) != std::end(words);
}

/// Without the spaces of a name.
std::string joined(std::string_view text) {
    auto folded = text::fold_for_comparison(text);
    std::erase(folded, ' ');
    return folded;
}

std::string without_digits(std::string_view word) {
    std::string rest{word};
    rest.erase(rest.find_last_not_of("0123456789") + 1);
    return rest;
}

}  // namespace

bool is_shared_name(std::string_view name) {
    static auto const words = text::folded_words(words_ja::shared_names);
    auto const whole = joined(name);
    return std::ranges::any_of(
        words, [&](std::string const& word) { return whole.find(word) != whole.npos; });
}

bool is_shared_kana(std::string_view kana) {
    static auto const words = text::folded_words(words_ja::shared_kana);
    return is_one_of(joined(kana), words);
}

bool is_shared_login(std::string_view login) {
    auto const name = login.substr(0, login.find('@'));
    for (std::size_t begin = 0; begin <= name.size();) {
        auto const end = std::min(name.find_first_of("._-+", begin), name.size());
        auto const word = without_digits(name.substr(begin, end - begin));
        if (is_one_of(word, words_ja::shared_logins)) return true;
        begin = end + 1;
    }
    return false;
}

}  // namespace horenso::directory
