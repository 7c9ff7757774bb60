#pragma once
#include <functional>
#include <optional>
#include <string>

#include "platform/net/router.hpp"

namespace horenso::app {

/// The authority of this server (PEM); nothing if it has none.
using OwnAuthority = std::function<std::optional<std::string>()>;

/// `/ca` and what it shows: the certificate of our own authority to take, its fingerprint, and how a
/// device is told to trust it. For anyone, also before TLS. Without an authority: not there.
void add_ca_page(net::Router& router, OwnAuthority authority);

}  // namespace horenso::app
