#include "platform/crypto/certificate.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>

#include "platform/crypto/released.hpp"

namespace horenso::crypto {
namespace {

using namespace std::chrono_literals;
using Days = std::chrono::duration<std::int64_t, std::ratio<86400>>;

constexpr Days authority_life{3650};
constexpr Days server_life{397};
constexpr Days tolerance{1};  // a phone's clock may be behind ours

using Key = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Released<X509_free>>;
using Text = std::unique_ptr<BIO, Released<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Released<X509_EXTENSION_free>>;
using Time = std::unique_ptr<ASN1_TIME, Released<ASN1_TIME_free>>;
using Store = std::unique_ptr<X509_STORE, Released<X509_STORE_free>>;
using Check = std::unique_ptr<X509_STORE_CTX, Released<X509_STORE_CTX_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Released<GENERAL_NAMES_free>>;

std::string why() {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

template <class T>
T must(T result) {
    if (!result) throw std::runtime_error{"OpenSSL: " + why()};
    return result;
}

Text reading(std::string_view bytes) {
    return Text{must(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())))};
}

std::string taken(Text const& text) {
    char* bytes = nullptr;
    auto const size = BIO_get_mem_data(text.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

Certificate read_certificate(std::string_view pem) {
    Certificate found{PEM_read_bio_X509(reading(pem).get(), nullptr, nullptr, nullptr)};
    if (!found) throw std::invalid_argument{"no certificate (PEM): " + why()};
    return found;
}

Key read_key(std::string_view pem) {
    Key found{PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, nullptr, nullptr)};
    if (!found) throw std::invalid_argument{"no private key (PEM): " + why()};
    return found;
}

bool is_address(std::string const& name) {
    std::array<unsigned char, 16> bytes{};
    return ::inet_pton(AF_INET, name.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1;
}

/// Nothing else gets into the lists below, whose parts are cut at commas.
void expect_name(std::string const& name) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    if (name.empty() || (!is_address(name) && name.find_first_not_of(letters) != std::string::npos))
        throw std::invalid_argument{"'" + name + "' is no host name and no address"};
}

std::string server_names(std::vector<std::string> const& names) {
    std::string list;
    for (auto const& name : names) {
        expect_name(name);
        list.append(list.empty() ? "" : ",").append(is_address(name) ? "IP:" : "DNS:").append(name);
    }
    return list;
}

std::string permitted_names(std::vector<std::string> const& names) {
    std::string list =
        "critical,permitted;DNS:localhost"
        ",permitted;IP:10.0.0.0/255.0.0.0,permitted;IP:172.16.0.0/255.240.0.0"
        ",permitted;IP:192.168.0.0/255.255.0.0,permitted;IP:127.0.0.0/255.0.0.0"
        ",permitted;IP:fc00:0:0:0:0:0:0:0/fe00:0:0:0:0:0:0:0"
        ",permitted;IP:0:0:0:0:0:0:0:1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    for (auto const& name : names) {
        expect_name(name);
        if (!is_address(name))
            list += ",permitted;DNS:" + name;
        else if (name.find(':') == std::string::npos)
            list += ",permitted;IP:" + name + "/255.255.255.255";
        else
            list += ",permitted;IP:" + name + "/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    }
    return list;
}

void set_time(ASN1_TIME* field, Instant at) {
    must(ASN1_TIME_adj(field, static_cast<std::time_t>(at.ms / 1000), 0, 0));
}

void set_subject(X509* certificate, std::string title) {
    if (title.size() > 64) title.resize(64);  // the longest common name (RFC 5280, A.1)
    auto* const subject = X509_get_subject_name(certificate);
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                    reinterpret_cast<unsigned char const*>(title.data()),
                                    static_cast<int>(title.size()), -1, 0));
}

/// Everything but subject, issuer and extensions.
Certificate blank(EVP_PKEY* key, Instant now, Days life) {
    Certificate made{must(X509_new())};
    must(X509_set_version(made.get(), X509_VERSION_3));
    auto serial = random_bytes(16);
    serial[0] = static_cast<char>((serial[0] & 0x3F) | 0x40);  // positive, and of full length
    auto* const number = BN_bin2bn(reinterpret_cast<unsigned char const*>(serial.data()),
                                   static_cast<int>(serial.size()), nullptr);
    std::unique_ptr<BIGNUM, Released<BN_free>> const held{must(number)};
    must(BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made.get())));
    set_time(X509_getm_notBefore(made.get()), now - tolerance);
    set_time(X509_getm_notAfter(made.get()), now + (life - tolerance));
    must(X509_set_pubkey(made.get(), key));
    return made;
}

void extend(X509* certificate, X509* issuer, int kind, std::string const& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    Extension const made{must(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()))};
    must(X509_add_ext(certificate, made.get(), -1));
}

