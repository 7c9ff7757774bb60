#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/crypto/token.hpp"
#include "platform/time/clock.hpp"

/// X.509 certificates for a server that has nobody to give it one: an authority of its own, which the
/// people's devices are told to trust, and the certificates that it signs (RFC 5280).
namespace horenso::crypto {

/// A certificate (with its chain behind it) and the key that belongs to it, both PEM.
struct Identity {
    std::string certificate;
    std::string key;
};

/// An authority for ten years, P-256. It may vouch only for `names` (host names with what is below
/// them, addresses), `localhost` and the private networks: whoever steals its key can't pretend to be
/// a bank. The first name stands in its title. Throws std::invalid_argument for what is no name.
Identity make_authority(std::vector<std::string> const& names, Instant now);

/// A server's certificate for `names`, signed by `authority`, for 397 days: browsers take no longer
/// ones. Its chain is left out, since a device that doesn't have the authority can't use it.
Identity issue(Identity const& authority, std::vector<std::string> const& names, Instant now);

/// True if a browser that trusts `authority` takes `server` at `now`: signature, dates, permitted names.
bool is_vouched_for(std::string_view server, std::string_view authority, Instant now);

/// When the first certificate of `pem` is over. Throws std::invalid_argument if there is none.
Instant expiry(std::string_view pem);

/// Host names and addresses of the first certificate of `pem`; names with a `*` are left out.
std::vector<std::string> names_of(std::string_view pem);

/// The first certificate of `pem` as devices install it (DER).
std::string der_of(std::string_view pem);

/// SHA-256 of the first certificate of `pem` as devices show it: "3A:B4:…".
std::string fingerprint(std::string_view pem);

}  // namespace horenso::crypto
