#include "platform/net/reply_head.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

namespace horenso::net {
namespace {

using Field = std::pair<std::string_view, std::string_view>;

// README.md says what each one is for. connect-src 'self' covers the WebSocket of the same origin
// (Safari since 15.4). Svelte 5 names its trusted-types policy svelte-trusted-html.
constexpr std::array<Field, 8> always{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
     "font-src 'self'; "
     "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri "
     "'none'; "
     "form-action 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"},
    {"Cache-Control", "no-store"},
}};

void append_field(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

std::string const& always_in_one() {
    static std::string const text = [] {
        std::string out;
        for (auto const& [name, value] : always) append_field(out, name, value);
        return out;
    }();
    return text;
}

bool same_name(std::string_view a, std::string_view b) {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

bool has(Reply const& reply, std::string_view name) {
    auto const same = [&](auto const& field) { return same_name(field.first, name); };
    return std::any_of(reply.headers.begin(), reply.headers.end(), same);
}

bool breaks_out(std::string_view text) {
    return text.find_first_of(std::string_view{"\r\n\0", 3}) != std::string_view::npos;
}

void append_own(std::string& out, Reply const& reply) {
    for (auto const& [name, value] : reply.headers) {
        if (breaks_out(name) || breaks_out(value))
            throw std::logic_error{"a reply's field has a line break"};
        append_field(out, name, value);
    }
    bool const overrides =
        !reply.headers.empty() && std::any_of(always.begin(), always.end(),
                                              [&](Field const& f) { return has(reply, f.first); });
    if (!overrides) {
        out.append(always_in_one());
        return;
    }
    for (auto const& [name, value] : always)
        if (!has(reply, name)) append_field(out, name, value);
}

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

std::string_view body_of(Reply const& reply) {
    if (has_no_body(reply.status)) return {};
    return reply.file.empty() ? std::string_view{reply.body} : reply.file;
}

std::string reply_head(Reply const& reply, ReplySetting const& setting) {
    std::string out;
    out.reserve(1280);
    out.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    out.append(reason_of(reply.status)).append("\r\n");
    append_field(out, "Date", setting.date);
    if (!reply.content_type.empty()) {
        if (breaks_out(reply.content_type))
            throw std::logic_error{"a reply's field has a line break"};
        append_field(out, "Content-Type", reply.content_type);
    }
    if (!has_no_body(reply.status))
        append_field(out, "Content-Length", std::to_string(body_of(reply).size()));
    if (!setting.keep_alive) append_field(out, "Connection", "close");
    append_field(out, "X-Request-Id", setting.request_id);
    if (setting.secure) append_field(out, "Strict-Transport-Security", "max-age=31536000");
    append_own(out, reply);
    out.append("\r\n");
    return out;
}

std::string_view reason_of(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 33> reasons{{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"},
    }};
    for (auto const& [number, reason] : reasons)
        if (number == status) return reason;
    return "Other";
}

std::string http_date() {
    std::time_t const now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    auto const size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

}  // namespace horenso::net
