#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Codes that an app on a phone shows for half a minute (RFC 6238, six digits, HMAC-SHA-1, which is what every such app
/// can do).
namespace horenso::crypto {

inline constexpr std::int64_t totp_step_s = 30;

/// 160 random bits: as many as the hash has (RFC 4226 §4).
std::string random_totp_secret();

/// RFC 4648 §6 without padding, as people type a secret into their app.
std::string base32(std::string_view bytes);

/// "287082" of this step. `digits` is 6 but in the vectors of the RFC.
std::string totp_code(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code this is, as somebody typed it in any width: the present one, the one before or the one after.
/// Only steps after `last` count, because a code is good once.
std::optional<std::int64_t> totp_step_of(std::string_view secret, std::string_view typed,
                                         std::int64_t now_ms, std::int64_t last);

}  // namespace horenso::crypto
