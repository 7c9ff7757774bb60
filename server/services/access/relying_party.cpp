// Where there can be passkeys.
#include <algorithm>

#include "services/access/passkeys.hpp"

namespace horenso::access {
namespace {

/// IPv6 stands in brackets; a name that is only digits and dots is an address of IPv4.
bool is_name(std::string_view host) {
    auto const is_address = [](char c) { return c == '.' || (c >= '0' && c <= '9'); };
    return !host.empty() && !host.starts_with('[') && !std::ranges::all_of(host, is_address);
}

}  // namespace

std::optional<RelyingParty> RelyingParty::of(std::string_view origin) {
    auto const scheme = origin.find("://");
    if (scheme == origin.npos) return std::nullopt;
    auto const rest = origin.substr(scheme + 3);
    auto const host = rest.substr(0, rest.starts_with('[') ? rest.find(']') + 1 : rest.find(':'));
    auto const is_safe = origin.substr(0, scheme) == "https" || host == "localhost";
    if (!is_safe || !is_name(host)) return std::nullopt;
    return RelyingParty{std::string{origin}, std::string{host}};
}

}  // namespace horenso::access
