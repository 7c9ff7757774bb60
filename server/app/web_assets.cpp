#include "app/web_assets.hpp"

#include <map>
#include <string>

#include "platform/net/accept_encoding.hpp"

namespace horenso::app {
namespace {

struct Asset {
    std::string_view plain, brotli, gzip;
};
using Assets = std::map<std::string_view, Asset>;

Assets assets_of(std::span<embedded::File const> files) {
    Assets assets;
    for (auto const& file : files) {
        if (file.path.ends_with(".br"))
            assets[file.path.substr(0, file.path.size() - 3)].brotli = file.bytes;
        else if (file.path.ends_with(".gz"))
            assets[file.path.substr(0, file.path.size() - 3)].gzip = file.bytes;
        else
            assets[file.path].plain = file.bytes;
    }
    return assets;
}

std::string_view content_type(std::string_view path) {
    auto const ending = path.substr(path.rfind('.') + 1);
    if (ending == "html") return "text/html; charset=utf-8";
    if (ending == "js") return "text/javascript; charset=utf-8";
    if (ending == "css") return "text/css; charset=utf-8";
    if (ending == "svg") return "image/svg+xml";
    if (ending == "png") return "image/png";
    if (ending == "webmanifest") return "application/manifest+json";
    if (ending == "json") return "application/json";
    return "application/octet-stream";
}

net::Reply reply_with(std::string_view path, Asset const& asset, net::Request const& request) {
    net::Reply reply;
    reply.content_type = content_type(path);
    reply.headers.emplace_back("Vary", "Accept-Encoding");
    auto const hashed = path.starts_with("assets/");
    reply.headers.emplace_back("Cache-Control",
                               hashed ? "public, max-age=31536000, immutable" : "no-cache");
    auto const accepted = request.header("accept-encoding");
    auto const brotli = asset.brotli.empty() ? 0 : net::weight_of("br", accepted);
    auto const gzip = asset.gzip.empty() ? 0 : net::weight_of("gzip", accepted);
    reply.file = asset.plain;
    if (brotli > 0 && brotli >= gzip) {
        reply.file = asset.brotli;
        reply.headers.emplace_back("Content-Encoding", "br");
    } else if (gzip > 0) {
        reply.file = asset.gzip;
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    return reply;
}

Task<Result<net::Reply>> send(std::string_view path, Asset const& asset,
                              net::Request const& request) {
    co_return reply_with(path, asset, request);
}

/// Addresses that the app itself understands (web/src/platform/router.ts).
constexpr char const* app_addresses[] = {
    "/",
    "/hello",
    "/signin",
    "/t",
    "/t/{room}",
    "/people",
    "/people/{person}",
    "/contacts",
    "/contacts/{contact}",
    "/contacts-import",
    "/contacts-mail",
    "/notices",
    "/guideline",
    "/guideline/{clause}",
    "/later",
    "/reports",
    "/groups",
    "/reviews",
    "/figures",
    "/hours",
    "/quiz",
    "/sign-in-cards",
    "/staff-import",
    "/organisation",
    "/staff-changes",
    "/devices",
    "/device-admin",
    "/networks",
    "/displays",
    "/display",
    "/roles",
    "/sites",
    "/sign-in-rules",
    "/switch",
    "/lost",
    "/settings",
};

}  // namespace

void add_web(net::Router& router, std::span<embedded::File const> files) {
    auto add = [&](std::string pattern, std::string_view path, Asset const& asset) {
        net::Handler answer = [path, asset](net::Request& request) {
            return send(path, asset, request);
        };
        router.add({net::Method::get, std::move(pattern), "anyone", std::move(answer)});
    };
    for (auto const& [path, asset] : assets_of(files)) {
        add('/' + std::string{path}, path, asset);
        if (path != "index.html") continue;
        for (auto const* address : app_addresses) add(address, path, asset);
    }
}

}  // namespace horenso::app
