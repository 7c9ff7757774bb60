#include "platform/media/frame.hpp"

#include <cstdint>

namespace horenso::media {
namespace {

constexpr std::size_t length_bytes = 4;

void append_length(std::string& out, std::size_t length) {
    for (int shift = 24; shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<unsigned char>(length >> shift & 0xff));
}

std::size_t length_in(std::string_view bytes) {
    std::size_t length = 0;
    for (auto const byte : bytes.substr(0, length_bytes))
        length = length << 8 | static_cast<unsigned char>(byte);
    return length;
}

std::optional<Outcome> outcome_of(char letter) {
    for (auto const outcome :
         {Outcome::done, Outcome::unknown_kind, Outcome::too_large, Outcome::unreadable})
        if (static_cast<char>(outcome) == letter) return outcome;
    return std::nullopt;
}

}  // namespace

std::string write_answer(Answer const& answer) {
    std::string out{static_cast<char>(answer.outcome)};
    for (auto const& part : answer.parts) {
        append_length(out, part.size());
        out += part;
    }
    return out;
}

std::optional<Answer> read_answer(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > largest_answer) return std::nullopt;
    auto const outcome = outcome_of(bytes.front());
    if (!outcome) return std::nullopt;
    Answer answer{*outcome};
    bytes.remove_prefix(1);
    while (!bytes.empty()) {
        if (answer.parts.size() == most_parts || bytes.size() < length_bytes) return std::nullopt;
        auto const length = length_in(bytes);
        bytes.remove_prefix(length_bytes);
        if (length > bytes.size()) return std::nullopt;
        answer.parts.emplace_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    return answer;
}

}  // namespace horenso::media
