#include "platform/net/percent.hpp"

#include <charconv>

namespace horenso::net {
namespace {

std::optional<std::string> decoded(std::string_view text, char plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            out.push_back(text[at] == '+' ? plus : text[at]);
            continue;
        }
        auto const digits = text.substr(at + 1, 2);
        unsigned byte = 0;
        auto const [stop, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (digits.size() != 2 || error != std::errc{} || stop != digits.data() + 2)
            return std::nullopt;
        out.push_back(static_cast<char>(byte));
        at += 2;
    }
    return out;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) { return decoded(text, '+'); }

std::optional<std::string> form_decoded(std::string_view text) { return decoded(text, ' '); }

std::string percent_encoded(std::string_view path) {
    constexpr std::string_view kept =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (auto const c : path) {
        auto const byte = static_cast<unsigned char>(c);
        if (kept.find(c) != std::string_view::npos)
            out += c;
        else
            out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

}  // namespace horenso::net
