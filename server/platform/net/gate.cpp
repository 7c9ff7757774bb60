#include "platform/net/gate.hpp"

#include <algorithm>

#include "platform/net/own_names.hpp"

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

/// Browsers leave the usual port out, other programs may write it.
void add_name(Site& site, std::string_view scheme, std::string const& name,
              std::string const& port) {
    auto const full = name + ":" + port;
    auto const is_usual = port == (scheme == "https" ? "443" : "80");
    auto const origin = std::string{scheme} + "://" + (is_usual ? name : full);
    site.names.push_back({full, origin});
    if (is_usual) site.names.push_back({name, origin});
}

}  // namespace

Site site_of(Router const& router, std::string const& host, std::uint16_t port, Site::Line line) {
    Site site{.router = &router, .line = line};
    auto const* const scheme = line == Site::Line::plain ? "http" : "https";
    for (auto const& name : {host, std::string{"localhost"}})
        add_name(site, scheme, name, std::to_string(port));
    return site;
}

void add_name(Site& site, std::string const& name, std::uint16_t listener_port) {
    auto const colon = name.rfind(':');
    bool const has_port = colon != std::string::npos && name.back() != ']';
    auto const usual = site.line == Site::Line::plain ? 443 : listener_port;
    add_name(site, "https", has_port ? name.substr(0, colon) : name,
             has_port ? name.substr(colon + 1) : std::to_string(usual));
}

std::string_view origin_of(Site const& site, Head const& head) {
    auto const host = head.request.header("host");
    for (auto const& name : site.names)
        if (same_word(name.host, host)) return name.origin;
    return {};
}

std::string_view remote_of(Site const& site, Head const& head, std::string_view peer) {
    bool const by_proxy =
        site.line == Site::Line::plain && origin_of(site, head).starts_with("https:");
    if (!by_proxy) return peer;
    // Whoever stands nearest to us wrote the last one; those before it anybody can write.
    std::string_view told;
    for (auto const& [name, value] : head.request.headers)
        if (name == "x-forwarded-for") told = value;
    told.remove_prefix(told.find_last_of(", ") + 1);
    return is_address(std::string{told}) ? told : peer;
}

std::optional<Problem> refuse_foreign(Site const& site, Head const& head) {
    if (site.names.empty()) return std::nullopt;
    if (origin_of(site, head).empty()) return Problem{.status = 421, .code = "net.foreign_host"};

    if (head.request.method == Method::get && !head.asks_upgrade) return std::nullopt;
    auto const origin = head.request.header("origin");
    auto const is_origin = [&](Site::Name const& name) { return name.origin == origin; };
    if (std::none_of(site.names.begin(), site.names.end(), is_origin))
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
