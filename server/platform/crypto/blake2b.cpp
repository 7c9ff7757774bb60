#include "platform/crypto/blake2b.hpp"

#include <sodium.h>

#include <stdexcept>

namespace horenso::crypto {

Digest blake2b(std::string_view bytes) {
    Digest digest;
    static_assert(digest.size() == crypto_generichash_BYTES);
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), nullptr,
                       0);
    return digest;
}

Digest keyed_blake2b(std::string_view key, std::string_view bytes) {
    Digest digest;
    if (key.size() < crypto_generichash_KEYBYTES_MIN ||
        key.size() > crypto_generichash_KEYBYTES_MAX)
        throw std::logic_error{"crypto: a key of 16 to 64 bytes"};
    crypto_generichash(digest.data(), digest.size(),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                       reinterpret_cast<unsigned char const*>(key.data()), key.size());
    return digest;
}

namespace {

crypto_generichash_state* state_in(std::array<unsigned char, 384>& place) {
    static_assert(sizeof(crypto_generichash_state) <= 384);
    return reinterpret_cast<crypto_generichash_state*>(place.data());
}

}  // namespace

Blake2b::Blake2b() {
    crypto_generichash_init(state_in(state_), nullptr, 0, crypto_generichash_BYTES);
}

void Blake2b::add(std::string_view bytes) {
    crypto_generichash_update(state_in(state_),
                              reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
}

Digest Blake2b::finish() {
    Digest digest;
    crypto_generichash_final(state_in(state_), digest.data(), digest.size());
    return digest;
}

std::string hex(Digest const& digest) {
    std::string text(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();  // the terminating zero
    return text;
}

}  // namespace horenso::crypto
