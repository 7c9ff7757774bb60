#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "platform/net/gate.hpp"
#include "platform/net/head.hpp"
#include "platform/text/utf8.hpp"

namespace {

using namespace horenso::net;

void require(bool holds) {
    if (!holds) std::abort();
}

Router const& router() {
    static Router const made = [] {
        Router out;
        out.add({.method = Method::get, .pattern = "/"});
        out.add({.method = Method::get, .pattern = "/people/me"});
        out.add({.method = Method::get, .pattern = "/people/{person}"});
        out.add({.method = Method::post, .pattern = "/people/{person}/{what}"});
        return out;
    }();
    return made;
}

bool is_field_name(std::string const& name) {
    auto const is_odd = [](char c) {
        return c <= ' ' || c == ':' || c == '\x7F' || (c >= 'A' && c <= 'Z');
    };
    return !name.empty() && std::none_of(name.begin(), name.end(), is_odd);
}

void check(Head const& head) {
    auto const& request = head.request;
    require(request.path.starts_with('/') && horenso::text::is_allowed_text(request.path));
    std::size_t hosts = 0;
    for (auto const& [name, value] : request.headers) {
        require(is_field_name(name));
        require(value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
        require(name != "transfer-encoding" || value.empty());
        hosts += name == "host";
    }
    require(hosts <= 1);
    (void)request.cookie("s");
    (void)request.query_parameter("q");
    (void)request.query_number("n", -5, 5);
}

}  // namespace

/// A head that is taken keeps what the rest relies on: no control characters, one host, one length.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const end = head_size(bytes);
    if (!end) return 0;
    require(*end <= size && head_size(bytes.substr(0, *end - 1)) == std::nullopt);
    auto const head = read_head(bytes.substr(0, *end));
    if (!head) {
        require(head.problem().status >= 400 && !head.problem().code.empty());
        return 0;
    }
    check(*head);
    static Site const site = site_of(router(), "127.0.0.1", 8080);
    auto const refused = refuse_foreign(site, *head);
    auto const found = router().find(head->request.method, head->request.path);
    if (!found.route) return 0;
    for (auto const& [name, value] : found.parameters) require(!value.empty());
    if (!refused && head->request.method != Method::get)
        require(!head->request.header("origin").empty());
    (void)refuse_body(*found.route, *head);
    return 0;
}
