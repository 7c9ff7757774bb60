#include "platform/crypto/totp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "platform/crypto/token.hpp"
#include "platform/text/fold.hpp"

namespace horenso::crypto {
namespace {

using Mac = std::array<unsigned char, 20>;

Mac hmac_sha1(std::string_view key, std::string_view message) {
    Mac mac;
    unsigned int size = 0;
    auto const* bytes = reinterpret_cast<unsigned char const*>(message.data());
    if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes, message.size(),
              mac.data(), &size) ||
        size != mac.size())
        throw std::runtime_error{"crypto: HMAC-SHA-1 is not there"};
    return mac;
}

std::string big_endian(std::int64_t number) {
    std::string bytes(8, '\0');
    for (auto at = bytes.rbegin(); at != bytes.rend(); ++at, number >>= 8)
        *at = static_cast<char>(number & 0xFF);
    return bytes;
}

/// What folding leaves of six digits, without spaces: apps show them in two groups.
std::string digits_of(std::string_view typed) {
    constexpr std::size_t longest = 100;
    if (typed.size() > longest) return {};
    auto text = text::fold_for_comparison(typed);
    std::erase(text, ' ');
    return text;
}

}  // namespace

std::string random_totp_secret() { return random_bytes(sizeof(Mac)); }

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (auto const byte : bytes) {
        held = held << 8 | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31];
    }
    if (bits > 0) text += alphabet[held << (5 - bits) & 31];
    return text;
}

std::string totp_code(std::string_view secret, std::int64_t step, int digits) {
    auto const mac = hmac_sha1(secret, big_endian(step));
    std::size_t const offset = mac.back() & 0xF;  // RFC 4226 §5.3
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | mac[offset + i];
    number &= 0x7FFF'FFFF;
    std::string code(static_cast<std::size_t>(digits), '0');
    for (auto at = code.rbegin(); at != code.rend(); ++at, number /= 10)
        *at = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::int64_t> totp_step_of(std::string_view secret, std::string_view typed,
                                         std::int64_t now_ms, std::int64_t last) {
    auto const digits = digits_of(typed);
    auto const present = now_ms / 1000 / totp_step_s;
    for (auto const step : {present, present - 1, present + 1})
        if (step > last && are_equal_secrets(digits, totp_code(secret, step))) return step;
    return std::nullopt;
}

}  // namespace horenso::crypto
