// For tests: a certificate that is made once, and the client's side of TLS.
#pragma once
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <csignal>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "platform/crypto/certificate.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/net/tls.hpp"
#include "platform/time/clock.hpp"

namespace horenso::net::kit {

inline crypto::Identity test_identity() {
    crypto::start();
    auto const now = SystemClock{}.now();
    return crypto::issue(crypto::make_authority({}, now), {"localhost", "127.0.0.1"}, now);
}

inline std::shared_ptr<TlsSetting const> test_setting() {
    static auto const made = std::make_shared<TlsSetting const>(test_identity());
    return made;
}

/// What a client offers; empty: what OpenSSL does by itself.
struct Offer {
    std::string protocols = {};  ///< ALPN, each with its length in front
    int latest = 0;              ///< the newest version
    std::string ciphers = {};    ///< of TLS 1.2 and before
};

/// TLS over a connected, blocking descriptor. Believes everybody.
class TlsClient {
public:
    explicit TlsClient(int descriptor, Offer const& offer = {}) {
        std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to a server that has gone
        context_.reset(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_security_level(context_.get(), 0);  // so that it can offer what is refused
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        if (offer.latest) SSL_CTX_set_max_proto_version(context_.get(), offer.latest);
        if (!offer.ciphers.empty()) SSL_CTX_set_cipher_list(context_.get(), offer.ciphers.c_str());
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_fd(ssl_.get(), descriptor);
        SSL_set_alpn_protos(ssl_.get(),
                            reinterpret_cast<unsigned char const*>(offer.protocols.data()),
                            static_cast<unsigned>(offer.protocols.size()));
        ERR_clear_error();
        if (SSL_connect(ssl_.get()) != 1) throw std::runtime_error{"no handshake"};
    }

    long send(std::string_view bytes) {
        ERR_clear_error();
        return SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    }
    long receive(char* into, std::size_t size) {
        ERR_clear_error();
        return SSL_read(ssl_.get(), into, static_cast<int>(size));
    }
    void end_sending() { SSL_shutdown(ssl_.get()); }

    /// True if the server said goodbye before it went.
    bool was_told_the_end() const {
        return (SSL_get_shutdown(ssl_.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
    }
    std::string version() const { return SSL_get_version(ssl_.get()); }
    std::string protocol() const {
        unsigned char const* chosen = nullptr;
        unsigned size = 0;
        SSL_get0_alpn_selected(ssl_.get(), &chosen, &size);
        return {reinterpret_cast<char const*>(chosen), size};
    }
    /// The serial number of the certificate that was shown.
    std::string serial() const {
        std::unique_ptr<X509, decltype(&::X509_free)> const shown{
            SSL_get1_peer_certificate(ssl_.get()), ::X509_free};
        auto const* number = X509_get0_serialNumber(shown.get());
        return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(number)),
                static_cast<std::size_t>(ASN1_STRING_length(number))};
    }

private:
    std::unique_ptr<SSL_CTX, decltype(&::SSL_CTX_free)> context_{nullptr, ::SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&::SSL_free)> ssl_{nullptr, ::SSL_free};
};

}  // namespace horenso::net::kit
