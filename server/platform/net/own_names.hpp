#pragma once
#include <string>
#include <vector>

namespace horenso::net {

/// What this machine is called from its own network: addresses of its interfaces (no loopback, no
/// link-local ones), IPv4 first, then its host name. As they are now.
std::vector<std::string> own_names();

/// An IPv4 or IPv6 address, without brackets.
bool is_address(std::string const& text);

}  // namespace horenso::net
