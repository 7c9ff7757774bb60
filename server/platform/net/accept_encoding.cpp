#include "platform/net/accept_encoding.hpp"

#include <algorithm>
#include <optional>

namespace horenso::net {
namespace {

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes the part before `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
    auto const end = std::min(rest.find(separator), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return trimmed(part);
}

/// In any case; `word` is lower case.
bool is(std::string_view text, std::string_view word) {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(text, word, {}, lower);
}

/// 0, 0.5, 0.125, 1, 1.000; what isn't a weight refuses.
int thousandths(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
    if (text.size() > 1 && text[1] != '.') return 0;
    int weight = (text[0] - '0') * 1000;
    int unit = 100;
    for (auto const digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (digit < '0' || digit > '9') return 0;
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return weight <= 1000 ? weight : 0;
}

/// Of the parameters behind a coding.
int weight_in(std::string_view parameters) {
    while (!parameters.empty()) {
        auto const parameter = take(parameters, ';');
        if (parameter.size() >= 2 && is(parameter.substr(0, 2), "q="))
            return thousandths(parameter.substr(2));
    }
    return 1000;
}

}  // namespace

int weight_of(std::string_view coding, std::string_view accept_encoding) {
    std::optional<int> any;
    while (!accept_encoding.empty()) {
        auto parameters = take(accept_encoding, ',');
        auto const name = take(parameters, ';');
        if (is(name, coding)) return weight_in(parameters);
        if (name == "*") any = weight_in(parameters);
    }
    return any.value_or(0);
}

}  // namespace horenso::net
