#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/webauthn/cbor.hpp"

struct evp_pkey_st;

namespace horenso::webauthn {

/// How a passkey signs: numbers of the IANA registry of COSE algorithms.
enum class Algorithm : std::int16_t { es256 = -7, eddsa = -8, rs256 = -257 };
std::optional<Algorithm> algorithm_of(std::int64_t number);

/// A passkey's public half.
class PublicKey {
public:
    /// One COSE_Key (RFC 9052 §7): P-256, Ed25519, or RSA of 2048 to 4096 bits. nullopt for every other.
    static std::optional<PublicKey> from_cose(Cbor& cbor);
    /// As `der` gave it.
    static std::optional<PublicKey> from_der(Algorithm algorithm, std::string_view der);

    Algorithm algorithm() const { return algorithm_; }
    /// SubjectPublicKeyInfo (RFC 5280 §4.1), for keeping.
    std::string der() const;
    bool verifies(std::string_view message, std::string_view signature) const;

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    using Key = std::unique_ptr<evp_pkey_st, Free>;
    PublicKey(Algorithm algorithm, Key key) : algorithm_(algorithm), key_(std::move(key)) {}
    static Key elliptic(std::string_view x, std::string_view y);
    static Key edwards(std::string_view x);
    static Key rsa(std::string_view modulus, std::string_view exponent);

    Algorithm algorithm_;
    Key key_;
};

}  // namespace horenso::webauthn
