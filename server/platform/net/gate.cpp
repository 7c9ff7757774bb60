#include "platform/net/gate.hpp"

#include <algorithm>

namespace horenso::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; }

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view media_type(std::string_view content_type) {
    auto type = content_type.substr(0, content_type.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t')) type.remove_suffix(1);
    return type;
}

bool is_one_of(std::string_view type, std::string_view types) {
    for (std::size_t at = 0; at < types.size();) {
        auto const end = std::min(types.find(' ', at), types.size());
        if (same_word(type, types.substr(at, end - at))) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

Site site_of(Router const& router, std::string const& host, std::uint16_t port) {
    Site site{.router = &router};
    for (auto const& name : {host, std::string{"localhost"}}) {
        site.hosts.push_back(name + ":" + std::to_string(port));
        if (port == 80) site.hosts.push_back(name);  // browsers leave the usual port out
    }
    for (auto const& name : site.hosts) site.origins.push_back("http://" + name);
    return site;
}

std::optional<Problem> refuse_foreign(Site const& site, Head const& head) {
    if (site.hosts.empty()) return std::nullopt;
    auto const host = head.request.header("host");
    auto const is_host = [&](std::string const& name) { return same_word(name, host); };
    if (std::none_of(site.hosts.begin(), site.hosts.end(), is_host))
        return Problem{.status = 421, .code = "net.foreign_host"};

    if (head.request.method == Method::get && !head.asks_upgrade) return std::nullopt;
    auto const origin = head.request.header("origin");
    if (std::find(site.origins.begin(), site.origins.end(), origin) == site.origins.end())
        return Problem{.status = 403, .code = "net.foreign_origin"};
    return std::nullopt;
}

std::optional<Problem> refuse_body(Route const& route, Head const& head) {
    if (head.content_length > route.body_limit) {
        Problem::Arguments limit{{"limit", std::to_string(route.body_limit / 1024)}};
        return Problem{.status = 413, .code = "net.body_too_large", .arguments = std::move(limit)};
    }
    auto const given = head.request.header("content-type");
    if (route.accepts.empty() || (head.content_length == 0 && given.empty())) return std::nullopt;
    if (is_one_of(media_type(given), route.accepts)) return std::nullopt;
    return Problem{
        .status = 415, .code = "net.wrong_content_type", .arguments = {{"accepts", route.accepts}}};
}

}  // namespace horenso::net
