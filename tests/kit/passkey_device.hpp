// A device with a passkey: makes an ES256 key and signs, as an authenticator and its browser do.
#pragma once
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <array>
#include <memory>
#include <string>

#include "platform/crypto/token.hpp"
#include "services/access/access.hpp"

namespace horenso::access::kit {

class PasskeyDevice {
public:
    explicit PasskeyDevice(RelyingParty place)
        : place_(std::move(place)), key_(EVP_EC_gen("P-256")) {}

    /// Answers an offer.
    NewPasskey make(PasskeyOffer const& offer, std::string name = "スマートフォン") {
        handle = offer.handle;
        std::array<unsigned char, 65> point{};
        std::size_t size = 0;
        EVP_PKEY_get_octet_string_param(key_.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                        point.size(), &size);
        std::string const xy{reinterpret_cast<char const*>(point.data()) + 1, 64};
        using namespace std::string_literals;
        auto const key = "\xA5\x01\x02\x03\x26\x20\x01\x21\x58\x20"s + xy.substr(0, 32) +
                         "\x22\x58\x20" + xy.substr(32);
        auto const made =
            std::string(16, '\0') + '\0' + static_cast<char>(credential.size()) + credential + key;
        auto const data = authenticator_data(static_cast<char>(flags | 0x40)) + made;
        auto const attestation =
            "\xA3\x63"
            "fmt\x64none\x67"
            "attStmt\xA0\x68"
            "authData\x58"s +
            static_cast<char>(data.size()) + data;
        return {std::move(name), client_data("create", offer.challenge), attestation};
    }

    /// Answers a challenge for signing in.
    SignedByPasskey sign(std::string const& challenge) {
        auto const words = client_data("get", challenge);
        auto const data = authenticator_data(flags);
        return {credential, handle, words, data,
                signature_of(data + text_of(crypto::sha256(words)))};
    }

    std::string credential = crypto::random_bytes(32);
    std::string handle = {};
    std::uint8_t counter = 0;
    char flags = 0x05;  ///< somebody is there, and was verified

private:
    struct Free {
        void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };

    static std::string text_of(crypto::Digest const& digest) {
        return {reinterpret_cast<char const*>(digest.data()), digest.size()};
    }

    std::string client_data(std::string const& kind, std::string const& challenge) const {
        return R"({"type":"webauthn.)" + kind + R"(","challenge":")" +
               crypto::base64url(challenge) + R"(","origin":")" + place_.origin +
               R"(","crossOrigin":false})";
    }

    std::string authenticator_data(char bits) const {
        return text_of(crypto::sha256(place_.rp_id)) + bits + std::string(3, '\0') +
               static_cast<char>(counter);
    }

    std::string signature_of(std::string const& message) const {
        std::unique_ptr<EVP_MD_CTX, Free> const signing{EVP_MD_CTX_new()};
        std::string signature(80, '\0');
        auto size = signature.size();
        EVP_DigestSignInit(signing.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        EVP_DigestSign(signing.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<unsigned char const*>(message.data()), message.size());
        signature.resize(size);
        return signature;
    }

    RelyingParty place_;
    std::unique_ptr<EVP_PKEY, Free> key_;
};

}  // namespace horenso::access::kit
