#include "services/access/addresses.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace horenso::access {
namespace {

constexpr int all_bits = 128;
constexpr int mapped_bits = 96;
constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<std::array<std::uint8_t, 16>> address_of(std::string const& text) {
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    std::copy(mapped.begin(), mapped.end(), bytes.begin());
    if (inet_pton(AF_INET, text.c_str(), bytes.data() + mapped.size()) == 1) return bytes;
    return std::nullopt;
}

std::optional<int> number_of(std::string_view text, int most) {
    int value = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || text.empty() || value < 0 || value > most)
        return std::nullopt;
    return value;
}

bool bit(std::array<std::uint8_t, 16> const& bytes, int at) {
    return (bytes[static_cast<std::size_t>(at / 8)] >> (7 - at % 8) & 1) != 0;
}

bool has_bits_behind(std::array<std::uint8_t, 16> const& bytes, int prefix) {
    for (int at = prefix; at < all_bits; ++at)
        if (bit(bytes, at)) return true;
    return false;
}

}  // namespace

std::optional<Addresses> Addresses::parse(std::string_view text) {
    auto const slash = text.find('/');
    auto const bytes = address_of(std::string{text.substr(0, slash)});
    if (!bytes) return std::nullopt;
    bool const is_four = text.substr(0, slash).find(':') == text.npos;
    if (slash == text.npos) return Addresses{*bytes, all_bits};
    auto const said = number_of(text.substr(slash + 1), is_four ? 32 : all_bits);
    if (!said) return std::nullopt;
    auto const prefix = is_four ? *said + mapped_bits : *said;
    if (has_bits_behind(*bytes, prefix)) return std::nullopt;
    return Addresses{*bytes, prefix};
}

bool Addresses::contain(Addresses const& address) const {
    if (address.prefix_ < prefix_) return false;
    for (int at = 0; at < prefix_; ++at)
        if (bit(bytes_, at) != bit(address.bytes_, at)) return false;
    return true;
}

Addresses Addresses::around(int ipv4_prefix, int ipv6_prefix) const {
    auto const prefix = std::min(prefix_, is_mapped() ? mapped_bits + ipv4_prefix : ipv6_prefix);
    auto bytes = bytes_;
    for (int at = prefix; at < all_bits; ++at)
        bytes[static_cast<std::size_t>(at / 8)] &= static_cast<std::uint8_t>(~(1U << (7 - at % 8)));
    return Addresses{bytes, prefix};
}

bool Addresses::is_mapped() const {
    return prefix_ >= mapped_bits && std::equal(mapped.begin(), mapped.end(), bytes_.begin());
}

std::string Addresses::text() const {
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (is_mapped()) {
        inet_ntop(AF_INET, bytes_.data() + mapped.size(), out.data(), out.size());
        return std::string{out.data()} + '/' + std::to_string(prefix_ - mapped_bits);
    }
    inet_ntop(AF_INET6, bytes_.data(), out.data(), out.size());
    return std::string{out.data()} + '/' + std::to_string(prefix_);
}

}  // namespace horenso::access
