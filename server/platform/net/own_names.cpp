#include "platform/net/own_names.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

namespace horenso::net {
namespace {

/// "" for what only this machine, or only this cable, knows.
std::string text_of(sockaddr const* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        auto const& bytes = reinterpret_cast<sockaddr_in const*>(address)->sin_addr;
        if (ntohl(bytes.s_addr) >> 16 == 0xA9FE) return {};  // 169.254.0.0/16
        ::inet_ntop(AF_INET, &bytes, text.data(), text.size());
    }
    if (address->sa_family == AF_INET6) {
        auto const& bytes = reinterpret_cast<sockaddr_in6 const*>(address)->sin6_addr;
        if (IN6_IS_ADDR_LINKLOCAL(&bytes)) return {};
        ::inet_ntop(AF_INET6, &bytes, text.data(), text.size());
    }
    return text.data();
}

std::string host_name() {
    std::array<char, 256> text{};
    if (::gethostname(text.data(), text.size() - 1) != 0) return {};
    std::string name{text.data()};
    for (auto& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    return name.find_first_not_of(letters) == std::string::npos ? name : std::string{};
}

}  // namespace

std::vector<std::string> own_names() {
    ifaddrs* found = nullptr;
    if (::getifaddrs(&found) != 0) found = nullptr;
    std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> const held{found, ::freeifaddrs};
    std::vector<std::string> names;
    for (auto const* each = found; each; each = each->ifa_next) {
        if (!each->ifa_addr || !(each->ifa_flags & IFF_UP) || (each->ifa_flags & IFF_LOOPBACK))
            continue;
        if (auto name = text_of(each->ifa_addr); !name.empty()) names.push_back(std::move(name));
    }
    std::stable_partition(names.begin(), names.end(), [](std::string const& name) {
        return name.find(':') == std::string::npos;
    });
    if (auto name = host_name(); !name.empty()) names.push_back(std::move(name));
    return names;
}

bool is_address(std::string const& text) {
    std::array<unsigned char, 16> bytes{};
    return ::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace horenso::net
