#pragma once
#include <array>
#include <string>
#include <string_view>

#include "platform/crypto/token.hpp"

/// Digests by which a later change shows.
namespace horenso::crypto {

/// BLAKE2b with 32 bytes of output and no key (RFC 7693).
Digest blake2b(std::string_view bytes);

/// The same with a key of 16 to 64 bytes: only who has it can make or check the digest (RFC 7693 §2.9).
Digest keyed_blake2b(std::string_view key, std::string_view bytes);

/// The same as `blake2b`, of bytes that come in pieces.
class Blake2b {
public:
    Blake2b();
    void add(std::string_view bytes);
    /// Once, at the end.
    Digest finish();

private:
    alignas(64) std::array<unsigned char, 384> state_;
};

/// 64 lower-case hexadecimal digits.
std::string hex(Digest const& digest);

}  // namespace horenso::crypto
