#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace horenso::access {

/// A range of addresses: CIDR, RFC 4632 §3.1 and RFC 4291 §2.3. An IPv4 address is kept as the IPv6 address it is
/// mapped to (RFC 4291 §2.5.5.2), so that one is the same by either name.
class Addresses {
public:
    /// "192.0.2.0/24", "2001:db8::/48", or one address. nullopt for anything else, also where bits stand behind the
    /// prefix, because then it isn't what somebody meant.
    static std::optional<Addresses> parse(std::string_view text);

    bool contain(Addresses const& address) const;
    /// The range of that many bits around it: of 32 for IPv4, else of 128.
    Addresses around(int ipv4_prefix, int ipv6_prefix) const;
    int prefix() const { return prefix_; }  ///< of 128 bits
    std::string text() const;               ///< the one way to write it
    friend bool operator==(Addresses const&, Addresses const&) = default;

private:
    using Bytes = std::array<std::uint8_t, 16>;
    Addresses(Bytes const& bytes, int prefix) : bytes_(bytes), prefix_(prefix) {}
    bool is_mapped() const;

    Bytes bytes_;
    int prefix_;
};

}  // namespace horenso::access