Identity written(X509* certificate, EVP_PKEY* key) {
    Text const first{must(BIO_new(BIO_s_mem()))};
    must(PEM_write_bio_X509(first.get(), certificate));
    Text const second{must(BIO_new(BIO_s_mem()))};
    must(PEM_write_bio_PKCS8PrivateKey(second.get(), key, nullptr, nullptr, 0, nullptr, nullptr));
    return {taken(first), taken(second)};
}

/// "" for what is neither a host name nor an address.
std::string text_of(GENERAL_NAME const& name) {
    if (name.type != GEN_DNS && name.type != GEN_IPADD) return {};
    auto const* const value = name.type == GEN_DNS ? name.d.dNSName : name.d.iPAddress;
    auto const* const bytes = ASN1_STRING_get0_data(value);
    auto const size = static_cast<std::size_t>(ASN1_STRING_length(value));
    if (name.type == GEN_DNS) return {reinterpret_cast<char const*>(bytes), size};
    if (size != 4 && size != 16) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(size == 4 ? AF_INET : AF_INET6, bytes, text.data(), text.size());
    return text.data();
}

}  // namespace

Identity make_authority(std::vector<std::string> const& names, Instant now) {
    Key const key{must(EVP_EC_gen("P-256"))};
    auto const made = blank(key.get(), now, authority_life);
    set_subject(made.get(), "Horenso " + (names.empty() ? "localhost" : names.front()));
    must(X509_set_issuer_name(made.get(), X509_get_subject_name(made.get())));
    extend(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    extend(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(made.get(), made.get(), NID_ext_key_usage, "serverAuth");  // and nothing else
    extend(made.get(), made.get(), NID_subject_key_identifier, "hash");
    extend(made.get(), made.get(), NID_name_constraints, permitted_names(names));
    must(X509_sign(made.get(), key.get(), EVP_sha256()));
    return written(made.get(), key.get());
}

Identity issue(Identity const& authority, std::vector<std::string> const& names, Instant now) {
    auto const issuer = read_certificate(authority.certificate);
    auto const signing = read_key(authority.key);
    Key const key{must(EVP_EC_gen("P-256"))};
    auto const made = blank(key.get(), now, server_life);
    set_subject(made.get(), "Horenso");
    must(X509_set_issuer_name(made.get(), X509_get_subject_name(issuer.get())));
    extend(made.get(), issuer.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(made.get(), issuer.get(), NID_key_usage, "critical,digitalSignature");
    extend(made.get(), issuer.get(), NID_ext_key_usage, "serverAuth");
    extend(made.get(), issuer.get(), NID_subject_key_identifier, "hash");
    extend(made.get(), issuer.get(), NID_authority_key_identifier, "keyid:always");
    extend(made.get(), issuer.get(), NID_subject_alt_name, server_names(names));
    must(X509_sign(made.get(), signing.get(), EVP_sha256()));
    return written(made.get(), key.get());
}

bool is_vouched_for(std::string_view server, std::string_view authority, Instant now) {
    auto const trusted = read_certificate(authority);
    auto const shown = read_certificate(server);
    Store const store{must(X509_STORE_new())};
    must(X509_STORE_add_cert(store.get(), trusted.get()));
    Check const check{must(X509_STORE_CTX_new())};
    must(X509_STORE_CTX_init(check.get(), store.get(), shown.get(), nullptr));
    X509_STORE_CTX_set_purpose(check.get(), X509_PURPOSE_SSL_SERVER);
    X509_STORE_CTX_set_time(check.get(), 0, static_cast<std::time_t>(now.ms / 1000));
    bool const good = X509_verify_cert(check.get()) == 1;
    ERR_clear_error();
    return good;
}

Instant expiry(std::string_view pem) {
    auto const certificate = read_certificate(pem);
    Time const epoch{must(ASN1_TIME_set(nullptr, 0))};
    int days = 0, seconds = 0;
    must(ASN1_TIME_diff(&days, &seconds, epoch.get(), X509_get0_notAfter(certificate.get())));
    return Instant{} + (Days{days} + std::chrono::seconds{seconds});
}

std::vector<std::string> names_of(std::string_view pem) {
    auto const certificate = read_certificate(pem);
    auto* const found = X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr);
    Names const all{static_cast<GENERAL_NAMES*>(found)};
    std::vector<std::string> names;
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        auto name = text_of(*sk_GENERAL_NAME_value(all.get(), i));
        if (!name.empty() && name.find('*') == std::string::npos) names.push_back(std::move(name));
    }
    return names;
}

std::string der_of(std::string_view pem) {
    auto const certificate = read_certificate(pem);
    Text const out{must(BIO_new(BIO_s_mem()))};
    must(i2d_X509_bio(out.get(), certificate.get()));
    return taken(out);
}

std::string fingerprint(std::string_view pem) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (auto const byte : sha256(der_of(pem))) {
        if (!text.empty()) text += ':';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace horenso::crypto
