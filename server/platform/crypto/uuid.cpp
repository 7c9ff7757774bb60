#include "platform/crypto/uuid.hpp"

namespace horenso::crypto {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t length = 36;

bool is_hyphen_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

}  // namespace

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != length) return std::nullopt;
    Uuid uuid{};
    std::size_t nibble = 0;
    for (std::size_t at = 0; at < length; ++at) {
        if (is_hyphen_place(at)) {
            if (text[at] != '-') return std::nullopt;
            continue;
        }
        auto const value = digits.find(text[at]);
        if (value == digits.npos) return std::nullopt;
        auto& byte = uuid[nibble / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | static_cast<std::uint8_t>(value));
        ++nibble;
    }
    return uuid;
}

std::string uuid_text(Uuid const& uuid) {
    std::string text;
    text.reserve(length);
    for (auto const byte : uuid) {
        if (is_hyphen_place(text.size())) text.push_back('-');
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 0x0F]);
    }
    return text;
}

}  // namespace horenso::crypto
