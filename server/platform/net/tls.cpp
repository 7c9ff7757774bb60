#include "platform/net/tls.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <array>
#include <string_view>

#include "platform/crypto/released.hpp"

namespace horenso::net {
namespace {

constexpr char const* ciphers_of_1_2 =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384";

using crypto::Released;
using Text = std::unique_ptr<BIO, Released<BIO_free>>;
using Certificate = std::unique_ptr<X509, Released<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;

void expect(bool good, char const* what) {
    if (good) return;
    std::array<char, 256> why{};
    ERR_error_string_n(ERR_get_error(), why.data(), why.size());
    ERR_clear_error();
    throw TlsSetting::Bad{std::string{what} + ": " + why.data()};
}

Text reading(std::string const& pem) {
    return Text{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
}

void use_chain(SSL_CTX* context, std::string const& pem) {
    auto const text = reading(pem);
    Certificate const own{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)};
    expect(own && SSL_CTX_use_certificate(context, own.get()) == 1, "certificate");
    for (;;) {
        Certificate next{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)};
        if (!next) break;
        expect(SSL_CTX_add0_chain_cert(context, next.get()) == 1, "chain of the certificate");
        next.release();  // the context owns it
    }
    auto const last = ERR_peek_last_error();
    bool const is_end = ERR_GET_REASON(last) == PEM_R_NO_START_LINE;
    expect(is_end, "chain of the certificate");
    ERR_clear_error();
}

void use_key(SSL_CTX* context, std::string const& pem) {
    auto const text = reading(pem);
    // An empty passphrase, so that OpenSSL never asks for one at the terminal.
    Key const key{PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, const_cast<char*>(""))};
    expect(key != nullptr, "key");
    expect(
        SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1,
        "certificate and key");
}

/// RFC 7301. Who names protocols, and not ours, means another server.
int choose_protocol(SSL*, unsigned char const** out, unsigned char* size, unsigned char const* in,
                    unsigned int in_size, void*) {
    constexpr std::string_view ours = "http/1.1";
    for (unsigned int at = 0; at < in_size; at += in[at] + 1u) {
        std::string_view const named{reinterpret_cast<char const*>(in) + at + 1, in[at]};
        if (named != ours) continue;
        *out = in + at + 1;
        *size = in[at];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

TlsSetting::TlsSetting(crypto::Identity const& identity) {
    ERR_clear_error();
    std::unique_ptr<SSL_CTX, Released<SSL_CTX_free>> made{SSL_CTX_new(TLS_server_method())};
    expect(made != nullptr, "TLS");
    auto* const context = made.get();
    expect(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1, "TLS 1.2");
    expect(SSL_CTX_set_cipher_list(context, ciphers_of_1_2) == 1, "ciphers");
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                     SSL_OP_PRIORITIZE_CHACHA | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);          // an idle connection holds none
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);  // tickets need no memory
    SSL_CTX_set_num_tickets(context, 1);
    SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
    use_chain(context, identity.certificate);
    use_key(context, identity.key);
    context_ = made.release();
}

TlsSetting::~TlsSetting() { SSL_CTX_free(context_); }

}  // namespace horenso::net
