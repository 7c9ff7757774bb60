#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Secrets that programs carry (sessions, links) and what is kept of them: the database holds only
/// the digest, so that who reads it can't sign in. A digest without salt is enough for these, since
/// nobody can try 2^256 of them; passwords are another matter (hasher.hpp).
namespace horenso::crypto {

/// `count` bytes from the system's generator, for secrets.
std::string random_bytes(std::size_t count);

/// 256 random bits as 43 characters of base64url, without padding.
std::string random_token();

/// RFC 4648 §5, without padding.
std::string base64url(std::string_view bytes);
/// nullopt for what `base64url` wouldn't have written.
std::optional<std::string> from_base64url(std::string_view text);

using Digest = std::array<std::uint8_t, 32>;
Digest sha256(std::string_view bytes);

/// The digest as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// True if both are equal. How long it takes tells only the lengths, which are no secret.
bool are_equal_secrets(std::string_view first, std::string_view second);

}  // namespace horenso::crypto
