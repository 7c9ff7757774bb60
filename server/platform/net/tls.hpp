#pragma once
#include <memory>
#include <stdexcept>
#include <string>

#include "platform/crypto/certificate.hpp"

struct ssl_ctx_st;

namespace horenso::net {

/// What a TLS handshake begins with: a certificate, its key, and what is agreed to: TLS 1.3, or 1.2 with
/// ECDHE and an AEAD; HTTP/1.1 where the client names protocols (ALPN). Never changes; a new certificate
/// is a new one of these. May be used from several threads.
class TlsSetting {
public:
    /// The certificate or the key can't be read, or they don't belong together.
    struct Bad : std::runtime_error {
        using std::runtime_error::runtime_error;
    };
    explicit TlsSetting(crypto::Identity const& identity);
    ~TlsSetting();
    TlsSetting(TlsSetting const&) = delete;

    ssl_ctx_st* get() const { return context_; }

private:
    ssl_ctx_st* context_;
};

}  // namespace horenso::net
