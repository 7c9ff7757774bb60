#include "services/directory/login_id.hpp"

#include <algorithm>

#include "platform/text/fold.hpp"
#include "platform/text/kana.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

constexpr std::size_t longest = 100;
constexpr std::size_t longest_surname = 40;

bool is_letter_or_digit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool is_login_part(std::string_view part) {
    auto const may_stand = [](char byte) {
        return is_letter_or_digit(byte) ||
               std::string_view{"._-+"}.find(byte) != std::string_view::npos;
    };
    return !part.empty() && is_letter_or_digit(part.front()) &&
           std::ranges::all_of(part, may_stand) && part.find("..") == part.npos;
}

void replace(std::string& text, std::string_view slot, std::string_view value) {
    if (auto const at = text.find(slot); at != text.npos) text.replace(at, slot.size(), value);
}

/// The name in the pattern's places; nullopt if it can't be spelt.
std::optional<std::string> filled(LoginSource const& source, std::string_view pattern) {
    auto const spelt = text::hepburn(source.kana);
    if (!spelt) return std::nullopt;
    auto const space = spelt->find(' ');
    auto const surname = spelt->substr(0, std::min(space, longest_surname));
    auto const initial = space == spelt->npos ? std::string{} : spelt->substr(space + 1, 1);
    std::string login{pattern};
    replace(login, "{given_initial}", initial);
    replace(login, "{surname}", surname);
    replace(login, "{birth_year}", source.birth_year ? std::to_string(*source.birth_year) : "");
    replace(login, "{org}", source.org);
    login.erase(0, login.find_first_not_of(".-_"));  // what parted the initial from the name
    return login;
}

/// `login` with `ending` before its '@'.
std::string with_ending(std::string_view login, std::string const& ending) {
    auto const at = std::min(login.find('@'), login.size());
    std::string out{login.substr(0, at)};
    out += ending;
    out += login.substr(at);
    return out;
}

std::string first_free(std::string const& first, std::string_view base,
                       std::string const& separator,
                       std::function<bool(std::string_view)> const& is_taken) {
    auto login = first;
    for (int number = 2; is_taken(login); ++number)
        login = with_ending(base, separator + std::to_string(number));
    return login;
}

}  // namespace

std::string_view word_of(LoginForm form) { return form == LoginForm::number ? "number" : "name"; }

std::optional<LoginForm> login_form(std::string_view word) {
    if (word == "name") return LoginForm::name;
    if (word == "number") return LoginForm::number;
    return std::nullopt;
}

std::optional<std::string> normalised_login(std::string_view typed) {
    if (typed.size() > longest * 4) return std::nullopt;
    auto login = text::fold_for_comparison(typed);
    login.erase(0, login.find_first_not_of(" \t\r\n"));
    login.erase(login.find_last_not_of(" \t\r\n") + 1);
    if (login.size() > longest) return std::nullopt;
    auto const at = login.find('@');
    auto const name = std::string_view{login}.substr(0, at);
    if (!is_login_part(name)) return std::nullopt;
    if (at != login.npos && !is_login_part(std::string_view{login}.substr(at + 1)))
        return std::nullopt;
    return login;
}

std::string new_login(LoginSource const& source,
                      std::function<bool(std::string_view)> const& is_taken,
                      std::string_view pattern) {
    if (auto const login = filled(source, pattern))
        return first_free(*login, *login, "-", is_taken);
    auto const nameless = "staff@" + std::string{source.org};
    return first_free(with_ending(nameless, "1"), nameless, "", is_taken);
}

}  // namespace horenso::directory
