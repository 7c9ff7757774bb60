#pragma once
#include <cstddef>
#include <string>
#include <string_view>

/// Passwords, kept as argon2id (RFC 9106) in the text form that names its own cost and salt.
/// These calls take a tenth of a second and `Cost::memory` bytes: loops use `Hasher` instead.
namespace horenso::crypto {

/// What one guess costs.
struct Cost {
    unsigned long long passes = 3;
    std::size_t memory = 64 * 1024 * 1024;  ///< bytes
    /// The least argon2id accepts; for tests.
    static Cost least();
};

/// Throws std::bad_alloc if the machine has not that much memory.
std::string hash_password(std::string_view password, Cost const& cost);

/// True if `stored` was made from `password`. False as well if `stored` is not such a text.
bool is_password(std::string_view password, std::string const& stored);

/// True if `stored` was made at another cost, so that it should be made again when its password is
/// next known.
bool needs_rehash(std::string const& stored, Cost const& cost);

}  // namespace horenso::crypto
