#include "platform/crypto/password.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace horenso::crypto {

Cost Cost::least() {
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

std::string hash_password(std::string_view password, Cost const& cost) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    auto const failed =
        crypto_pwhash_str_alg(text.data(), password.data(), password.size(), cost.passes,
                              cost.memory, crypto_pwhash_ALG_ARGON2ID13);
    if (failed) throw std::bad_alloc{};
    return text.data();
}

bool is_password(std::string_view password, std::string const& stored) {
    if (stored.size() >= crypto_pwhash_STRBYTES) return false;
    return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string const& stored, Cost const& cost) {
    return crypto_pwhash_str_needs_rehash(stored.c_str(), cost.passes, cost.memory) != 0;
}

}  // namespace horenso::crypto
