#include "platform/crypto/token.hpp"

#include <sodium.h>

namespace horenso::crypto {
namespace {

static_assert(std::tuple_size_v<Digest> == crypto_hash_sha256_BYTES);

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

}  // namespace

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

std::string random_token() { return base64url(random_bytes(32)); }

std::string base64url(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes(text.size() * 3 / 4, '\0');
    std::size_t size = 0;
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    auto const failed = sodium_base642bin(out, bytes.size(), text.data(), text.size(), nullptr,
                                          &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    if (failed) return std::nullopt;
    bytes.resize(size);
    return bytes;
}

Digest sha256(std::string_view bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), bytes_of(bytes), bytes.size());
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    auto const digest = sha256(bytes);
    std::string text(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

bool are_equal_secrets(std::string_view first, std::string_view second) {
    if (first.size() != second.size()) return false;
    return sodium_memcmp(first.data(), second.data(), first.size()) == 0;
}

}  // namespace horenso::crypto
