#include "app/ca_page.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/base/embedded.hpp"
#include "platform/crypto/certificate.hpp"

namespace horenso::app {
namespace {

std::string_view file(std::string_view path) {
    auto const all = embedded::files();
    auto const found = std::ranges::find(all, path, &embedded::File::path);
    if (found == all.end()) throw std::logic_error{"not embedded: " + std::string{path}};
    return found->bytes;
}

/// In lines that break between two pairs of digits.
std::string breakable(std::string const& fingerprint) {
    std::string out;
    for (auto const c : fingerprint) out.append(1, c).append(c == ':' ? "<wbr>" : "");
    return out;
}

net::Reply page(std::string const& authority) {
    constexpr std::string_view place = "{{fingerprint}}";
    std::string html{file("app/ca/page.html")};
    html.replace(html.find(place), place.size(), breakable(crypto::fingerprint(authority)));
    return {.content_type = "text/html; charset=utf-8", .body = std::move(html)};
}

net::Reply style(std::string const&) {
    return {.content_type = "text/css; charset=utf-8", .file = file("app/ca/style.css")};
}

/// By this type phones and PCs know what it is; a name from the address goes with it.
net::Reply certificate(std::string const& authority) {
    return {.content_type = "application/x-x509-ca-cert", .body = crypto::der_of(authority)};
}

Task<Result<net::Reply>> answer(OwnAuthority const& authority,
                                net::Reply (*shown)(std::string const&)) {
    auto const own = authority();
    if (!own) co_return Problem{.status = 404, .code = "net.not_found"};
    co_return shown(*own);
}

}  // namespace

void add_ca_page(net::Router& router, OwnAuthority authority) {
    auto add = [&](char const* path, net::Reply (*shown)(std::string const&)) {
        net::Handler handler = [authority, shown](net::Request&) {
            return answer(authority, shown);
        };
        router.add({net::Method::get, path, "anyone", std::move(handler)});
    };
    add("/ca", page);
    add("/ca.css", style);
    add("/horenso-ca.crt", certificate);
}

}  // namespace horenso::app
