#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "platform/crypto/certificate.hpp"

namespace horenso::app {

/// The authority of a data folder: `tls/authority.pem` (0600), certificate and key in one file, so that
/// one is never there without the other.
class Authority {
public:
    /// Takes the one that is there, or makes one: where there is none, where it may not vouch for all of
    /// `names`, and where it is over in 90 days. Devices that trusted the one before must be told anew,
    /// so that stands in the log.
    Authority(std::filesystem::path const& data, std::vector<std::string> const& names,
              Instant now);

    crypto::Identity issue(std::vector<std::string> const& names, Instant now) const;
    std::string const& certificate() const { return own_.certificate; }

private:
    crypto::Identity own_;
};

}  // namespace horenso::app
