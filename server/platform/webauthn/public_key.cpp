#include "platform/webauthn/public_key.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include "platform/crypto/released.hpp"

namespace horenso::webauthn {
namespace {

using crypto::Released;
using Number = std::unique_ptr<BIGNUM, Released<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Released<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Released<OSSL_PARAM_free>>;
using Making = std::unique_ptr<EVP_PKEY_CTX, Released<EVP_PKEY_CTX_free>>;
using Digesting = std::unique_ptr<EVP_MD_CTX, Released<EVP_MD_CTX_free>>;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

Number number_of(std::string_view big_endian) {
    return Number{BN_bin2bn(bytes_of(big_endian), static_cast<int>(big_endian.size()), nullptr)};
}

EVP_PKEY* made(char const* type, Parameters const& parameters) {
    Making const making{EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)};
    EVP_PKEY* key = nullptr;
    if (!making || !parameters || EVP_PKEY_fromdata_init(making.get()) != 1) return nullptr;
    if (EVP_PKEY_fromdata(making.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return key;
}

/// Labels of a COSE_Key: RFC 9052 §7.1, RFC 9053 §7, RFC 8230 §4.
constexpr std::int64_t type_label = 1, algorithm_label = 3, first_label = -1, second_label = -2,
                       third_label = -3;
constexpr std::int64_t octet_pair = 1, elliptic_curve = 2, rsa_key = 3;
constexpr std::int64_t p256 = 1, ed25519 = 6;

/// A COSE_Key before anybody knows what it means.
struct Labelled {
    std::int64_t type = 0, algorithm = 0, curve = 0;
    std::string_view first = {}, second = {}, third = {};
};

bool read_member(Cbor& cbor, Labelled& out) {
    auto const label = cbor.integer();
    if (!label) return false;
    auto const value = cbor.next();
    if (!value) return false;
    auto const is_number = value->kind == Cbor::Kind::integer;
    if (value->kind != Cbor::Kind::bytes && !is_number) return false;
    switch (*label) {
        case type_label: out.type = value->number; return is_number;
        case algorithm_label: out.algorithm = value->number; return is_number;
        case first_label:
            if (is_number)
                out.curve = value->number;
            else
                out.first = value->text;
            return true;
        case second_label: out.second = value->text; return !is_number;
        case third_label: out.third = value->text; return !is_number;
        default: return false;
    }
}

std::optional<Labelled> read_labelled(Cbor& cbor) {
    constexpr std::int64_t most = 5;
    auto const members = cbor.map();
    if (!members || *members > most) return std::nullopt;
    Labelled out;
    for (std::int64_t i = 0; i < *members; ++i)
        if (!read_member(cbor, out)) return std::nullopt;
    return out;
}

}  // namespace

std::optional<Algorithm> algorithm_of(std::int64_t number) {
    for (auto const one : {Algorithm::es256, Algorithm::eddsa, Algorithm::rs256})
        if (number == static_cast<std::int64_t>(one)) return one;
    return std::nullopt;
}

void PublicKey::Free::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

PublicKey::Key PublicKey::elliptic(std::string_view x, std::string_view y) {
    constexpr std::size_t coordinate = 32;
    if (x.size() != coordinate || y.size() != coordinate) return nullptr;
    auto const point = std::string{'\x04'}.append(x).append(y);
    Builder const builder{OSSL_PARAM_BLD_new()};
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    Parameters const parameters{OSSL_PARAM_BLD_to_param(builder.get())};
    return Key{made("EC", parameters)};  // none if the point is not on the curve
}

PublicKey::Key PublicKey::edwards(std::string_view x) {
    constexpr std::size_t size = 32;
    if (x.size() != size) return nullptr;
    return Key{EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(x), x.size())};
}

PublicKey::Key PublicKey::rsa(std::string_view modulus, std::string_view exponent) {
    constexpr int least_bits = 2048, most_bits = 4096;
    constexpr std::size_t longest_exponent = 8;
    if (modulus.size() > most_bits / 8 || exponent.size() > longest_exponent) return nullptr;
    auto const n = number_of(modulus), e = number_of(exponent);
    if (BN_num_bits(n.get()) < least_bits || BN_num_bits(e.get()) < 2) return nullptr;
    Builder const builder{OSSL_PARAM_BLD_new()};
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    Parameters const parameters{OSSL_PARAM_BLD_to_param(builder.get())};
    return Key{made("RSA", parameters)};
}

std::optional<PublicKey> PublicKey::from_cose(Cbor& cbor) {
    auto const read = read_labelled(cbor);
    auto const algorithm = read ? algorithm_of(read->algorithm) : std::nullopt;
    if (!algorithm) return std::nullopt;
    Key key;
    if (*algorithm == Algorithm::es256 && read->type == elliptic_curve && read->curve == p256)
        key = elliptic(read->second, read->third);
    else if (*algorithm == Algorithm::eddsa && read->type == octet_pair && read->curve == ed25519)
        key = edwards(read->second);
    else if (*algorithm == Algorithm::rs256 && read->type == rsa_key)
        key = rsa(read->first, read->second);
    if (!key) return std::nullopt;
    return PublicKey{*algorithm, std::move(key)};
}

std::optional<PublicKey> PublicKey::from_der(Algorithm algorithm, std::string_view der) {
    auto const* at = bytes_of(der);
    Key key{d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size()))};
    if (!key || at != bytes_of(der) + der.size()) return std::nullopt;
    return PublicKey{algorithm, std::move(key)};
}

std::string PublicKey::der() const {
    unsigned char* bytes = nullptr;
    auto const size = i2d_PUBKEY(key_.get(), &bytes);
    if (size <= 0) return {};
    std::string der{reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size)};
    OPENSSL_free(bytes);
    return der;
}

bool PublicKey::verifies(std::string_view message, std::string_view signature) const {
    Digesting const digesting{EVP_MD_CTX_new()};
    auto const* digest = algorithm_ == Algorithm::eddsa ? nullptr : EVP_sha256();
    if (EVP_DigestVerifyInit(digesting.get(), nullptr, digest, nullptr, key_.get()) != 1)
        return false;
    return EVP_DigestVerify(digesting.get(), bytes_of(signature), signature.size(),
                            bytes_of(message), message.size()) == 1;
}

}  // namespace horenso::webauthn
